"""Reads a message sentence by sentence, each with what those before it leave unsaid for it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from bot.answering.checking.heard import Heard, carried_on, may_go_on, source_of, speakers_of
from bot.answering.checking.preamble import heading
from bot.answering.checking.quoting import verbatim
from bot.answering.checking.rejoinders import agreeing, check_rejoinder, is_rejoinder
from bot.answering.checking.sentence_check import check_sentence, claims_of
from bot.answering.checking.sentence_kinds import calls_true, goes_on, is_circumstance, only_asks
from bot.answering.checking.sequence import answering, linked
from bot.answering.claims.index import Index
from bot.answering.reading.question import Question
from bot.answering.showing.checked import Finding


class Held(NamedTuple):
    """A sentence with what is found of it; `covered` is whether that is all it says."""

    sentence: str
    found: list[Finding]
    covered: bool


def held(index: Index, message: str, sentences: Iterable[str], heard: Heard) -> list[Held]:
    """Return each sentence with what is found of it, and of what the next adds to it."""
    discourse = _Discourse(index, message, heard)
    for sentence in sentences:
        discourse.take(sentence)
    return discourse.held


class _Discourse:
    """A message as far as it is read: what is found of each sentence, and what the next may lean on.

    `_told` is what is found of the last sentence that asserted something, which begins at `_start`.
    """

    def __init__(self, index: Index, message: str, heard: Heard) -> None:
        self.held: list[Held] = []
        self._index = index
        self._message = message
        self._heard = heard
        self._told: list[Finding] = []
        self._start = self._begin = self._end = 0
        self._last = ""

    def take(self, sentence: str) -> None:
        """Hold the next sentence against the briefing, as the kind of sentence that it is."""
        self._begin = self._message.index(sentence, self._end)
        self._end = self._begin + len(sentence)
        question = self._index.reader.read(agreeing(sentence))
        follows = bool(self._told)
        another_day = question.find("date") and question.find("place")  # "On Sunday it was Wex"
        if follows and is_circumstance(question) and not another_day:
            self._circumstance()
        elif follows and source_of(self._index, sentence):
            self.held.append(Held(sentence, [], covered=True))
        elif only_asks(question) or (follows and calls_true(question)):
            self._aside(sentence, [])
        elif follows and is_rejoinder(question):
            self._rejoinder(sentence, question)
        else:
            self._assertion(sentence, question)
        self._last = sentence
        self._heard = self._heard._replace(
            speakers=heading(self._index, sentence) or self._heard.speakers,
            places=question.find("place") or self._heard.places,
        )

    def _circumstance(self) -> None:
        """Add to the last sentence in what it differs together with where, when or how that was."""
        together = self._message[self._start : self._end]
        more = check_sentence(self._index, together, self._heard)
        self.held[-1].found.extend(f for f in more if f.verdict == "distorts")

    def _rejoinder(self, sentence: str, question: Question) -> None:
        found = check_rejoinder(self._index, question.text, claims_of(self._told))
        found = [f if f.quote in sentence else replace(f, quote=sentence) for f in found]
        self._aside(sentence, found, covered=not found)

    def _aside(self, sentence: str, found: list[Finding], *, covered: bool = False) -> None:
        """Hold what breaks off whose words the sentences before it went on with."""
        self.held.append(Held(sentence, found, covered))
        self._heard = self._heard._replace(carried=frozenset())

    def _assertion(self, sentence: str, question: Question) -> None:
        index, earlier = self._index, self._told
        carried = self._heard.carried if may_go_on(sentence) else frozenset()
        speakers = self._speakers_before(question) or self._heard.speakers
        heard = self._heard._replace(speakers=speakers, carried=carried)
        cited = verbatim(index, sentence)
        found = cited or check_sentence(index, sentence, heard)
        found = found or check_sentence(index, answering(sentence) or "", heard)
        self._heard = self._heard._replace(carried=carried_on(index, sentence, found, carried))
        self._told = [*linked(index, self._last, earlier, sentence, found), *found]
        self._start = self._begin
        covered = bool(cited or heading(index, sentence))
        self.held.append(Held(sentence, list(self._told), covered))

    def _speakers_before(self, question: Question) -> frozenset[str]:
        """Return who speaks in the last sentence, where this one goes on with it."""
        also = goes_on(question)
        if not self._told or not (also or is_circumstance(question)):
            return frozenset()
        return speakers_of(self._index, [self._last], told=True, counting=also)
