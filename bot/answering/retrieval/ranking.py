"""Ranks claims for a question by their phrasings, whatever the briefing is about.

Up to some thousand phrasings a head is trained on them; more are found by their words alone. Either way the
question's misspelt words are repaired first by the words of the phrasings.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from bot.answering.retrieval.calibration import Asked, Calibration, calibrate
from bot.answering.retrieval.head import MOST_PHRASINGS, Head, fit, softmax, train
from bot.answering.retrieval.lexical import Lexical
from bot.answering.retrieval.spelling import Spelling
from bot.answering.retrieval.terms import words_of
from bot.answering.text import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    # Texts to rows of length 1, one a text.
    Encode = Callable[[Sequence[str]], np.ndarray]

DEFAULT_RISK = 0.01
# Of so many parts one is asked while the head is trained on the others.
PARTS = 5
# Asking a million phrasings without themselves takes an hour; a sample says as much.
MOST_ASKED = 1_000


class Match(NamedTuple):
    """A claim with its score (0-100)."""

    claim: str
    score: float


class Ranking(NamedTuple):
    """Claims nearest to a question, best first; whether one covers it at all, and whether the first alone."""

    matches: tuple[Match, ...]
    covered: bool
    certain: bool


class Retrieval(NamedTuple):
    """The phrasings of one briefing, ready to be asked.

    `stems` has for each word of `spelling` its number in `lexical`; `order` for each phrasing, in the order
    of its claims, which of those given it is.
    """

    claims: tuple[str, ...]
    spelling: Spelling
    stems: np.ndarray
    order: np.ndarray
    head: Head | None
    lexical: Lexical | None
    calibration: Calibration

    def rank(
        self,
        text: str,
        *,
        known: AbstractSet[str] = frozenset(),
        encode: Encode | None = None,
        limit: int = 10,
    ) -> Ranking:
        """Return the claims that *text* may ask for; `known` are ordinary words, hardly misspelt."""
        if not self.claims:
            return Ranking((), covered=False, certain=False)
        claims, scores = self.scores(words_of(text), known, encode)
        lead = float(scores[0] - scores[1]) if len(scores) > 1 else float(scores.sum())
        covered = bool(len(scores)) and float(scores[0]) >= self.calibration.threshold
        return Ranking(
            tuple(
                Match(self.claims[claim], 100 * float(score))
                for claim, score in zip(claims[:limit], scores[:limit], strict=True)
            ),
            covered=covered,
            certain=covered and lead >= self.calibration.margin,
        )

    def scores(
        self, words: Sequence[str], known: AbstractSet[str], encode: Encode | None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the claims nearest to these words, as numbers and best first, and their scores (0-1)."""
        if self.head is not None:
            repaired = self.spelling.repaired(words, known)
            has = encode is not None and self.head.encoded.shape[1]
            encoded = encode([" ".join(repaired)])[0] if encode is not None and has else None
            scores = self.head.probabilities(repaired, encoded)
            order = np.argsort(-scores, kind="stable")
            return order, scores[order]
        if self.lexical is None:
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        found: list[tuple[int, float]] = []
        strange = 0
        for word in words:
            number = self.spelling.number(word)
            near = [(number, 1.0)] if number is not None else self.spelling.near(word, known)
            if near:
                found.append((int(self.stems[near[0][0]]), sqrt(near[0][1])))
            else:
                strange += 1
        return self.lexical.rank(found, strange)


def build(
    phrasings: Iterable[tuple[str, str]],
    *,
    encode: Encode | None = None,
    risk: float = DEFAULT_RISK,
    besides: Iterable[str] = (),
    known: AbstractSet[str] = frozenset(),
) -> Retrieval:
    """Return the retrieval for phrasings given as (claim, text), calibrated for a selective risk (0-1).

    `besides` are texts that ask for none of the claims. With `encode`, a head is trained on what it says too.
    """
    claims: dict[str, int] = {}
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    owners, sizes, said = array("i"), array("i"), array("i")
    for claim, text in phrasings:
        owners.append(claims.setdefault(claim, len(claims)))
        before = len(said)
        said.extend(map(numbers.__getitem__, words_of(text)))
        sizes.append(len(said) - before)
    texts = _Texts(tuple(numbers), np.array(said, np.int32), np.array(sizes, np.int64))
    del said, sizes, numbers
    owned = np.array(owners, np.int32)
    order = np.argsort(owned, kind="stable")
    texts, owned = texts.ordered(order), owned[order]
    few = len(owned) <= MOST_PHRASINGS
    # Where letters are compared, too, a word is better mended into one that no phrasing has than not at all.
    words = [*texts.distinct, *sorted(known - set(texts.distinct))] if few else texts.distinct
    spelling = Spelling.of(words, np.bincount(texts.words, minlength=len(words)))
    if few:
        # Threads that wait for each other cost more than they bring, and would take the cores from answering.
        with threadpool_limits(1):
            head, asked = _trained(texts, owned, len(claims), encode) if claims else (None, None)
        stems, lexical = np.zeros(0, np.int32), None
    else:
        head = None
        stems, lexical, asked = _indexed(texts, owned, len(claims))
    bare = Retrieval(tuple(claims), spelling, stems, order, head, lexical, _NO_CALIBRATION)
    if asked is None:
        return bare
    scored = [bare.scores(words_of(text), known, encode)[1] for text in besides]
    near = [(float(s[0]), float(s[0] - (s[1] if len(s) > 1 else 0))) for s in scored if len(s)]
    return bare._replace(calibration=calibrate(asked, near, risk))


_NO_CALIBRATION = Calibration(2.0, 2.0, 0.0, 0.0, thin=True, confusable=(), lost=())


class _Texts(NamedTuple):
    """Many texts as numbers of distinct words, and how many words each has."""

    distinct: tuple[str, ...]
    words: np.ndarray
    sizes: np.ndarray

    def ordered(self, order: np.ndarray) -> _Texts:
        starts = np.cumsum(self.sizes) - self.sizes
        sizes = self.sizes[order]
        ends = np.cumsum(sizes)
        at = np.arange(len(self.words)) + np.repeat(starts[order] - ends + sizes, sizes)
        return _Texts(self.distinct, self.words[at], sizes)

    def listed(self) -> Iterator[list[str]]:
        at = 0
        for size in self.sizes:
            yield [self.distinct[n] for n in self.words[at : at + size]]
            at += int(size)


def _trained(texts: _Texts, owners: np.ndarray, claims: int, encode: Encode | None) -> tuple[Head, Asked]:
    listed = list(texts.listed())
    encoded = encode([" ".join(words) for words in listed]) if encode else None
    head, likeness = train(listed, owners, claims, encoded)
    # The phrasings of a claim go into different parts, its n-th into the n-th.
    first = np.searchsorted(owners, np.arange(claims))
    places = np.arange(len(owners)) - first[owners]
    scores = np.full((len(owners), claims), -1.0, np.float32)
    for part in range(PARTS):
        _ask_apart(scores, likeness, owners, places % PARTS == part)
    return head, _asked(scores, owners)


def _ask_apart(scores: np.ndarray, likeness: np.ndarray, owners: np.ndarray, apart: np.ndarray) -> None:
    """Write the scores of the phrasings *apart* by a head trained on the others, for the claims of these."""
    rest = ~apart
    left = np.unique(owners[rest])
    if not apart.any() or not len(left):
        return
    renumbered = np.zeros(scores.shape[1], np.int64)
    renumbered[left] = np.arange(len(left))
    shares = fit(likeness[np.ix_(rest, rest)], renumbered[owners[rest]], len(left))
    scores[np.ix_(apart, left)] = softmax(likeness[np.ix_(apart, rest)] @ shares)


def _asked(scores: np.ndarray, owners: np.ndarray) -> Asked:
    """Return what a matrix of scores (phrasing x claim) finds; claims of a single phrasing are left out."""
    numbers = np.arange(len(owners))
    usable = scores[numbers, owners] >= 0
    order = np.argsort(-scores, axis=1, kind="stable")[:, :2]
    best = scores[numbers, order[:, 0]]
    second = np.maximum(scores[numbers, order[:, -1]], 0) if scores.shape[1] > 1 else np.zeros(len(owners))
    beside = scores.copy()
    beside[numbers, owners] = -1
    others = np.where(beside.max(axis=1) >= 0, beside.argmax(axis=1), -1)
    # Without its own claim, the others share what it would have had.
    left_out = beside.max(axis=1) / np.maximum(1 - np.maximum(scores[numbers, owners], 0), 1e-6)
    return Asked(
        numbers[usable],
        owners[usable],
        order[usable, 0],
        best[usable],
        (best - second)[usable],
        others[usable],
        beside.max(axis=1)[usable],
        left_out[left_out >= 0],
    )


def _indexed(texts: _Texts, owners: np.ndarray, claims: int) -> tuple[np.ndarray, Lexical, Asked]:
    distinct: dict[str, int] = {}
    stems = np.fromiter(
        (distinct.setdefault(stem(word), len(distinct)) for word in texts.distinct),
        np.int32,
        len(texts.distinct),
    )
    # A word twice in a phrasing says it once.
    of = np.repeat(np.arange(len(owners), dtype=np.int64), texts.sizes)
    keys = of * len(distinct) + stems[texts.words]
    keys.sort()
    keys = keys[np.diff(keys, prepend=-1) > 0]
    of = keys // len(distinct)
    words = (keys % len(distinct)).astype(np.int32)
    del keys
    starts = np.zeros(len(owners) + 1, np.int64)
    np.cumsum(np.bincount(of, minlength=len(owners)), out=starts[1:])
    del of
    claim_starts = np.searchsorted(owners, np.arange(claims + 1))
    lexical = Lexical.of(words, starts, claim_starts, len(distinct))
    return stems, lexical, _sampled(lexical, owners)


def _sampled(lexical: Lexical, owners: np.ndarray) -> Asked:
    sizes = np.bincount(owners)
    usable = np.flatnonzero(sizes[owners] > 1)
    chosen = usable[:: max(1, -(-len(usable) // MOST_ASKED))]
    rows: list[tuple[int, int, int, float, float, int, float]] = []
    for phrasing in chosen:
        own = int(owners[phrasing])
        words = lexical.words[lexical.phrasing_starts[phrasing] : lexical.phrasing_starts[phrasing + 1]]
        claims, scores = lexical.rank([(int(word), 1.0) for word in words], 0, int(phrasing))
        if not len(claims):
            continue
        lead = float(scores[0] - scores[1]) if len(scores) > 1 else float(scores[0])
        beside = np.flatnonzero(claims != own)[:1]
        other, score = (int(claims[beside[0]]), float(scores[beside[0]])) if len(beside) else (-1, 0.0)
        rows.append((int(phrasing), own, int(claims[0]), float(scores[0]), lead, other, score))
    found = np.array(rows, np.float64).reshape(-1, 7)
    numbers = found[:, [0, 1, 2, 5]].astype(np.int64)
    return Asked(
        phrasings=numbers[:, 0],
        owners=numbers[:, 1],
        found=numbers[:, 2],
        scores=found[:, 3],
        leads=found[:, 4],
        others=numbers[:, 3],
        other_scores=found[:, 6],
        left_out=found[:, 6],
    )
