"""Gathers the words that a briefing is read with: its own, and of the vocabulary what it has not taken."""

from collections.abc import Iterable, Iterator

from bot.answering.reading.vocabulary import Meaning
from bot.briefing.folding import root
from bot.briefing.models import Alias, Briefing, Concept


def entries(vocabulary: Iterable[Concept], briefing: Briefing) -> Iterator[tuple[Meaning, Alias]]:
    """Give every alias with what it names."""
    named: list[tuple[Meaning, Iterable[Alias]]] = [
        *(
            (Meaning(one.kind, one.id), one.aliases)
            for one in (*covered(vocabulary, briefing), *briefing.concepts)
            if one.kind != "edition"
        ),
        *((Meaning("party", one.id), one.aliases) for one in briefing.parties),
        *((Meaning("people", one.id), one.people) for one in briefing.parties),
        *((Meaning("person", one.id), one.aliases) for one in briefing.people),
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
