"""A question gets the exact words, whose they are, what contests them and what limits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.shipped import BRIEFING, CAVEAT, CONTESTED, SOURCE, knowledge, objects, run

if TYPE_CHECKING:
    from tests.surfaces.conftest import Bot

HE_SAID = (
    "He said 12 Pakistani soldiers were killed, 27 were wounded and one was missing during the operation."
)
REJECTED = (
    "Mujahid rejected Pakistan’s claims as “not true”, saying 55 Pakistani soldiers were killed, with 23 "
    "bodies held by Afghan forces, and that many Pakistani soldiers had been captured."
)
QUESTIONS = [
    CONTESTED,
    "What did Khawaja Asif say?",
    "Does Afghanistan shelter Pakistani Taliban militants?",
    "How many civilians were killed?",
    "Are the casualty figures verified?",
    "What is your source?",
    "How recent is this?",
    "What happened on Thursday?",
    "What is the capital of France?",
    "How many of the 274 civilians were children?",
    "???",
]


def test_the_whole_reply(bot: Bot) -> None:
    status, out, err = bot("ask", CONTESTED)
    assert (status, err) == (0, "")
    assert out == (
        "Lt Gen Ahmed Sharif Chaudhary (Pakistan’s military spokesperson) stated:\n"
        f"> {HE_SAID}\n"
        "Contested by Zabihullah Mujahid.\n"
        "[curator’s note: “He” is Lt Gen Ahmed Sharif Chaudhary, named in the sentence before.]\n"
        "\n"
        "Zabihullah Mujahid (Taliban government spokesperson) stated and denied "
        "(in the words “not true”):\n"
        f"> {REJECTED}\n"
        "Contested by Lt Gen Ahmed Sharif Chaudhary.\n"
        "[curator’s note: The bodies held are on the plain reading among the killed: never to be added. "
        "“Many” captured has no number.]\n"
        "[curator’s note: “Not true” does not say which of Pakistan’s claims.]\n"
        "\n"
        "Caveat – Al Jazeera:\n"
        f"> {CAVEAT}\n"
        "\n"
        "Source: Pakistan–Afghanistan fighting, February 2026, edition of 2026-11-22. Claims: "
        "pakistani-losses-chaudhary, pakistani-losses-mujahid, rejects-mujahid.\n"
    )


def test_the_object_says_what_was_left_open_and_of_what(bot: Bot) -> None:
    asked = "how many Pakistani soldiers died, and how many drones were used?"
    (found,) = objects(bot("ask", "--json", asked)[1])
    assert found["outcome"] == "answer"
    assert "drones" in found["left"]
    assert found["left"] in found["text"]
    assert (found["briefing"], found["title"], found["edition_date"], found["covers_until"]) == (
        BRIEFING,
        "Pakistan–Afghanistan fighting, February 2026",
        "2026-11-22",
        "2026-02-27",
    )
    assert found["among"] == 1
    (whole,) = objects(bot("ask", "--json", CONTESTED)[1])
    assert whole["left"] is None


def test_only_what_was_added_is_called_a_counter_claim(bot: Bot) -> None:
    out = bot("ask", "How many Pakistani soldiers died according to Pakistan?")[1]
    assert out.startswith("Lt Gen Ahmed Sharif Chaudhary")
    assert out.count("Counter-claim – Zabihullah Mujahid") == 1


def test_words_need_no_quotation_marks_of_the_shell(bot: Bot) -> None:
    assert bot("ask", *CONTESTED.split()) == bot("ask", CONTESTED)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_object(bot: Bot, question: str) -> None:
    status, out, _ = bot("ask", "--json", question)
    assert status == 0
    (found,) = objects(out)
    assert found.keys() >= {
        "question", "outcome", "reason", "claims", "choices", "caveats", "text", "edition",
    }  # fmt: skip
    assert found["question"] == question
    assert found["edition"] == knowledge().digest
    assert len(found["choices"]) <= 5
    assert all(choice.keys() == {"claim", "phrasing"} for choice in found["choices"])
    for claim in found["claims"]:
        assert claim.keys() >= {
            "id", "briefing", "role", "statement", "source", "start", "end", "claimant", "speech_act",
            "disputed_by", "said", "happened",
        }  # fmt: skip
        assert SOURCE[claim["start"] : claim["end"]] == claim["statement"]
        assert claim["briefing"] == BRIEFING
        assert claim["claimant"] is None or claim["claimant"].keys() == {"id", "name", "office", "side"}
    shown = [*found["claims"], *found["caveats"]]
    for one in shown:
        assert SOURCE[one["start"] : one["end"]] == one["statement"]
        assert f"> {one['statement']}\n" in found["text"]
        # However many claims are made with it, a statement is printed once.
        assert found["text"].count(one["statement"]) == 1
    for claim in found["claims"]:
        assert (claim["claimant"] or {"name": "In the publisher’s own voice"})["name"] in found["text"]
    assert ("edition of 2026-11-22" in found["text"]) == bool(found["claims"])
    assert bot("ask", question)[1] == found["text"] + "\n"


def test_every_claim_that_is_contested_brings_what_contests_it(bot: Bot) -> None:
    for question in QUESTIONS:
        (found,) = objects(bot("ask", "--json", question)[1])
        shown = {claim["id"] for claim in found["claims"]}
        for claim in found["claims"]:
            against = set(claim["disputed_by"])
            # What contests a counter-claim is, of all that does, the claim it was brought for.
            assert shown & against if claim["role"] == "counter_claim" else shown >= against


def test_one_sentence_of_two_claimants_is_printed_once_with_both(bot: Bot) -> None:
    _, out, _ = bot("ask", "Does Afghanistan shelter Pakistani Taliban militants?")
    assert "Pakistan alleged (in the words “Afghanistan was sheltering Pakistani Taliban militants”)" in out
    assert "Afghanistan denied (in the words “an accusation Afghanistan denies”)" in out
    assert out.count(";\n") == 1
    assert out.count("The escalation has intensified") == 1
    assert "Counter-claim" not in out


def test_the_other_side_having_no_claim_is_said(bot: Bot) -> None:
    assert (
        "No claim by Pakistan on this in this briefing.\n" in bot("ask", "How many civilians were killed?")[1]
    )


def test_an_abstention_is_done_and_says_what_is_covered(bot: Bot) -> None:
    status, out, err = bot("ask", "How many drones were shot down over Kabul?")
    assert (status, err) == (0, "")
    first, blank, *_ = out.split("\n")
    assert first.startswith("The briefing ")
    assert (first[-1], blank) == (".", "")
    assert "Source:" not in out
    assert "http" not in out


def test_a_correction_says_what_is_not_borne_out(bot: Bot) -> None:
    out = bot("ask", "How many of the 274 civilians were children?")[1]
    assert out.startswith("On “274 civilians” the briefing has this differently:\n")


def test_explained(bot: Bot) -> None:
    _, out, _ = bot("ask", "--explain", "hw many pakistani soldeirs died")
    reply, _, receipt = out.partition("\n\nRead in the question:\n")
    assert f"> {HE_SAID}" in reply
    assert "- victims soldiers – “soldeirs”, read as “soldiers”\n" in receipt
    assert "Outcome: answer. Claims shown: pakistani-losses-chaudhary" in receipt


def test_lines_are_answered_in_order(bot: Bot) -> None:
    asked = [CONTESTED, "", "What is the capital of France?\r", "with\x0ba\u2028separator"]
    status, out, _ = bot("ask", "--json", "-", stdin="\n".join(asked) + "\n")
    assert status == 0
    found = objects(out)
    assert [one["question"] for one in found] == [question.rstrip("\r") for question in asked]
    assert [one["outcome"] for one in found] == ["answer", "abstention", "abstention", "abstention"]


def test_lines_in_text_are_parted(bot: Bot) -> None:
    _, out, _ = bot("ask", "-", stdin=f"{CONTESTED}\n???")
    one = bot("ask", CONTESTED)[1]
    other = bot("ask", "???")[1]
    assert out == f"{one}\n{other}\n"


@pytest.mark.parametrize(
    "question",
    [
        "x" * 10_000,
        "how many soldiers died " * 450,
        "\x07\x1b[31mhow many\x00 soldiers\u202e died\u200b?",
        "<script>@everyone</script> {0} %s \\n [bold]",
        "",
        "؟",
    ],
    ids=["a word", "10 000 characters", "controls", "markup", "nothing", "a mark"],
)
def test_anything_can_be_asked(bot: Bot, question: str) -> None:
    status, out, err = bot("ask", "--json", question)
    assert (status, err) == (0, "")
    (found,) = objects(out)
    assert found["question"] == question
    assert not set("\x07\x1b\x00\u202e") & set(found["text"])
    assert len(found["text"]) < 5_000


@pytest.mark.parametrize("command", ["ask", "check"])
def test_bytes_that_are_no_text(command: str) -> None:
    done = run(command, "--json", b"how many \xff\xfe soldiers died")
    assert (done.returncode, done.stderr) == (0, b"")
    (found,) = objects(done.stdout)
    assert found["question" if command == "ask" else "message"] == "how many �� soldiers died"
    done = run(command, b"\xff")
    assert (done.returncode, done.stderr) == (0, b"")
    done = run(command, "--json", "-", stdin=b"caf\xe9\n")
    assert objects(done.stdout)[0]["question" if command == "ask" else "message"] == "caf\ufffd"


def test_the_locale_does_not_matter() -> None:
    settings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    found = run("ask", CONTESTED, **settings).stdout
    assert found == run("ask", CONTESTED).stdout
    assert "“not true”".encode() in found


@pytest.mark.parametrize("command", ["why", "check"])
def test_lines_of_other_commands(bot: Bot, command: str) -> None:
    status, out, _ = bot(command, "-", stdin="Mujahid\nAsif\n")
    assert status == 0
    assert out == bot(command, "Mujahid")[1] + "\n" + bot(command, "Asif")[1] + "\n"


def test_why(bot: Bot) -> None:
    status, out, _ = bot("why", CONTESTED)
    assert status == 0
    assert out.startswith("Read in the question:\n- ask how-many – “How many”\n")
    assert "Claims weighed by how they are asked for (0-100):\n- " in out
    assert "– ruled out by " in out
    assert "Decided by: " in out
    assert HE_SAID not in out


def test_why_nothing(bot: Bot) -> None:
    assert bot("why", "???")[1].startswith("Read in the question:\n- nothing that the briefing knows\n")
