"""Finds a briefing's concepts in words, through synonyms, word forms and typing errors."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from sys import intern
from typing import NamedTuple

from bot.answering.reading.misspelling import FIRST_LETTER, SHORTEST, SIMILAR, likened
from bot.answering.reading.putting import read_putting
from bot.answering.reading.text import LONGEST_WORD, Token, tokenise, tokens_of
from bot.briefing.folding import stem
from bot.briefing.known_ids import KnownId
from bot.briefing.models import Alias

# An ordinary word is hardly a misspelling.
MIN_KNOWN_REPAIRED = 6
# Without a dictionary of ordinary words every stranger looks misspelt: one edit in seven letters.
CAREFUL_SIMILARITY = 0.84
MIN_CAREFUL_REPAIRED = 6
# What else speaks for one reading over another as near.
LAST_LETTER, TELLING, PART = 0.02, 0.05, 0.1
# A repair is refused when a word of another meaning is this near.
REPAIR_MARGIN = 0.02
_NAMES = frozenset({"party", "person", "place"})
# What a briefing itself has words for, which may begin behind the article of a shorter name.
_OWN = _NAMES | {"people", "topic", "measure", "victims"}
_ARTICLE = "the"
_NEAR = 8  # readings that are compared
_REPAIRED = 4_096  # words whose repair is remembered
# The number of a day of a month.
_DAY = re.compile("(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?")
# Endings that a dictionary of basic forms leaves out.
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "est")


class Meaning(NamedTuple):
    """One thing that words may name; `kind` is a concept's kind, or party, people, person, place."""

    kind: str
    id: str


class Span(NamedTuple):
    """Tokens `first` up to, without, `last`, with everything that they may name.

    `words` are folded, `typed` as they stand in the text; `repaired` as read where they were misspelt.
    """

    first: int
    last: int
    words: str
    typed: str
    meanings: tuple[Meaning, ...]
    possessive: bool = False
    repaired: str | None = None

    def ids(self, *kinds: str) -> tuple[str, ...]:
        """Return the ids of the meanings of these kinds."""
        return tuple(m.id for m in self.meanings if m.kind in kinds)

    def has(self, kind: str, identity: KnownId) -> bool:
        """Tell whether the words may name this thing."""
        return (kind, identity) in self.meanings

    @property
    def known(self) -> bool:
        """Tell whether anything in the vocabulary explains the words."""
        return bool(self.meanings)


class WordList(AbstractSet[str]):
    """Many words in one sorted text, which is read back sooner than a set of them and takes a tenth of it."""

    __slots__ = ("_lines",)

    def __init__(self, words: Iterable[str]) -> None:
        self._lines = "".join(f"{word}\n" for word in sorted(words))

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines.splitlines())

    def __len__(self) -> int:
        return self._lines.count("\n")

    def __contains__(self, word: object) -> bool:
        """Tell whether a word is in the list, by halving what is left of it until that is one line."""
        lines, line = self._lines, f"{word}\n"
        first, last = 0, len(lines)
        while first < last:
            start = lines.rfind("\n", first, (first + last) // 2) + 1 or first
            end = lines.index("\n", start) + 1
            found = lines[start:end]
            if found == line:
                return True
            if found < line:
                first = end
            else:
                last = start
        return False


class Lexicon:
    """Every alias of a vocabulary and one briefing, by its words and by their stems.

    `longest` are the tokens of the longest.
    """

    def __init__(
        self,
        aliases: Iterable[tuple[Meaning, Alias]],
        known_words: frozenset[str] = frozenset(),
        *,
        careful: bool = False,
    ) -> None:
        """Take the aliases; *careful* with repairs where there are no *known_words* to go by."""
        self._least = CAREFUL_SIMILARITY if careful else SIMILAR
        self._shortest = MIN_CAREFUL_REPAIRED if careful else SHORTEST - 1
        # Words joined by spaces, equal words and meanings one object each: a cold start reads all of it back.
        self._exact: dict[str, tuple[Meaning, ...]] = {}
        self._stems: dict[str, tuple[Meaning, ...]] = {}
        shared: dict[tuple[Meaning, ...], tuple[Meaning, ...]] = {}
        for meaning, alias in aliases:
            tokens = tokens_of(alias.words)
            for table, key in (
                (self._exact, intern(" ".join(t.word for t in tokens))),
                (self._stems, intern(" ".join(t.stem for t in tokens))),
            ):
                found = table.get(key, ())
                if meaning not in found:
                    more = (*found, meaning)
                    table[key] = shared.setdefault(more, more)
        self.longest = max((key.count(" ") + 1 for key in self._exact), default=0)
        # Words and stems that are an alias only together with others.
        words = frozenset(intern(word) for key in self._exact for word in key.split())
        self._parts = words - self._exact.keys()
        self._stem_parts = frozenset(part for key in self._stems for part in key.split()) - self._stems.keys()
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(self._parts | {key for key in self._exact if key and " " not in key}):
            if self._repairable(word):
                self._by_letter.setdefault(word[0], []).append(word)
        self.known_words = WordList(known_words)
        self._repaired: dict[str, str | None] = {}  # of words that came lately: a briefing has few, often

    def read(self, text: str, first: int | None = None) -> tuple[Span, ...]:
        """Cut *text* into spans, or only its *first* tokens."""
        return self.spans(tokenise(text)[:first], text)

    def spans(self, tokens: tuple[Token, ...], text: str) -> tuple[Span, ...]:
        """Cut the *tokens* of *text* into the longest runs that the vocabulary knows, leaving none out."""
        words, repairs = [], {}
        for index, token in enumerate(tokens):
            repaired = self.repair(token.word)
            words.append(repaired or token.word)
            if repaired:
                repairs[index] = repaired
        stems = [stem(word) for word in words]
        spans, at = [], 0
        while at < len(tokens):
            length, meanings = self._longest(words, stems, at)
            last = at + length
            fixed = " ".join(words[at:last]) if any(i in repairs for i in range(at, last)) else None
            spans.append(
                Span(
                    at,
                    last,
                    " ".join(t.word for t in tokens[at:last]),
                    text[tokens[at].start : tokens[last - 1].end],
                    meanings,
                    tokens[last - 1].possessive or self._owns(words[last - 1]),
                    fixed,
                )
            )
            at = last
        return read_putting(tuple(spans), self.meanings)

    def meanings(self, words: str) -> tuple[Meaning, ...]:
        """Return everything that folded words may name as they are, misspelt or not."""
        return self._exact.get(words) or self._stems.get(" ".join(map(stem, words.split())), ())

    def aliases(self) -> Iterable[tuple[str, tuple[Meaning, ...]]]:
        """Return the words of every alias with everything that they may name."""
        return self._exact.items()

    def is_word(self, word: str) -> bool:
        """Tell whether an ordinary dictionary has a word, or one of its stem."""
        known = self.known_words
        return (
            len(word) < SHORTEST
            or word in known
            or any(word.endswith(end) and word[: -len(end)] in known for end in _ENDINGS)
        )

    def _longest(self, words: list[str], stems: list[str], at: int) -> tuple[int, tuple[Meaning, ...]]:
        dated = self._is_month_of_a_day(words, at)
        for length in range(min(self.longest, len(words) - at), 0, -1):
            found = self._exact.get(" ".join(words[at : at + length])) or self._stems.get(
                " ".join(stems[at : at + length])
            )
            # "27 March on Oslo" is a day, and nobody who marches.
            if found and not (dated and length > 1 and any(m.kind == "topic" for m in found)):
                named = length > 1 and words[at] == _ARTICLE and any(m.kind in _NAMES for m in found)
                if not (named and self._goes_on(words, stems, at + 1, at + length)):
                    return length, found
        return 1, ()

    def _goes_on(self, words: list[str], stems: list[str], at: int, end: int) -> bool:
        """Tell whether a name begins behind an article that goes on beyond *end* ("the union leader")."""
        length, found = self._longest(words, stems, at)
        return at + length > end and any(m.kind in _OWN for m in found)

    def _is_month_of_a_day(self, words: list[str], at: int) -> bool:
        """Tell whether a month stands there, with its day right before it: "27 March", "27th of March"."""
        day = words[at - 2] if at > 1 and words[at - 1] == "of" else words[at - 1] if at else ""
        return bool(_DAY.fullmatch(day)) and any(
            m.id.startswith("month-") for m in self._exact.get(words[at], ())
        )

    def _owns(self, word: str) -> bool:
        """Tell whether a word is a name with an s that lacks its apostrophe ("orlas raids")."""
        names = self._exact.get(word.removesuffix("s"), ())
        return word.endswith("s") and not self.is_part(word) and any(m.kind in _NAMES for m in names)

    def __getstate__(self) -> dict[str, object]:
        return vars(self) | {"_repaired": {}}

    def repair(self, word: str) -> str | None:
        """Return the vocabulary's word that *word* misspells, if it is one and only one."""
        try:
            return self._repaired[word]
        except KeyError:  # not looked up first: another thread may clear it meanwhile
            found = self._repair(word)
        if len(self._repaired) >= _REPAIRED:
            self._repaired.clear()
        self._repaired[word] = found
        return found

    def _repair(self, word: str) -> str | None:
        if not self._shortest <= len(word) <= LONGEST_WORD or not word.isalpha() or self.is_part(word):
            return None
        if self._owns(word):
            return None
        root = stem(word)
        known = word in self.known_words or root in self._stems or root in self._stem_parts
        if known and len(word) < MIN_KNOWN_REPAIRED:
            return None
        near = likened(word, self._neighbours(word), known=known, least=self._least, most=_NEAR)
        ranked = sorted(
            (
                (score + self._plausible(word, other), other)
                for other, score, _ in near
                if not known or (self._tells(other) and stem(word) != stem(other))
            ),
            reverse=True,
        )
        if not ranked:
            return None
        best_score, best = ranked[0]
        for score, other in ranked[1:]:
            if best_score - score < REPAIR_MARGIN and not self._alike(best, other):
                return None
        return best

    def _neighbours(self, word: str) -> list[str]:
        """Return the words whose first letter *word* has right, dropped or swapped: others hardly happen."""
        swapped = [other for other in self._by_letter.get(word[1], ()) if other[1] == word[0] != word[1]]
        longer = [letter + word for letter in self._by_letter if letter != word[0]]
        dropped = [other for other in longer if self.is_part(other) and self._repairable(other)]
        return [*self._by_letter.get(word[0], ()), *swapped, *dropped]

    def _plausible(self, word: str, other: str) -> float:
        """Return what speaks for *other* besides its likeness: people mistype first letters least."""
        bonus = FIRST_LETTER * (word[0] == other[0]) + LAST_LETTER * (word[-1] == other[-1])
        return bonus + TELLING * self._tells(other) - (0 if other in self._exact else PART)

    def is_part(self, word: str) -> bool:
        """Tell whether a word is an alias, or one of several that are one together."""
        return word in self._exact or word in self._parts

    def _repairable(self, word: str) -> bool:
        """Leave out words for what no briefing covers: to be unknown is as good."""
        meanings = self._exact.get(word, ())
        return len(word) >= SHORTEST and (not meanings or any(m.kind != "elsewhere" for m in meanings))

    def _tells(self, word: str) -> bool:
        """Tell whether a word names something, and is no mere cue or aside."""
        meanings = self._exact.get(word, ())
        return any(m.kind not in {"aside", "cue", "elsewhere"} for m in meanings)

    def _alike(self, one: str, other: str) -> bool:
        if stem(one) == stem(other):
            return True
        mine, theirs = self._exact.get(one, ()), self._exact.get(other, ())
        return not mine or not theirs or bool(set(mine) & set(theirs))
