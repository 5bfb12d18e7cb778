"""Holds the words of a language with their English gloss, and glosses questions with them."""

from collections.abc import Iterator
from functools import cache, partial
from sys import intern

from bot.answering.glossing.gloss import Gloss
from bot.answering.glossing.order import in_english_order
from bot.answering.glossing.pieces import UNREAD, Piece
from bot.answering.glossing.renderings import Renderings, key_of
from bot.answering.glossing.senses import NAMES, Sense, sense
from bot.answering.glossing.stems import longest_first, sounded, stemmed
from bot.answering.reading.aliases import covered
from bot.answering.reading.text import LONGEST_WORD, Token, clean, is_flag, tokenise, tokens_of
from bot.answering.reading.vocabulary import Lexicon, Meaning
from bot.briefing.folding import APOSTROPHES, fold
from bot.briefing.models import Alias, Briefing, Edition, Grammar, Language

_SPACED = 3  # tokens that an alias may be typed in more than it has
_ENDS = {"?": "?", "؟": "?", ".": ".", "!": "!", "\u06d4": ".", "…": ".", ";": ";", "؛": ";", "\n": "\n"}
_PAUSES = {",": ",", "،": ",", ":": ":", "(": ","}
_SHORTEST_STEM = 3
_LAST_DAY = 31
_ELIDED = str.maketrans(dict.fromkeys([*map(chr, APOSTROPHES), "'"], " "))


class Glossary:
    """The words of one language for a vocabulary and one briefing, each with its English gloss."""

    def __init__(self, edition: Edition, briefing: Briefing, language: Language, english: Lexicon) -> None:
        self.tag = language.tag
        self.grammar = language.grammar
        concepts = (*covered(edition.vocabulary, briefing), *briefing.concepts)
        self._acts = frozenset(one.id for one in concepts if one.act)
        found = Renderings(language, briefing, concepts, english)
        # The same English words are often meant.
        meant = cache(partial(sense, english=english, acts=self._acts))
        self._gap = " " if self.grammar.spaced else ""
        self._senses: dict[str, Sense] = {}
        self._stems: dict[str, Sense] = {}
        self._parts: set[str] = set()
        self._spaced: dict[str, set[str]] = {}
        self._longest_alias = 0
        if self.grammar.sounds:
            for text, several in language.after:
                for words in several:
                    self._stems.setdefault(self._stem_key(words), Sense(text, "after"))
        for words, text in found.glosses():
            self._take(words, meant(text)._replace(office=found.offices.get(words)))
        self._joined = self._parts & self._spaced.keys()
        if self._gap:
            self._spaced = {}
        self._initial = {key: meant(t) for t, ws in language.initial for w in ws for key in self._keys(w)}
        self._after = {
            key: Sense(t, "after") for t, ws in language.after for w in ws for key in self._keys(w)
        }
        marks = _marks(self.grammar)
        self._marks = {self._key(word): mark for mark, words in marks for word in words}
        told = (*language.initial, *language.after, *marks)
        longest = max((len(tokens_of(word)) for _, words in told for word in words), default=0)
        self._longest_alias = max(self._longest_alias, longest) + _SPACED
        self._known = self._senses.keys() | self._marks.keys()
        self._dates = frozenset(map(fold, self.grammar.dates))
        self._abbreviated = frozenset(map(fold, self.grammar.abbreviated))
        others = (*self._initial, *self._after, *self._marks)
        repairable = [*found.meanings(), *((Meaning("cue", "mark"), word) for word in others)]
        self._repairs = Lexicon(((m, Alias(word, self.tag)) for m, word in repairable), careful=True)

    def _take(self, words: str, means: Sense) -> None:
        """Hold words of the language with what they mean, in each way that they are looked up."""
        self._senses |= dict.fromkeys(self._keys(words), means)
        self._stems.setdefault(self._stem_key(words), means)
        parts = [intern(token.word) for token in tokens_of(words)]
        self._parts.update(parts)
        self._longest_alias = max(self._longest_alias, len(parts))
        if len(parts) > 1:
            self._spaced.setdefault(self._key(words), set()).add(" ".join(parts))

    def gloss(self, text: str, english: Lexicon) -> Gloss:
        """Return *text* in English words and English order."""
        text = clean(text)
        # "L'armée" is two words, as long as before, so that the asker's own stand at the same place.
        read = text.translate(_ELIDED) if self.grammar.elides else text
        pieces = in_english_order(list(self._pieces(read, english)), self.grammar)
        words: list[str] = []
        spans: list[tuple[int, int, int, int]] = []
        length = 0
        for piece in pieces:
            if piece.english:
                glued = not piece.english[0].isalnum()
                before = " " if words and not glued and not words[-1].endswith("\n") else ""
                words.append(before + piece.english)
                spans.append((length + len(before), length + len(words[-1]), piece.start, piece.end))
                length += len(words[-1])
        return Gloss("".join(words), text, tuple(spans))

    def _pieces(self, text: str, english: Lexicon) -> Iterator[Piece]:
        tokens = tokenise(text)
        words = [self._read(token.word, english) for token in tokens]
        stems = [self._stem(word) for word in words]
        at, begins = 0, True
        while at < len(tokens):
            length, sense = self._longest(words, stems, at, begins=begins)
            own = self._english(tokens, at, english)
            if own > length or sense is None:
                sense = self._as_it_is(tokens, at, max(own, 1), english)
                length = max(own, 1)
            start, end = tokens[at].start, tokens[at + length - 1].end
            if self._is_day(words, stems, at, text[end : end + 2], english):
                sense = Sense(f"{int(sense.english)}th", "noun")
                length += self._is_dated(words, at)
                end = tokens[at + length - 1].end
            place = any(meaning.kind == "place" for meaning in english.meanings(sense.english))
            yield Piece(sense.english, sense.kind, start, end, place=place, office=sense.office)
            at += length
            begins = False
            following = text[end : tokens[at].start if at < len(tokens) else len(text)]
            if words[at - 1] in self._abbreviated:
                following = following.removeprefix(".")
            ordinal = sense.english.isdecimal() and self._is_month(words, stems, at, english)
            if at < len(tokens) and (ordinal or (_is_ordinal(sense.english) and following == ". ")):
                continue  # "26. Februar", "am 26. noch": the full stop makes an ordinal, and ends nothing
            for mark in following:
                if mark in _ENDS:
                    yield Piece(_ENDS[mark], "end", end, end)
                    begins = True
                    break
                if mark in _PAUSES:
                    yield Piece(_PAUSES[mark], "end", end, end)
                    break

    def _is_day(self, words: list[str], stems: list[str], at: int, following: str, english: Lexicon) -> bool:
        """Tell whether a number is a day of some month by the word before it.

        No month and no share follows; where a sentence begins, it may be who is spoken of ("el 19 ese").
        """
        days = self.grammar.days
        if not words[at].isdecimal() or not 1 <= int(words[at]) <= _LAST_DAY:
            return False
        if self._is_dated(words, at):
            return True
        if not (at and words[at - 1] in days) or (at == 1 and following[:1] not in {",", "."}):
            return False
        months = (self._is_month(words, stems, n, english) for n in (at + 1, at + 2))
        return "%" not in following and not any(months)

    def _is_dated(self, words: list[str], at: int) -> bool:
        """Tell whether a word for a date follows: "27 date"."""
        return not self._dates.isdisjoint(words[at + 1 : at + 2])

    def _is_month(self, words: list[str], stems: list[str], at: int, english: Lexicon) -> bool:
        if at >= len(words):
            return False
        _, sense = self._longest(words, stems, at, begins=False)
        return sense is not None and any(m.id.startswith("month-") for m in english.meanings(sense.english))

    def _as_it_is(self, tokens: tuple[Token, ...], at: int, length: int, english: Lexicon) -> Sense:
        words = " ".join(token.word for token in tokens[at : at + length])
        if words[:1].isdecimal():
            return Sense(words, "noun")
        if is_flag(words):
            return Sense(words, "name")
        known = self._english(tokens, at, english)
        return sense(words, english, self._acts) if known else Sense(UNREAD + words, "noun")

    def _longest(
        self, words: list[str], stems: list[str], at: int, *, begins: bool
    ) -> tuple[int, Sense | None]:
        for length in range(min(self._longest_alias, len(words) - at), 0, -1):
            key = self._gap.join(words[at : at + length])
            alone = key in self._parts and key not in self._joined
            typed = words[at : at + length]
            if length > 1 and (alone or self._parted_elsewhere(key, typed)) and self._known.issuperset(typed):
                continue  # two words, as they are typed, and not a third that they would be together
            found = (
                (self._initial.get(key) if begins else None)
                or self._after.get(key)
                or self._marks.get(key)
                or self._senses.get(key)
                or self._stems.get(self._gap.join(stems[at : at + length]))
            )
            if found:
                return length, found
        return 0, None

    def _parted_elsewhere(self, key: str, typed: list[str]) -> bool:
        """Tell whether words that are run together alike are parted at other letters: "a nice", "an ice"."""
        splits = [split.split(" ") for split in self._spaced.get(key, ())]
        return any(len(split) == len(typed) for split in splits) and typed not in splits

    def _english(self, tokens: tuple[Token, ...], at: int, english: Lexicon) -> int:
        """Return how many tokens are an English alias: any where people mix, else a name."""
        for length in range(min(english.longest, len(tokens) - at), 0, -1):
            meanings = english.meanings(" ".join(token.word for token in tokens[at : at + length]))
            if meanings and (
                self.grammar.mixes_english or any(m.kind in NAMES | {"people"} for m in meanings)
            ):
                return length
        return 0

    def _read(self, word: str, english: Lexicon) -> str:
        if len(word) > LONGEST_WORD or english.meanings(word) or self._stem(word) in self._stems:
            return word
        return self._without_clitics(word, english) or self._repairs.repair(word) or word

    def _without_clitics(self, word: str, english: Lexicon) -> str | None:
        """Return the known word that *word* is with a short one written onto it: "bodies-are"."""
        for clitic in map(fold, self.grammar.clitics):
            rest = word.removesuffix(clitic)
            if word in self._parts or rest == word or len(rest) < _SHORTEST_STEM:
                continue
            if rest in self._parts or english.meanings(rest):
                return rest
            if found := self._without_clitics(rest, english):
                return found
        return None

    def _key(self, words: str) -> str:
        return key_of(words, self._gap)

    def _keys(self, words: str) -> tuple[str, ...]:
        """Return the key of words, and that which parts them where an apostrophe may stand or be left out."""
        elided = (self._key(words.translate(_ELIDED)),) if self.grammar.elides else ()
        return (*elided, self._key(words))

    def _stem_key(self, words: str) -> str:
        return intern(self._gap.join(self._stem(token.word) for token in tokens_of(words)))

    def _stem(self, word: str) -> str:
        if self.grammar.stemmer:
            return stemmed(self.grammar.stemmer, word)
        if self.grammar.sounds:
            return sounded(self.grammar.sounds, word)
        for ending in longest_first(self.grammar.endings):
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word[: -len(ending)]
        return word


def _is_ordinal(english: str) -> bool:
    return english.removesuffix("th").isdecimal() and english.endswith("th")


def _marks(grammar: Grammar) -> tuple[tuple[Sense, tuple[str, ...]], ...]:
    """Return the words of a language that only mark the noun beside them, each with what they mark."""
    return (
        (Sense("", "doer"), grammar.doer),
        (Sense("", "undergoer"), grammar.undergoer),
        (Sense("", "owner"), grammar.owner_before),
        (Sense("", "owned"), grammar.owner_after),
        (Sense("of", "agent"), grammar.agent),
    )
