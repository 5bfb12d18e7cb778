from itertools import pairwise
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reading.misspelling import SHORTEST
from bot.answering.reading.text import LONGEST_WORD
from bot.answering.retrieval.hashing import spelling_of
from bot.answering.retrieval.spelling import cut_hashes

WORDS = [
    "monday",
    "delivery",
    "deliveries",
    "gluten",
    "bread",
    "breads",
    "bröd",
    "хлебозавод",
    "نانوایی",
    "a",
    "",
]
SPELLING = spelling_of(WORDS, np.array([9, 5, 5, 1, 20, 1, 1, 1, 1, 3, 1]))


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_found_by_its_number(word: str) -> None:
    number = SPELLING.number(word)
    assert number == WORDS.index(word)
    assert SPELLING.word(number) == word


def words_of_length(length: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.text(min_size=length, max_size=length), min_size=1, max_size=3)


def edits(word: str) -> list[str]:
    swapped = [word[:n] + b + a + word[n + 2 :] for n, (a, b) in enumerate(pairwise(word))]
    dropped = [word[:n] + word[n + 1 :] for n in range(len(word))]
    doubled = [word[:n] + word[n] + word[n:] for n in range(len(word))]
    changed = [word[:n] + "x" + word[n + 1 :] for n in range(len(word))]
    return [edited for edited in swapped + dropped + doubled + changed if edited not in WORDS]


@pytest.mark.parametrize("word", ["monday", "gluten", "хлебозавод", "نانوایی"])
def test_one_edit_anywhere_is_repaired(word: str) -> None:
    assert {SPELLING.repaired([edited])[0] for edited in edits(word)} == {word}


@given(st.permutations(range(10)))
def test_two_letters_of_a_long_word_may_be_off(places: list[int]) -> None:
    first, second = sorted(places[:2])
    word = "хлебозавод"
    left = word[:first] + word[first + 1 : second] + word[second + 1 :]
    assert SPELLING.repaired([left]) == [word]


@given(st.integers(SHORTEST - 1, LONGEST_WORD + 1).flatmap(words_of_length))
def test_words_are_hashed_together_as_one_by_one(words: list[str]) -> None:
    letters = np.array([[ord(letter) for letter in word] for word in words], np.uint64)
    together = np.array([*cut_hashes([*letters.T])]).T
    assert together.tolist() == [[*cut_hashes([ord(letter) for letter in word])] for word in words]


def test_the_likeliest_comes_first() -> None:
    near = [(WORDS[number], round(similarity, 2)) for number, similarity in SPELLING.near("bread")]
    assert near == [("bread", 1.0), ("breads", 0.83)]


@pytest.mark.parametrize("word", ["", "a", "brd", "1234567", "zzzzzzzz", "\U0001f35e" * 5])
def test_what_is_near_nothing_stays(word: str) -> None:
    assert SPELLING.repaired([word]) == [word]


def test_an_endless_word_takes_no_time() -> None:
    began = perf_counter()
    assert SPELLING.near("e" * (LONGEST_WORD + 1)) == []
    assert spelling_of(["e" * 100_000, "bread"], np.ones(2)).near("braed")[0][0] == 1
    assert perf_counter() - began < 1


def test_no_words_are_no_spelling() -> None:
    nothing = spelling_of([], np.zeros(0, np.int64))
    assert nothing.number("bread") is None
    assert nothing.repaired(["bread"]) == ["bread"]


def test_a_word_of_the_phrasings_is_meant_before_an_ordinary_one() -> None:
    spelling = spelling_of(["breads", "bread", "tread", "volcano"], np.array([1, 0, 0, 0]))
    known = frozenset({"bread", "tread", "volcano"})
    assert spelling.repaired(["breda", "braeds", "vlocano", "tread", "volcano", "zzzz"], known) == [
        "bread",
        "breads",
        "volcano",
        "tread",
        "volcano",
        "zzzz",
    ]
