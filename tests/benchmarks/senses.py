"""Makes the table of what words mean, `bot/answering/retrieval/senses.bin`, from the sentence encoder.

    python tests/benchmarks/senses.py WORDNET

WORDNET is the folder with `data.noun` and the like of WordNet 3.0, as in Debian's package wordnet-base. The
vector of a stem is near what the encoder says of its words, and such that those in a text add up to what it
says of the text: of WordNet's examples and of half of its glosses. It takes some fifteen minutes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np

from bot.answering.retrieval import senses
from bot.answering.retrieval.terms import words_of
from bot.briefing.folding import stem
from bot.desk.encoding import open_encoder
from bot.desk.settings import SemanticSettings, shipped_knowledge

TARGET = Path(senses.__file__).with_name(senses.TABLE)
EXAMPLE = re.compile(r'"([^"]+)"')
BESIDE = re.compile(r'"[^"]*"|\([^)]*\)')
EXAMPLE_WORDS, GLOSS_WORDS = range(4, 17), range(3, 13)
# How near to what the encoder says of the words alone, and how much less counts what tells most words apart.
RIDGE, WHITENED = 0.1, 0.5
STEPS = 60


def texts(wordnet: Path) -> list[list[str]]:
    """Return examples and glosses as words."""
    found: dict[tuple[str, ...], None] = {}
    for kind in ("noun", "verb", "adj", "adv"):
        for number, line in enumerate((wordnet / f"data.{kind}").read_text().splitlines()):
            _, _, gloss = line.partition(" | ")
            for example in EXAMPLE.findall(gloss):
                if len(words := words_of(example)) in EXAMPLE_WORDS:
                    found[tuple(words)] = None
            if number % 2 and len(words := words_of(BESIDE.sub("", gloss))) in GLOSS_WORDS:
                found[tuple(words)] = None
    return [list(words) for words in found]


def fitted(
    rows: np.ndarray, columns: np.ndarray, weights: np.ndarray, wanted: np.ndarray, near: np.ndarray
) -> np.ndarray:
    """Return vectors close to *near* whose weighted sums are *wanted*, by conjugate gradients."""
    order = np.argsort(columns, kind="stable")
    said, of = np.unique(columns), np.flatnonzero(np.diff(columns[order], prepend=-1))
    starts = np.flatnonzero(np.diff(rows, prepend=-1))

    def summed(vectors: np.ndarray) -> np.ndarray:
        return np.add.reduceat(vectors[columns] * weights[:, None], starts)

    def spread(texts: np.ndarray) -> np.ndarray:
        vectors = np.zeros_like(near)
        vectors[said] = np.add.reduceat((texts[rows] * weights[:, None])[order], of)
        return vectors

    more = np.zeros_like(near)
    left = spread(wanted - summed(near))
    ahead, size = left.copy(), (left**2).sum(axis=0)
    for _ in range(STEPS):
        bent = spread(summed(ahead)) + RIDGE * ahead
        pace = size / np.maximum((ahead * bent).sum(axis=0), 1e-12)
        more += pace * ahead
        left -= pace * bent
        before, size = size, (left**2).sum(axis=0)
        ahead = left + size / np.maximum(before, 1e-12) * ahead
    return near + more


def main(wordnet: Path) -> None:
    """Write the table."""
    encoder = open_encoder(SemanticSettings(enabled=True))
    ordinary = {
        line for line in (shipped_knowledge() / "words.en.txt").read_text().splitlines() if line.isalpha()
    }
    pieces = {word for word in encoder._tokenizer.get_vocab() if word.isascii() and word.isalpha()}
    words = sorted(ordinary | pieces)
    stems = sorted({stem(word) for word in words})
    numbers = {one: number for number, one in enumerate(stems)}
    print(f"{len(words)} words, {len(stems)} stems", flush=True)
    alone = np.zeros((len(stems), encoder.dimensions), np.float32)
    np.add.at(alone, [numbers[stem(word)] for word in words], encoder.encode(words))
    alone /= np.linalg.norm(alone, axis=1, keepdims=True)
    listed = [said for said in texts(wordnet) if any(stem(word) in numbers for word in said)]
    print(f"{len(listed)} texts", flush=True)
    wanted = encoder.encode([" ".join(said) for said in listed])
    wanted -= wanted.mean(axis=0)
    placed = [
        (row, numbers[stem(word)], 1 / len(said))
        for row, said in enumerate(listed)
        for word in said
        if stem(word) in numbers
    ]
    rows, columns = np.array([one[:2] for one in placed], np.int64).T
    weights = np.array([one[2] for one in placed], np.float32)
    directions = np.linalg.eigh(wanted.T @ wanted)[1][:, ::-1][:, : senses.WIDTH].astype(np.float32)
    vectors = fitted(rows, columns, weights, wanted @ directions, (alone - alone.mean(axis=0)) @ directions)
    spread = vectors.std(axis=0)
    vectors *= (spread / spread[0]) ** -WHITENED
    # What says much is long, but not so long that it says all.
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors *= senses.LENGTH / np.sqrt(lengths * lengths.mean())
    TARGET.write_bytes(senses.packed(stems, np.clip(np.round(vectors), -127, 127).astype(np.int8)))
    print(f"{TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
