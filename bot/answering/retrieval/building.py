"""Makes phrasings ready to be asked: learns from them, or indexes very many, and calibrates."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from bot.answering.retrieval.calibrating import Asked, Beside, calibrate
from bot.answering.retrieval.calibration import UNCALIBRATED
from bot.answering.retrieval.hashing import spelling_of
from bot.answering.retrieval.learning import learn
from bot.answering.retrieval.lexical import Lexical
from bot.answering.retrieval.ranking import Retrieval, best_of, by_probability
from bot.answering.retrieval.terms import words_of
from bot.answering.retrieval.training import MOST_PHRASINGS, train
from bot.briefing.folding import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from bot.answering.retrieval.learning import Trial
    from bot.answering.retrieval.ranking import Encode, Ranking, Scored

DEFAULT_RISK = 0.01
# Of so many parts one is asked while the head is trained on the others.
PARTS = 5
# Of many texts each part is large enough to tell.
PARTS_OF_EXAMPLES = 3
# Asking a million phrasings without themselves takes an hour; a sample says as much.
MOST_ASKED = 1_000
_NO_STEMS = array("i")
# The part of what is never left out.
ALWAYS_THERE = -1


class Examples(NamedTuple):
    """What people ask, given as (claim, text) with None for no claim, and how an answer to it is judged.

    Whoever asks for one of two claims that are `alike` is as well served by the other; `tried` gives what the
    decision knows of a text, of its claim and of how it ranks when it is asked apart.
    """

    asked: Sequence[tuple[str | None, str]]
    alike: Callable[[str, str], bool]
    tried: Callable[[str, str | None, Ranking], Trial]


def build(
    phrasings: Iterable[tuple[str, str]],
    *,
    encode: Encode | None = None,
    risk: float = DEFAULT_RISK,
    besides: Sequence[str] = (),
    known: AbstractSet[str] = frozenset(),
    examples: Examples | None = None,
) -> Retrieval:
    """Return the retrieval for phrasings given as (claim, text), calibrated for a selective risk (0-1).

    `besides` ask for what none of the claims covers, `known` are ordinary words. With `encode`, a head is
    trained on what it says too.
    """
    given = iter(phrasings)
    first = list(islice(given, MOST_PHRASINGS + 1))
    if len(first) > MOST_PHRASINGS:
        return _indexed(chain(first, given), besides, known, risk)
    # Threads that wait for each other cost more than they bring, and would take the cores from answering.
    with threadpool_limits(1):
        return _learnt(first, besides, known, risk, encode, examples)


def _learnt(
    phrasings: Sequence[tuple[str, str]],
    besides: Sequence[str],
    known: AbstractSet[str],
    risk: float,
    encode: Encode | None,
    examples: Examples | None,
) -> Retrieval:
    """Return a retrieval with a head that was trained on all phrasings, and examples or the names of claims.

    What asks for no claim is a class of its own if there are examples of it: small talk alone is too far off
    to teach what comes near.
    """
    claims = tuple(dict.fromkeys(claim for claim, _ in phrasings))
    numbers: dict[str | None, int] = {claim: number for number, claim in enumerate(claims)}
    numbers[None] = len(claims)
    texts = [(numbers[claim], text, False) for claim, text in phrasings]
    if examples:
        texts += [(numbers[claim], text, True) for claim, text in examples.asked]
        texts += [(len(claims), text, False) for text in besides]
    texts.sort(key=lambda one: one[0])
    owners = np.array([owner for owner, _, _ in texts], np.int64)
    # The phrasings of a claim go into different parts, its n-th into the n-th; with examples, its first third
    # into the first, where one voice stands after the other.
    places = np.arange(len(owners)) - np.searchsorted(owners, owners)
    sizes = np.bincount(owners)
    parts = places * PARTS_OF_EXAMPLES // sizes[owners] if examples else places % PARTS
    listed = [words_of(text) for _, text, _ in texts]
    # Beside examples, which are what people say, a name teaches nothing.
    names = {} if examples else _names(claims, MOST_PHRASINGS - len(texts))
    listed += names.values()
    counts = Counter(word for words in listed for word in set(words))
    # Where letters are compared, too, a word is better mended into one that no phrasing has than not at all.
    words = [*counts, *sorted(known - counts.keys())]
    spelling = spelling_of(words, np.array([counts[word] for word in words], np.int64))
    bare = Retrieval(claims, spelling, _NO_STEMS, None, None, UNCALIBRATED)
    if not claims:
        return bare
    encoded = encode([" ".join(words) for words in listed]) if encode else None
    named = np.array(list(names), np.int64)
    head, scores = train(
        listed,
        np.concatenate([owners, named]),
        len(claims) + bool(examples),
        encoded,
        # Without its only phrasing a claim is not there, whatever its name.
        np.concatenate([parts, np.where(sizes[named] > 1, ALWAYS_THERE, 0)]),
        # Examples and an encoder tell better what is meant.
        by_sense=not (examples or encode),
    )
    scores = scores[: len(texts)]
    bare = bare._replace(head=head)
    covered = owners < len(claims)
    # A claim that no other part has a phrasing of has no score.
    scored = [by_probability(row, len(claims)) for row in np.maximum(scores, 0).tolist()]
    calibration = calibrate(
        _found_asked(scores[covered], owners[covered], len(claims)),
        _found_beside(
            [scored[n] for n in np.flatnonzero(~covered).tolist()]
            if examples
            else _scored(bare, besides, known, encode)
        ),
        risk,
        alike=lambda claim, other: examples is not None and examples.alike(claims[claim], claims[other]),
    )
    bare = bare._replace(calibration=calibration)
    if examples is None:
        return bare
    trials = [
        examples.tried(text, (*claims, None)[owner], bare.ranking(scored[n], _unheard(listed[n], counts)))
        for n, (owner, text, is_example) in enumerate(texts)
        if is_example
    ]
    return bare._replace(trust=learn(trials, risk))


def _names(claims: Sequence[str], most: int) -> dict[int, list[str]]:
    """Return the words of claims' names, by the numbers of the claims; none where they are more than *most*.

    Whoever names a claim says shortest what it is about. A word with a digit is a number or a code.
    """
    named = {
        number: [word for word in words_of(claim.replace("_", " ")) if word.isalpha()]
        for number, claim in enumerate(claims)
    }
    named = {number: words for number, words in named.items() if words}
    return named if len(named) <= most else {}


def _unheard(words: Sequence[str], counts: Counter[str]) -> frozenset[str]:
    """Return the words of a text that no other has."""
    return frozenset(word for word in words if counts[word] == 1)


def _indexed(
    phrasings: Iterable[tuple[str, str]], besides: Sequence[str], known: AbstractSet[str], risk: float
) -> Retrieval:
    """Return a retrieval of the phrasings' words, where they are too many to train on."""
    claims: dict[str, int] = {}
    words: defaultdict[str, int] = defaultdict()
    words.default_factory = words.__len__
    owners, sizes, said = array("i"), array("i"), array("i")
    for claim, text in phrasings:
        owners.append(claims.setdefault(claim, len(claims)))
        before = len(said)
        said.extend(map(words.__getitem__, words_of(text)))
        sizes.append(len(said) - before)
    owned = np.array(owners, np.int32)
    order = np.argsort(owned, kind="stable")
    lengths, told = np.array(sizes, np.int64), np.array(said, np.int32)
    del owners, sizes, said
    told, lengths, owned = _in_order(told, lengths, order), lengths[order], owned[order]
    spelling = spelling_of(tuple(words), np.bincount(told, minlength=len(words)))
    stems, lexical = _lexical(tuple(words), told, lengths, owned, len(claims))
    bare = Retrieval(tuple(claims), spelling, stems.data, None, lexical, UNCALIBRATED)
    beside = _found_beside(_scored(bare, besides, known, None))
    return bare._replace(calibration=calibrate(_sampled(lexical, owned), beside, risk))


def _scored(
    bare: Retrieval, texts: Iterable[str], known: AbstractSet[str], encode: Encode | None
) -> list[Scored]:
    return [bare.scores(words_of(text), known, encode) for text in texts]


def _found_beside(scored: Iterable[Scored]) -> list[Beside]:
    """Return what is found for texts that ask for no claim."""
    return [Beside(*best_of(scores, none)) for found, scores, none in scored if found]


def _found_asked(scores: np.ndarray, owners: np.ndarray, claims: int) -> Asked:
    """Return what a matrix of scores (phrasing x class) finds; claims of a single phrasing are left out."""
    scores, none = scores[:, :claims], scores[:, claims:].max(axis=1, initial=0.0)
    numbers = np.arange(len(owners))
    usable = scores[numbers, owners] >= 0
    order = np.argsort(-scores, axis=1, kind="stable")[:, :2]
    best = scores[numbers, order[:, 0]]
    second = scores[numbers, order[:, 1]] if claims > 1 else np.zeros(len(owners))
    beside = scores.copy()
    beside[numbers, owners] = -1
    others = np.where(beside.max(axis=1) >= 0, beside.argmax(axis=1), -1)
    # Without its own claim, the others share what it would have had.
    left_out = beside.max(axis=1) / np.maximum(1 - np.maximum(scores[numbers, owners], 0), 1e-6)
    return Asked(
        owners[usable],
        order[usable, 0],
        best[usable],
        (best - np.maximum(second, none))[usable],
        others[usable],
        beside.max(axis=1)[usable],
        left_out[left_out >= 0],
    )


def _in_order(words: np.ndarray, sizes: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Return the words of texts, each of its size, with the texts in another order."""
    starts = np.cumsum(sizes) - sizes
    sizes = sizes[order]
    ends = np.cumsum(sizes)
    at = np.arange(len(words)) + np.repeat(starts[order] - ends + sizes, sizes)
    return np.asarray(words[at])


def _lexical(
    distinct: Sequence[str], said: np.ndarray, sizes: np.ndarray, owners: np.ndarray, claims: int
) -> tuple[np.ndarray, Lexical]:
    """Return the stem of each distinct word, as a number, and the index of what the phrasings say."""
    numbers: dict[str, int] = {}
    stems = np.fromiter(
        (numbers.setdefault(stem(word), len(numbers)) for word in distinct), np.int32, len(distinct)
    )
    # A word twice in a phrasing says it once.
    of = np.repeat(np.arange(len(owners), dtype=np.int64), sizes)
    keys = of * len(numbers) + stems[said]
    keys.sort()
    keys = keys[np.diff(keys, prepend=-1) > 0]
    of = keys // len(numbers)
    words = (keys % len(numbers)).astype(np.int32)
    del keys
    starts = np.zeros(len(owners) + 1, np.int64)
    np.cumsum(np.bincount(of, minlength=len(owners)), out=starts[1:])
    del of
    claim_starts = np.searchsorted(owners, np.arange(claims + 1))
    return stems, Lexical.of(words, starts, claim_starts, len(numbers))


def _sampled(lexical: Lexical, owners: np.ndarray) -> Asked:
    sizes = np.bincount(owners)
    usable = np.flatnonzero(sizes[owners] > 1)
    chosen = usable[:: max(1, -(-len(usable) // MOST_ASKED))]
    rows: list[tuple[int, int, float, float, int, float]] = []
    for phrasing in chosen:
        own = int(owners[phrasing])
        words = lexical.words[lexical.phrasing_starts[phrasing] : lexical.phrasing_starts[phrasing + 1]]
        claims, scores = lexical.rank([(int(word), 1.0) for word in words], 0, int(phrasing))
        if not len(claims):
            continue
        lead = float(scores[0] - scores[1]) if len(scores) > 1 else float(scores[0])
        beside = np.flatnonzero(claims != own)[:1]
        other, score = (int(claims[beside[0]]), float(scores[beside[0]])) if len(beside) else (-1, 0.0)
        rows.append((own, int(claims[0]), float(scores[0]), lead, other, score))
    found = np.array(rows, np.float64).reshape(-1, 6)
    whole = found[:, [0, 1, 4]].astype(np.int64)
    return Asked(
        owners=whole[:, 0],
        found=whole[:, 1],
        scores=found[:, 2],
        leads=found[:, 3],
        others=whole[:, 2],
        other_scores=found[:, 5],
        left_out=found[:, 5],
    )
