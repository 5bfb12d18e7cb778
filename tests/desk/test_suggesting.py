"""What is offered while somebody types, of very many phrasings too."""

from __future__ import annotations

from itertools import product

from bot.desk.suggesting import LONGEST, MOST_COMPARED, Covered, Phrasing, covered_by, covered_questions
from tests.shipped import knowledge

ASKED = ("how many", "who said that", "when did", "is it true that")
DONE = ("counted", "moved", "sold", "lost", "found")
THINGS = tuple(f"{a}{b}{c}" for a, b, c in product("bdfglm", "aeiou", ("cks", "llers", "ndles", "rrows")))
MANY = Covered(
    Phrasing(text, text, text)
    for asked, one, done, other in product(ASKED, THINGS, DONE, THINGS)
    for text in [f"{asked} {one} {done} {other}"]
)


def test_of_very_many_phrasings_a_few_are_compared_and_the_nearest_is_among_them() -> None:
    assert len(MANY.phrasings) > 200 * MOST_COMPARED
    for asked in ("who said that gullers moved becks", "wen did fandles sold morrow", "dickss lost lo"):
        compared = MANY.like(asked)
        assert len(compared) <= MOST_COMPARED
        words = [word for word in asked.split() if len(word) > 4]
        best = max(sum(word[:5] in one.folded for word in words) for one in compared)
        assert best >= len(words) - 1, asked


def test_what_nothing_is_like_is_compared_with_as_few() -> None:
    for asked in ("x", "?", "zzz"):
        assert len(MANY.like(asked)) == MOST_COMPARED


def test_of_few_phrasings_all_are_compared() -> None:
    covered = covered_by(knowledge().index())
    assert covered.like("x") == covered.phrasings


def test_with_nothing_typed_each_claim_has_one() -> None:
    offered = covered_questions(knowledge(), " ", most=1000)
    assert len(offered) == len({one.claim for one in covered_by(knowledge().index()).phrasings})
    assert all(len(one) <= LONGEST for one in offered)
