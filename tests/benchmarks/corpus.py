"""Invents phrasings of any number, questions for them, and folders with them, the same for the same seed.

Words are as frequent as in writing: the n-th is n times rarer than the first (Zipf), and there are the more
the more is written (Heaps). A claim's phrasings share a few words with each other, some of these with the
claims beside it, and all share the words that questions are made with.
"""

from __future__ import annotations

import shutil
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.desk.settings import shipped_knowledge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PHRASINGS = 10  # a claim
NEIGHBOURS = 8  # claims on one subject, which share words
SUBJECT_WORDS, OWN_WORDS = 2, 3
KEPT = 0.6  # share of the claim's words in a phrasing
STRAY = 0.3  # share of phrasings with a word that the claim's others lack
FRAME = 150  # words that any question may be made with
LEAST_FRAME, MOST_FRAME = 3, 6  # of them in one text
DROPPED = 0.25  # share of the claim's words that a question leaves out
LONGER = 5  # letters of a word that is mistyped
HEAPS_FACTOR, HEAPS_POWER = 10, 0.6
WORDS_A_PHRASING = 9
QUESTIONS = 1_000
IN_A_BRIEFING = 4_000  # claims of a folder; a file may have five megabytes
CHANGED = 100
IN_A_FOLDER = 4  # phrasings a claim of a folder

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _ROWS for at, letter in enumerate(row)
}
_ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_ENDS = ["", "", "n", "r", "l", "s", "nt", "rk"]


class Asked(NamedTuple):
    """A question with the claim that it asks for."""

    text: str
    claim: str
    mistyped: bool


class Corpus:
    """Phrasings as (claim, text), and questions for them."""

    def __init__(self, size: int, seed: int) -> None:
        self._random = np.random.default_rng([seed, size])
        self._claims = max(1, size // PHRASINGS)
        number = int(HEAPS_FACTOR * (WORDS_A_PHRASING * size) ** HEAPS_POWER)
        words = _vocabulary(number + FRAME, self._random)
        self._frame, self._words = words[:FRAME], words[FRAME:]
        self._mass = np.cumsum(1 / np.arange(1, number + 1))
        self._frame_mass = np.cumsum(1 / np.arange(1, FRAME + 1))
        subjects = self._drawn(self._mass, (self._claims // NEIGHBOURS + 1, SUBJECT_WORDS))
        own = self._drawn(self._mass, (self._claims, OWN_WORDS))
        # One claim's words, its own first.
        self._topics = np.hstack([own, subjects[np.arange(self._claims) // NEIGHBOURS]])

    def phrasings(self) -> Iterator[tuple[str, str]]:
        """Yield every phrasing."""
        for claim, topics in enumerate(self._topics):
            kept = self._random.random((PHRASINGS, len(topics))) < KEPT
            kept[np.arange(PHRASINGS), self._random.integers(OWN_WORDS, size=PHRASINGS)] = True
            strays = self._drawn(self._mass, PHRASINGS)
            for row, stray in zip(kept, strays, strict=True):
                words = [self._words[n] for n in topics[row]]
                if self._random.random() < STRAY:
                    words.append(self._words[stray])
                yield f"c{claim}", self._framed(words)

    def questions(self) -> list[Asked]:
        """Return questions, every other one with half of its longer words mistyped."""
        asked = []
        for number, claim in enumerate(self._random.integers(self._claims, size=QUESTIONS)):
            topics = self._topics[claim]
            kept = self._random.random(len(topics)) > DROPPED
            kept[self._random.integers(OWN_WORDS)] = True
            kept[OWN_WORDS + self._random.integers(SUBJECT_WORDS)] = True
            words = self._framed([self._words[n] for n in topics[kept]]).split()
            if number % 2:
                longer = [at for at, word in enumerate(words) if len(word) >= LONGER]
                for at in self._random.permutation(longer)[: -(-len(longer) // 2)]:
                    words[at] = _mistyped(words[at], self._random)
            asked.append(Asked(" ".join(words), f"c{claim}", bool(number % 2)))
        return asked

    def _framed(self, words: list[str]) -> str:
        number = int(self._random.integers(LEAST_FRAME, MOST_FRAME + 1))
        words = words + [self._frame[n] for n in self._drawn(self._frame_mass, number)]
        return " ".join(words[n] for n in self._random.permutation(len(words)))

    def _drawn(self, mass: np.ndarray, shape: int | tuple[int, int]) -> np.ndarray:
        return np.searchsorted(mass, self._random.random(shape) * mass[-1])


def write_folder(folder: Path, claims: int, seed: int, *, later: bool = False) -> list[Asked]:
    """Write a knowledge folder of so many claims, and return questions, with their briefings for claims.

    In a later one every hundredth claim is another.
    """
    folder.mkdir(parents=True)
    for name in ("vocabulary.toml", "words.en.txt", "small-talk.en.txt"):
        shutil.copy(shipped_knowledge() / name, folder)
    corpus = Corpus(claims * PHRASINGS, seed)
    phrasings = corpus.phrasings()
    for first in range(0, claims, IN_A_BRIEFING):
        own = folder / f"matter-{first // IN_A_BRIEFING}"
        own.mkdir()
        (own / "briefing.toml").write_text(
            f'title = "Matter {own.name}"\nlanguage = "en"\nedition_date = 2026-02-01\n'
            'covers_until = 2026-02-01\n[[source]]\nid = "s"\nfile = "source.txt"\nnote = "Invented."\n'
        )
        with (own / "source.txt").open("w") as source, (own / "claims.toml").open("w") as file:
            for claim in range(first, min(first + IN_A_BRIEFING, claims)):
                texts = [text for _, text in islice(phrasings, PHRASINGS)]
                if later and not claim % CHANGED:
                    texts.reverse()
                statement = f"Entry {claim} is {texts[-1]}."
                source.write(f"{statement}\n")
                file.write(
                    f'[[claim]]\nid = "c{claim}"\nstatement = "{statement}"\nvoice = "publisher"\n'
                    f'speech_act = "states"\nphrasings = {texts[:IN_A_FOLDER]}\n'
                )
    return [
        asked._replace(claim=f"matter-{int(asked.claim[1:]) // IN_A_BRIEFING}")
        for asked in corpus.questions()
    ]


def _vocabulary(number: int, random: np.random.Generator) -> list[str]:
    """Return distinct words, those of the language and invented ones by turns."""
    lines = (shipped_knowledge() / "words.en.txt").read_text().splitlines()
    real = [line for line in lines if line.isalpha()]
    words = dict.fromkeys(real[n] for n in random.permutation(len(real))[: number // 2])
    while len(words) < number:
        syllables = random.integers(1, 5, size=number)
        for count in syllables:
            words[_invented(int(count), random)] = None
            if len(words) == number:
                break
    listed = list(words)
    return [listed[n] for n in random.permutation(number)]


def _invented(syllables: int, random: np.random.Generator) -> str:
    parts = random.integers([len(_ONSETS), len(_VOWELS), len(_ENDS)], size=(syllables, 3))
    return "".join(_ONSETS[one] + _VOWELS[two] for one, two, _ in parts) + _ENDS[parts[-1][2]]


def _mistyped(word: str, random: np.random.Generator) -> str:
    at = int(random.integers(len(word) - 1))
    kind = int(random.integers(4))
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[: at + 1] + word[at:]
    beside = _BESIDE.get(word[at]) or word[at]
    return word[:at] + beside[int(random.integers(len(beside)))] + word[at + 1 :]
