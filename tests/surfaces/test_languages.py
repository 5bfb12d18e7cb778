"""The bot's own words are in the asker's language; statements stay as they are, whatever stands around."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answering.showing.frame import FIRST_STRONG_ISOLATE, POP_ISOLATE
from bot.answering.showing.reply import caveats_of, with_counter_claims
from bot.desk.asking import ask, show_again
from bot.desk.browsing import figures
from bot.desk.catalogues import LANGUAGES, frame_for
from bot.desk.checking import check
from bot.surfaces import chart, listings, plain
from bot.surfaces.discord import layout
from tests.shipped import CONTESTED, FOLDER, ROOT, knowledge, objects

if TYPE_CHECKING:
    from tests.surfaces.conftest import Bot

OTHERS = [tag for tag in LANGUAGES if tag != "en"]
RIGHT_TO_LEFT = {"ur", "ps", "fa"}
# What no reply in another language may have left of ours; names, notes and statements are the source's.
ENGLISH_WORDS = re.compile(
    r"(?<![\w-])(stated|denied|alleged|reported|announced|Contested by|Counter-claim|Caveat|curator"
    r"|Source: |Claims: |the publisher|The briefing|disputed by|not in this briefing|Victims: .* – killed)"
)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_statement_of_the_briefing_stands_verbatim(tag: str) -> None:
    index, frame = knowledge().index(), frame_for(tag)
    for entry in index.entries:
        found = show_again(index, [(entry.claim.id, "answer")])
        text = plain.reply(found, frame)
        card = "\n".join(block for page in layout.reply(found, frame) for block in page)
        for shown in with_counter_claims(index, [(entry.claim.id, "answer")]):
            statement = shown.claim.statement
            assert plain.QUOTE + frame.value(statement) + "\n" in text
            assert statement in text
            assert "\n".join(f"> {line}" for line in statement.split("\n")) in card.replace("\\", "")
            if shown.claimant:
                assert text.count(frame.value(shown.claimant.name)) >= 1
        for caveat in caveats_of(index, found.claims):
            assert caveat.caveat.passage.text in text
            assert caveat.caveat.passage.text in card
        assert text.count(FIRST_STRONG_ISOLATE) == text.count(POP_ISOLATE)
        assert (FIRST_STRONG_ISOLATE in text) == (tag in RIGHT_TO_LEFT)


@pytest.mark.parametrize("tag", OTHERS)
def test_nothing_of_ours_stays_english(bot: Bot, tag: str) -> None:
    question = "What is your source, and how many drones were used?"
    for arguments in (
        ["ask", CONTESTED],
        ["ask", "What is the capital of France?"],
        ["ask", question],
        ["why", CONTESTED],
        ["check", "The Taliban killed 100 Pakistani soldiers in Herat."],
        ["figures"],
        ["timeline"],
        ["sources"],
        ["quotes"],
    ):
        status, out, err = bot(*arguments, "--lang", tag)
        assert (status, err) == (0, "")
        ours = "\n".join(line for line in out.split("\n") if not line.startswith(plain.QUOTE))
        ours = re.sub(f"{FIRST_STRONG_ISOLATE}[^{POP_ISOLATE}]*{POP_ISOLATE}", "", ours)
        ours = re.sub(r"\[[^\]]*: .*\]$", "", ours, flags=re.MULTILINE)  # notes are the curator's own words
        assert not ENGLISH_WORDS.search(ours), (arguments, ENGLISH_WORDS.search(ours))


@pytest.mark.parametrize("tag", OTHERS)
def test_json_has_the_same_facts_and_the_text_in_the_language(bot: Bot, tag: str) -> None:
    (english,) = objects(bot("ask", "--json", "--lang", "en", CONTESTED)[1])
    (theirs,) = objects(bot("ask", "--json", "--lang", tag, CONTESTED)[1])
    text = theirs.pop("text")
    assert text != english.pop("text")
    assert theirs == english
    assert all(one["statement"] in text for one in (*theirs["claims"], *theirs["caveats"]))


def test_the_language_is_that_of_the_question(bot: Bot) -> None:
    assert bot("ask", "کتنے ڈرون استعمال ہوئے؟")[1].startswith("بریفنگ")
    assert bot("ask", "Wie viele Drohnen wurden von wem benutzt?")[1].startswith("Eine solche Zahl nennt")
    assert bot("ask", "--lang", "es", "How many drones?")[1].startswith("El informe no")
    assert bot("ask", "How many drones?")[1].startswith("The briefing")


@pytest.mark.parametrize(
    ("tag", "question"),
    [
        ("de", "Wie viele pakistanische Soldaten wurden getötet?"),
        ("fr", "Combien de soldats pakistanais ont été tués ?"),
        ("es", "¿Cuántos soldados pakistaníes murieron?"),
        ("ur", "کتنے پاکستانی فوجی مارے گئے؟"),
        ("ur", "kitne pakistani fauji mare gaye?"),
        ("ps", "څومره پاکستاني سرتېري ووژل شول؟"),
        ("fa", "چند سرباز پاکستانی کشته شدند؟"),
    ],
)
def test_who_asks_in_a_language_is_answered_in_it(bot: Bot, tag: str, question: str) -> None:
    found = ask(knowledge(), CONTESTED)
    assert bot("ask", question) == (0, plain.reply(found, frame_for(tag)) + "\n", "")
    # Of both, the language that is wanted wins; what is answered stays.
    assert bot("ask", "--lang", "en", question)[1] == plain.reply(found) + "\n"
    assert bot("ask", "--lang", tag, CONTESTED)[1] == plain.reply(found, frame_for(tag)) + "\n"


def test_an_english_word_that_another_language_has_is_read_in_english(bot: Bot) -> None:
    # In German this says who is asked after.
    (english,) = objects(bot("ask", "--json", "Was war declared?")[1])
    (german,) = objects(bot("ask", "--json", "--lang", "de", "Was war declared?")[1])
    assert german.pop("text") != english.pop("text")
    assert german == english


def test_each_line_of_many_questions_has_its_own_language(bot: Bot) -> None:
    _, out, _ = bot("ask", "-", stdin="کتنے ڈرون؟ ہاں\nHow many drones?\n")
    first, second = out.split("\n\n\n")[0], out
    assert first.startswith("بریفنگ")
    assert "The briefing gives no such figure." in second


@pytest.mark.parametrize(
    "command",
    [
        ["ask", "x"],
        ["why", "x"],
        ["check", "x"],
        ["figures"],
        ["timeline"],
        ["sources"],
        ["quotes"],
        ["chat"],
    ],
)
def test_a_language_that_there_is_none_of_is_wrong_usage(bot: Bot, command: list[str]) -> None:
    status, out, err = bot(*command, "--lang", "tlh")
    assert (status, out) == (2, "")
    assert err == "briefing-bot: there is no language “tlh” here; there are: en, ur, ps, fa, de, fr, es\n"


def test_a_conversation_follows_its_questions(bot: Bot) -> None:
    status, out, err = bot("chat", stdin="کتنے ڈرون؟ ہاں\n/why\n/help\nHow many drones?\n/nothing\n")
    assert (status, err) == (0, "")
    assert "سوال میں یہ پڑھا گیا:" in out
    assert "/timeline" in out
    assert out.rstrip().endswith("Ctrl-D leaves.")
    _, out, _ = bot("chat", "--lang", "de", stdin="How many drones?\n/quotes napoleon\n")
    assert "Stellen Sie eine Frage" in out
    assert "Diesen Namen gibt es hier nicht: „napoleon“. Es gibt: Khawaja Asif" in out


def test_an_echo_from_right_to_left_is_isolated_in_english_too() -> None:
    asked = "ڈرون"
    found = replace(ask(knowledge(), "What is the capital of France?"), about=asked)
    assert f"“{FIRST_STRONG_ISOLATE}{asked}{POP_ISOLATE}”" in plain.reply(found)


def test_an_asker_cannot_end_an_isolate() -> None:
    asked = f"zo{POP_ISOLATE}rbs\u202e"
    found = replace(ask(knowledge(), "What is the capital of France?"), about=asked, left=asked)
    for tag in LANGUAGES:
        text = plain.reply(found, frame_for(tag))
        assert text.count(FIRST_STRONG_ISOLATE) == text.count(POP_ISOLATE)
        assert "\u202e" not in text
        card = "\n".join(block for page in layout.reply(found, frame_for(tag)) for block in page)
        assert card.count(FIRST_STRONG_ISOLATE) == card.count(POP_ISOLATE)
        assert "zorbs" in card


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_check_says_both_words_in_every_language(tag: str) -> None:
    found = check(knowledge(), "The Taliban killed 100 Pakistani soldiers in Herat.")
    text = plain.checked(found, frame_for(tag))
    assert "100" in text
    assert "12 Pakistani soldiers were killed" in text
    assert (tag == "en") == ("no place named" in text)


def test_a_chart_from_right_to_left_stays_english_for_its_font() -> None:
    table = figures(knowledge(), side="pakistan", measure="killed")
    assert chart.png(table, frame_for("ur")) == chart.png(table)
    assert chart.png(table, frame_for("de")) != chart.png(table)


def test_a_figure_reads_in_the_language() -> None:
    text = listings.figures(figures(knowledge(), side="pakistan"), frame_for("de"))
    assert "Opfer: Pakistan – getötet" in text
    assert "nicht in diesem Briefing" in text


def test_english_reads_no_catalogue() -> None:
    code = (
        "import sys; from bot.surfaces.cli import main; "
        f"main(['ask', '--knowledge', {str(FOLDER)!r}, {CONTESTED!r}]); "
        "assert not [one for one in sys.modules if one.startswith('babel')]"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, cwd=ROOT).returncode
        == 0
    )
