"""Gathers the words that a briefing is read with: its own, and of the vocabulary what it has not taken."""

from collections.abc import Iterable, Iterator

from bot.answering.reading.around import HARM
from bot.answering.reading.vocabulary import Meaning
from bot.briefing.folding import bare, root
from bot.briefing.known_ids import Cue
from bot.briefing.models import Alias, Briefing, Concept, Person

_HARMS: Cue = "harms"


def entries(vocabulary: tuple[Concept, ...], briefing: Briefing) -> Iterator[tuple[Meaning, Alias]]:
    """Give every alias with what it names."""
    named: list[tuple[Meaning, Iterable[Alias]]] = [
        *(
            (Meaning(one.kind, one.id), one.aliases)
            for one in (*covered(vocabulary, briefing), *briefing.concepts)
            if one.kind != "edition"
        ),
        (Meaning("cue", _HARMS), _verbs(vocabulary, briefing)),
        *((Meaning("party", one.id), one.aliases) for one in briefing.parties),
        *((Meaning("people", one.id), one.people) for one in briefing.parties),
        *((Meaning("person", one.id), (*one.aliases, *_short_names(one))) for one in briefing.people),
        *((Meaning("place", one.id), one.aliases) for one in briefing.places),
    ]
    return ((meaning, alias) for meaning, aliases in named for alias in aliases)


def covered(vocabulary: Iterable[Concept], briefing: Briefing) -> Iterator[Concept]:
    """Return the vocabulary without the words that the briefing has for its own.

    Nothing is elsewhere either that it has among its asides.
    """
    asides = {alias.words for one in briefing.concepts if one.kind == "aside" for alias in one.aliases}
    own = frozenset(map(root, briefing.own_words))
    for one in vocabulary:
        kept = one.aliases
        if asides and one.kind == "elsewhere":
            kept = tuple(alias for alias in kept if alias.words not in asides)
        if own:
            kept = tuple(alias for alias in kept if root(alias.words) not in own)
        gloss = None if one.gloss and root(one.gloss) in own else one.gloss
        yield one._replace(aliases=kept, gloss=gloss)


def _short_names(person: Person) -> Iterator[Alias]:
    """Yield a name of several words with one of the first and the last ("Jon Brandt" of "Jon Ole Brandt")."""
    *first, last = bare(person.name).split()
    known = {alias.words for alias in person.aliases}
    own = [alias for alias in person.aliases if alias.words == last]
    for alias in own:
        yield from (alias._replace(words=f"{one} {last}") for one in first if f"{one} {last}" not in known)


def _verbs(vocabulary: tuple[Concept, ...], briefing: Briefing) -> Iterator[Alias]:
    """Yield the words of a briefing's own measures of harm by which one harms another ("arrest").

    They are those of which it has a form in "-ed"; whose words the vocabulary has are told there.
    """
    broader = {one.id: one.broader for one in (*vocabulary, *briefing.concepts)}

    def is_harm(concept: str) -> bool:
        return concept == HARM or any(map(is_harm, broader.get(concept, ())))

    for one in briefing.concepts:
        if one.kind == "measure" and is_harm(one.id):
            words = [alias for alias in one.aliases if " " not in alias.words]
            verbs = {root(alias.words) for alias in words if alias.words.endswith("ed")}
            yield from (alias for alias in words if root(alias.words) in verbs)
