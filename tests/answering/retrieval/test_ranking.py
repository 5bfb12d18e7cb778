import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.answering.retrieval import building, training
from bot.answering.retrieval.building import Examples, build
from bot.answering.retrieval.calibrating import Asked, Beside, calibrate
from bot.answering.retrieval.learning import Trial
from bot.answering.retrieval.ranking import Retrieval

BAKERY = {
    "opening": [
        "when do you open",
        "what time does the bakery open",
        "opening hours please",
        "are you open on sunday morning",
        "how early can I come in",
    ],
    "closing": [
        "when do you close",
        "what time does the bakery shut",
        "how late can I still come",
        "closing time on weekdays",
        "until when are you there in the evening",
    ],
    "gluten": [
        "do you have bread without gluten",
        "is anything here gluten free",
        "which loaves can a coeliac eat",
        "gluten free options",
        "bread for people who cannot eat wheat",
    ],
    "delivery": [
        "do you deliver to my house",
        "can the bread be brought to us",
        "delivery costs",
        "how much is delivery to the harbour",
        "do you bring orders to offices",
    ],
}
PHRASINGS = [(claim, text) for claim, texts in BAKERY.items() for text in texts]
ORDINARY = frozenset({"weather", "does", "what", "the", "open", "stolen"})


@pytest.fixture(params=["trained", "by words"])
def bakery(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Retrieval:
    if request.param == "by words":
        monkeypatch.setattr(building, "MOST_PHRASINGS", 0)
    return build(PHRASINGS)


def first(retrieval: Retrieval, text: str) -> str | None:
    matches = retrieval.rank(text, known=ORDINARY).matches
    return matches[0].claim if matches else None


@pytest.mark.parametrize(("claim", "text"), PHRASINGS)
def test_every_phrasing_finds_its_claim(bakery: Retrieval, claim: str, text: str) -> None:
    assert first(bakery, text) == claim
    assert bakery.rank(text).covered


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("WHEN DO YOU OPEN???", "opening"),
        ("when do u opne", "opening"),
        ("is there glutenfree or gltuen free bred", "gluten"),
        ("do you delivr to the harbor", "delivery"),
        ("what’s your closing time", "closing"),
    ],
)
def test_typing_errors_and_other_forms_find_it_too(bakery: Retrieval, text: str, claim: str) -> None:
    assert first(bakery, text) == claim


@pytest.mark.parametrize("text", ["", "???", "12345", "qwzx vbnm", "🙂", "\u202e\u200b", "\ud800"])
def test_what_names_nothing_is_not_covered(bakery: Retrieval, text: str) -> None:
    found = bakery.rank(text)
    assert not found.covered
    assert not found.certain


def test_strange_words_make_a_question_less_covered(bakery: Retrieval) -> None:
    plain = bakery.rank("when do you open").matches[0].score
    strange = bakery.rank("when do zebras and volcanoes in patagonia open").matches[0].score
    assert strange < plain


def test_scores_go_from_100_down(bakery: Retrieval) -> None:
    scores = [match.score for match in bakery.rank("when do you open").matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100.01 for score in scores)


@pytest.mark.parametrize("strange", [[], ["what does flour cost"]])
def test_claims_of_a_single_phrasing_can_be_asked_for(strange: list[str]) -> None:
    alone = [(claim, texts[0]) for claim, texts in BAKERY.items()]
    for phrasings in (alone[:1], alone):
        built = build(phrasings, examples=examples(strange) if strange else None)
        assert built.rank("when do you open").matches[0].claim == "opening"
        assert built.calibration.thin
        assert not built.rank("when do you open").certain


NAMES = {"opening": "opening", "closing": "t017", "gluten": "special_diets", "delivery": "HOME-DELIVERY"}
NAMED = [(NAMES[claim], text) for claim, text in PHRASINGS]


def test_a_claim_is_found_by_its_name_too() -> None:
    named = build(NAMED)
    assert named.rank("anything for diets").matches[0].claim == "special_diets"
    assert named.rank("at my home").matches[0].claim == "HOME-DELIVERY"
    assert named.rank("something specail").matches[0].claim == "special_diets"
    # A code says nothing, and what nobody would say is asked of no claim.
    assert named.rank("t017").unheard == {"t017"}
    assert not named.rank("t017").covered
    assert named.calibration.thin


def test_names_do_not_make_phrasings_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MOST_PHRASINGS", len(NAMED) + 2)
    assert build(NAMED).rank("diets").unheard == {"diets"}


def test_what_phrasings_say_together_is_what_they_say_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    together = build(PHRASINGS)
    monkeypatch.setattr(training, "COLUMNS_APIECE", 0.01)
    apart = build(PHRASINGS)
    assert together.head is not None
    assert apart.head is not None
    assert len(apart.head.shares) < len(together.head.shares)
    for text in ("when do you open", "bread for who cannot eat wheat", "zebras", ""):
        found, wanted = (one.rank(text).matches for one in (together, apart))
        assert [match.claim for match in found] == [match.claim for match in wanted]
        scores = [match.score for match in wanted]
        assert [match.score for match in found] == pytest.approx(scores, abs=1e-4)


def test_nothing_to_ask_is_never_covered() -> None:
    found = build([]).rank("when do you open")
    assert (found.matches, found.covered, found.certain) == ((), False, False)


def test_a_single_claim_is_no_reason_to_be_certain() -> None:
    alone = build([("opening", text) for text in BAKERY["opening"]])
    assert not alone.rank("what is the capital of france").certain


def test_small_talk_widens_the_margin() -> None:
    plain = build(PHRASINGS, risk=0.2).calibration
    wary = build(PHRASINGS, risk=0.2, besides=[text for _, text in PHRASINGS]).calibration
    assert wary.margin > plain.margin
    assert plain.thin


def test_the_calibration_names_what_is_taken_for_another(bakery: Retrieval) -> None:
    muddled = [*PHRASINGS, ("gluten", "delivery to my house in the harbour costs how much")]
    calibration = build(muddled).calibration
    names = tuple(dict.fromkeys(claim for claim, _ in muddled))
    assert ("gluten", "delivery") in {
        (names[one], names[other]) for one, other, n in calibration.confusable if n
    }


STRANGE = [
    "when does the baker get up",
    "when was the bakery founded",
    "do you deliver mail",
    "who delivers your flour",
    "is the baker married",
    "are you open to new ideas",
    "does bread make you fat",
    "who invented bread",
    "do you close the oven door",
    "what does the oven cost",
]


def examples(strange: list[str]) -> Examples:
    """Return texts that ask for nothing, of which the rules say nothing."""
    silent = Trial(None, None, found_right=False, given_right=False, answered=False, covered=False)
    return Examples([(None, text) for text in strange], lambda one, other: one == other, lambda *_: silent)


def test_what_comes_near_is_learnt_from_examples() -> None:
    plain = build(PHRASINGS, besides=["hello there"])
    taught = build(PHRASINGS, besides=["hello there"], examples=examples(STRANGE))
    assert taught.claims == plain.claims
    assert taught.rank("who invented the oven").none > 0.5
    assert taught.rank("how much does delivery cost").none < 0.5
    assert plain.rank("who invented the oven").none == 0
    assert plain.rank("who invented the oven").trust is None
    assert taught.rank("can I have it delivered").matches[0].claim == "delivery"
    assert taught.rank("when did the strike begin").unheard == {"strike", "begin", "did"}


def test_nothing_is_learnt_beside_very_many_phrasings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MOST_PHRASINGS", 0)
    indexed = build(PHRASINGS, examples=examples(STRANGE))
    assert indexed.claims == tuple(BAKERY)
    assert indexed.rank("who invented the oven").trust is None


def test_who_is_served_by_another_claim_runs_no_risk() -> None:
    owners = np.repeat([0, 1], 40)
    found = owners.copy()
    found[:5] = 1  # by far, and for another claim
    leads = np.where(found == owners, 0.5, 0.9)
    asked = Asked(owners, found, leads, leads, 1 - owners, leads, np.zeros(80))
    beside = [Beside(0.7, 0.7)]
    assert calibrate(asked, beside, 0.01).margin > 0.9
    alike = calibrate(asked, beside, 0.02, alike=lambda claim, other: {claim, other} == {0, 1})
    assert alike.margin == 0.5
    assert alike.coverage == 1.0


def test_an_encoder_sees_repaired_words_and_helps() -> None:
    seen: list[str] = []

    def encode(texts: list[str]) -> np.ndarray:
        seen.extend(texts)
        # Two directions: of bread that may be eaten, and everything else.
        about = [any(word in text for word in ("gluten", "wheat", "coeliac")) for text in texts]
        return np.array([[1.0, 0.0] if one else [0.0, 1.0] for one in about], np.float32)

    known = frozenset({"problem", "stuff"})
    retrieval = build(PHRASINGS, encode=encode, known=known)
    found = retrieval.rank("any celiac stfuf for my wheta porblem", known=known, encode=encode)
    assert seen[-1] == "any coeliac stuff for my wheat problem"
    assert found.matches[0].claim == "gluten"


def test_a_word_of_the_language_is_hardly_a_misspelling(bakery: Retrieval) -> None:
    spelling = bakery.spelling
    assert spelling.repaired(["brea"]) == ["bread"]
    assert spelling.repaired(["bead"], frozenset({"bead"})) == ["bead"]
    assert spelling.repaired(["ope", "42424"]) == ["ope", "42424"]


def test_many_common_words_cost_no_accuracy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words in more claims than are looked at still tell the claims apart that rare words bring up."""
    for name, value in (("MOST_POSTINGS", 20), ("MOST_CHAMPIONS", 5), ("MOST_LIKELY", 10)):
        monkeypatch.setattr(f"bot.answering.retrieval.lexical.{name}", value)
    monkeypatch.setattr(building, "MOST_PHRASINGS", 0)
    rows = [
        (f"c{n}", f"how much does the bus number line{n} cost on {day}")
        for n in range(60)
        for day in ("monday", "sunday")
    ]
    retrieval = build(rows)
    assert first(retrieval, "how much is the cost of bus line37 on monday") == "c37"
    assert retrieval.rank("how much does the bus cost").matches


def test_phrasings_can_be_measured_from_the_command_line(tmp_path: Path) -> None:
    phrasings, questions = tmp_path / "p.jsonl", tmp_path / "q.jsonl"
    phrasings.write_text("".join(f'{{"claim": "{c}", "text": "{t}"}}\n' for c, t in PHRASINGS))
    asked = [("when do you open", '"opening"'), ("qwzx", "null")]
    questions.write_text("".join(f'{{"text": "{text}", "claim": {claim}}}\n' for text, claim in asked))
    command = [sys.executable, "tests/benchmarks/phrasings.py", "--phrasings", phrasings]
    command += ["--questions", questions]
    printed = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout
    opening, nothing = printed.splitlines()
    assert opening.startswith('{"claim": "opening", "score": ')
    assert opening.endswith('"abstains": false}')
    assert nothing.endswith('"abstains": true}')
    assert "AUROC" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
