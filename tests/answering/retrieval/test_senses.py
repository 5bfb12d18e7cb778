from operator import mul

import pytest

from bot.answering.retrieval.building import Examples, build
from bot.answering.retrieval.learning import Trial
from bot.answering.retrieval.senses import SHARE, Senses, packed, table
from bot.answering.retrieval.terms import BUCKETS

OFFICE = {
    "leaving": ["how do I delete my account", "remove me from your records", "I want to close my account"],
    "paying": ["how can I pay", "which cards do you take", "where do I send the money"],
    "visiting": ["when are you open", "what is your address", "can I come on Saturday"],
}
PHRASINGS = [(claim, text) for claim, texts in OFFICE.items() for text in texts]
EVEN = [1.0] * BUCKETS


def likeness(one: str, other: str) -> float:
    return sum(map(mul, table().place(one.split(), EVEN), table().place(other.split(), EVEN))) / SHARE


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [("delete", "erase", "visit"), ("money", "cash", "street"), ("car", "vehicle", "cheese")],
)
def test_words_of_like_meaning_stand_close_together(word: str, near: str, far: str) -> None:
    assert likeness(word, near) > likeness(word, far) + 0.2


def test_all_forms_of_a_word_stand_in_one_place() -> None:
    assert likeness("deleted accounts", "deleting account") == pytest.approx(1, abs=1e-6)


def test_strange_words_make_a_text_unlike_all_others() -> None:
    assert table().place(["zzyzxq"], EVEN) == [0.0] * len(table().place(["house"], EVEN))
    assert table().place([], EVEN) == table().place(["zzyzxq"], EVEN)
    assert likeness("house", "house zzyzxq zzyzxr") < 0.8


@pytest.mark.parametrize(
    ("text", "claim"),
    [("erase the profile", "leaving"), ("cash or credit", "paying"), ("evening hours", "visiting")],
)
def test_a_question_in_words_that_no_phrasing_has_finds_what_it_means(text: str, claim: str) -> None:
    assert build(PHRASINGS).rank(text).matches[0].claim == claim


def test_examples_teach_more_than_what_words_mean() -> None:
    trial = Trial(None, None, found_right=False, given_right=False, answered=False, covered=True)
    examples = Examples(PHRASINGS, lambda one, other: one == other, lambda *_: trial)
    head = build(PHRASINGS, examples=examples).head
    assert head is not None
    assert head.leanings is None


def test_a_table_is_packed_with_its_rows_in_the_order_of_their_keys() -> None:
    np = pytest.importorskip("numpy")
    stems = ["b", "a", "c"]
    rows = np.arange(3 * 128).reshape(3, 128).astype(np.int8)
    data = memoryview(packed(stems, rows))
    senses = Senses(data[:12], data[12:].cast("b"))
    places = [senses.place([one], EVEN) for one in stems]
    for place, row in zip(places, rows.astype(float), strict=True):
        assert np.allclose(place, row / np.linalg.norm(row) * SHARE**0.5)
