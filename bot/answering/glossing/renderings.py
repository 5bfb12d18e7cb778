"""Finds for every word of a language the English words that name the same."""

from collections.abc import Iterable, Iterator
from sys import intern

from bot.answering.reading.aliases import entries
from bot.answering.reading.text import tokens_of
from bot.answering.reading.vocabulary import Lexicon, Meaning
from bot.briefing.folding import fold
from bot.briefing.models import Briefing, Concept, Language


class Renderings:
    """Every word of a language with what it means, and the English words for that."""

    def __init__(
        self, language: Language, briefing: Briefing, concepts: Iterable[Concept], english: Lexicon
    ) -> None:
        self._english = english
        gap = " " if language.grammar.spaced else ""
        self._phrases = {key_of(word, gap): text for text, words in language.phrases for word in words}
        self._phrased = [(word, text) for text, words in language.phrases for word in words]
        kinds = {one.id: one.kind for one in concepts}
        # However words are spaced, they are the same; which spacings there are tells them from others.
        self._own: dict[str, tuple[tuple[str, ...], tuple[Meaning, ...]]] = {}
        named = [(Meaning(kinds[one], one), word) for one, words in language.aliases for word in words]
        tag = language.tag.lower()
        named += [(m, one.words) for m, one in entries((), briefing) if one.language.lower() == tag]
        for meaning, word in named:
            spaced, before = self._own.get(key_of(word, gap), ((), ()))
            self._own[key_of(word, gap)] = (
                spaced if word in spaced else (*spaced, word),
                before if meaning in before else (*before, meaning),
            )
        self.offices = _offices(briefing, tag)
        self._labels = _labels(concepts, briefing)
        self._by_meanings: dict[frozenset[Meaning], list[str]] = {}
        for words, meanings in english.aliases():
            self._by_meanings.setdefault(frozenset(meanings), []).append(words)

    def glosses(self) -> Iterator[tuple[str, str]]:
        """Give every word with its English words; a phrase that is given goes before what is found."""
        for key, (spaced, meanings) in self._own.items():
            if key not in self._phrases:
                text = self._text(meanings)
                yield from ((words, text) for words in spaced)
        yield from self._phrased

    def meanings(self) -> Iterator[tuple[Meaning, str]]:
        """Give every word with each thing that it names."""
        for spaced, meanings in self._own.values():
            yield from ((meaning, words) for meaning in meanings for words in spaced)
        for words, text in self._phrased:
            for meaning in self._english.meanings(text) or (Meaning("cue", text),):
                yield meaning, words

    def _text(self, meanings: tuple[Meaning, ...]) -> str:
        if all(m.kind == "aside" for m in meanings):
            return ""
        told = tuple(m for m in meanings if m.kind != "aside")
        exact = self._by_meanings.get(frozenset(told), [])
        for meaning in told:
            for label in self._labels.get(meaning, ()):
                if label in exact or len(told) == 1:
                    return label
        if exact:
            return min(exact, key=lambda words: (words.count(" "), len(words), words))
        return self._text(told[:1]) if len(told) > 1 else told[0].id.replace("-", " ")


def _labels(concepts: Iterable[Concept], briefing: Briefing) -> dict[Meaning, tuple[str, ...]]:
    """Return for everything that has a name the English words that stand for it best, best first."""
    found: dict[Meaning, tuple[str, ...]] = {}
    for one in concepts:
        plain = [alias.words for alias in one.aliases]
        wanted = [one.gloss or "", one.id.replace("-", " "), one.name]
        found[Meaning(one.kind, one.id)] = (*(w for w in wanted if w == one.gloss or w in plain), *plain[:1])
    for kind, named in (("party", briefing.parties), ("person", briefing.people), ("place", briefing.places)):
        for thing in named:
            plain = [fold(alias.words) for alias in thing.aliases]
            wanted = [fold(thing.name), thing.id.replace("-", " ")]
            found[Meaning(kind, thing.id)] = (*(w for w in wanted if w in plain), *plain[:1])
    for party in briefing.parties:
        if party.people:
            found[Meaning("people", party.id)] = tuple(fold(alias.words) for alias in party.people)
    return found


def key_of(words: str, gap: str = "") -> str:
    """Return words as they are looked up: folded, with nothing or a *gap* between them."""
    return intern(gap.join(token.word for token in tokens_of(words)))


def _offices(briefing: Briefing, tag: str) -> dict[str, str]:
    """Return for the words that a language has for people the office that they are, "" for their name.

    The first that are listed are the name; what shares no word with it calls somebody by what they are.
    """
    found: dict[str, str] = {}
    for person in briefing.people:
        own = [one.words for one in person.aliases if one.language.lower() == tag]
        named = {token.word for words in own[:1] for token in tokens_of(words)}
        for words in own:
            called = named.isdisjoint(token.word for token in tokens_of(words))
            found[words] = fold(person.office) if called else ""
    return found
