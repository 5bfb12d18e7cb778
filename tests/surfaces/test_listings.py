"""What needs no question: figures, times, quotations, sources, and whether a folder can be used."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask
from bot.desk.browsing import figures
from bot.surfaces import listings
from tests.shipped import BRIEFING, CAVEAT, CONTESTED, FOLDER, SOURCE, knowledge, objects

if TYPE_CHECKING:
    from pathlib import Path

    from tests.surfaces.conftest import Bot


def quoted_lines(text: str) -> list[str]:
    return [line.removeprefix("> ") for line in text.splitlines() if line.startswith("> ")]


@pytest.mark.parametrize("command", ["figures", "timeline", "quotes"])
def test_statements_stand_to_the_letter_with_what_contests_and_limits_them(bot: Bot, command: str) -> None:
    status, out, err = bot(command)
    assert (status, err) == (0, "")
    lines = quoted_lines(out)
    assert lines
    assert all(line in SOURCE for line in lines)
    assert CAVEAT in lines
    assert "Contested by " in out
    assert "edition of 2026-11-22" in out


# ---- figures ---------------------------------------------------------------------------------------


def test_the_objects_of_figures(bot: Bot) -> None:
    found = objects(bot("figures", "--json")[1])
    for row in found:
        assert row.keys() >= {
            "claim", "claimant", "group", "side", "measure", "min", "max", "qualifier", "place", "happened",
            "statement", "disputed_by",
        }  # fmt: skip
        assert row["statement"] in SOURCE
    rows = {(row["claim"], row["measure"]): row for row in found}
    least = rows["afghan-losses-chaudhary", "killed"]
    assert (least["min"], least["max"], least["qualifier"]) == (274, None, "at least")
    assert rows["pakistani-losses-chaudhary", "missing"]["max"] == 1
    many = rows["pakistani-losses-mujahid", "captured"]
    assert (many["min"], many["max"], many["qualifier"]) == (None, None, "many")
    assert rows["civilian-losses-government", "killed"]["place"] == "Khost, Paktika, southeastern Afghanistan"
    assert rows["heavy-casualties-both", "casualties"]["claimant"] is None


def test_a_figure_is_disputed_by_what_contests_it_and_not_its_sentence(bot: Bot) -> None:
    rows = {(row["claim"], row["measure"]): row for row in objects(bot("figures", "--json")[1])}
    assert rows["afghan-losses-mujahid", "killed"]["disputed_by"] == ["afghan-losses-chaudhary"]
    assert rows["afghan-losses-mujahid", "injured"]["disputed_by"] == []


def test_each_object_of_figures_has_what_contests_and_limits_it(bot: Bot) -> None:
    for options in ([], ["--claimant", "Chaudhary"], ["--measure", "injured"]):
        found = objects(bot("figures", "--json", *options)[1])
        assert found
        for row in found:
            assert [one["id"] for one in row["counter_claims"]] == row["disputed_by"]
            assert all(one["statement"] in SOURCE for one in row["counter_claims"])
            assert CAVEAT in [one["statement"] for one in row["caveats"]]
    chaudhary = objects(bot("figures", "--json", "--claimant", "Chaudhary")[1])
    assert {row["claimant"]["name"] for row in chaudhary} == {"Lt Gen Ahmed Sharif Chaudhary"}
    assert any("55 Pakistani" in one["statement"] for row in chaudhary for one in row["counter_claims"])
    (injured,) = objects(bot("figures", "--json", "--measure", "injured", "--claimant", "Mujahid")[1])
    assert (injured["disputed_by"], injured["counter_claims"]) == ([], [])


def test_the_table_of_figures(bot: Bot) -> None:
    out = bot("figures", "--side", "pak")[1]
    assert out.startswith(
        "Victims: Pakistan – killed\n"
        "  Lt Gen Ahmed Sharif Chaudhary  12: Pakistani soldiers [1], disputed by [2]\n"
        "  Zabihullah Mujahid             55: Pakistani soldiers [2], disputed by [1]\n"
        "  Afghanistan’s government       not in this briefing\n"
        "\n"
        "Victims: Pakistan – wounded\n"
        "  Lt Gen Ahmed Sharif Chaudhary  27: Pakistani soldiers [1], disputed by [2]\n"
        "  Zabihullah Mujahid             not in this briefing\n"
        "  Afghanistan’s government       not in this briefing\n"
    )
    assert (
        "[1] Lt Gen Ahmed Sharif Chaudhary (Pakistan’s military spokesperson) stated:\n> He said 12 " in out
    )
    assert "[2] Zabihullah Mujahid (Taliban government spokesperson) stated and denied " in out


def test_figures_that_nobody_gives(bot: Bot) -> None:
    assert bot("figures", "--side", "Pakistan", "--measure", "injured") == (
        0,
        "The briefing has no such figures.\n",
        "",
    )


@pytest.mark.parametrize("option", ["--side", "--measure", "--claimant"])
def test_what_there_is_none_of(bot: Bot, option: str) -> None:
    status, out, err = bot("figures", option, "drones")
    assert (status, out) == (2, "")
    assert err.startswith(f"briefing-bot: there is no {option[2:]} “drones” here; there are: ")
    assert err.count("\n") == 1


# ---- timeline, quotes, sources ---------------------------------------------------------------------


def test_the_timeline(bot: Bot) -> None:
    out = bot("timeline")[1]
    heads = [block.split("\n")[0] for block in out.split("\n\n")]
    assert heads[:4] == [
        "2026-02-26 “on February 26, 2026”",
        "“on Thursday night”, “on Thursday” [curator’s reading: 2026-02-26]",
        "2026-02-27 “on February 27, 2026”",
        "“on Friday” [curator’s reading: 2026-02-27]",
    ]
    assert "said “Later on Friday evening” [curator’s reading: 2026-02-27]" in heads
    assert "“last weekend” (no date in the source)" in heads
    assert "“during the operation” (no date in the source)\n" in out


def test_quotations(bot: Bot) -> None:
    out = bot("quotes")[1]
    assert out.startswith("Quoted by the publisher:\n- “open war” [1]\n")
    assert "Khawaja Asif (Pakistan’s Defence Minister):\n- “full-scale confrontation” [2]\n" in out
    assert "Zabihullah Mujahid (Taliban government spokesperson):\n- “The Islamic Emirate" in out


def test_quotations_of_one(bot: Bot) -> None:
    out = bot("quotes", "Khawaja", "Asif")[1]
    assert "“Now it is an open war between us and you.” [1]" in out
    assert "Mujahid" not in out
    assert bot("quotes", "chaudhary")[1] == "The briefing puts none of their words in quotation marks.\n"


def test_quotations_of_nobody(bot: Bot) -> None:
    status, out, err = bot("quotes", "Napoleon")
    assert (status, out) == (2, "")
    assert "no person “Napoleon” here; there are: Khawaja Asif, " in err


def test_sources(bot: Bot) -> None:
    out = bot("sources")[1]
    assert out == (
        f"Pakistan–Afghanistan fighting, February 2026 ({BRIEFING})\n"
        "Edition of 2026-11-22, which covers events up to 2026-02-27.\n"
        "- source.txt: A news text. It states no publisher, title, author, address or date of publication, "
        f"and none is added here. {len(knowledge().index().briefing.claims)} claims rest on it.\n"
        f"{knowledge().digest}\n"
    )


def test_a_receipt_may_be_missing() -> None:
    reply = ask(knowledge(), CONTESTED)
    object.__setattr__(reply, "receipt", None)
    assert listings.receipt(reply) == "Nothing has been asked yet."


# ---- validate --------------------------------------------------------------------------------------


def test_a_folder_without_problems(bot: Bot) -> None:
    status, out, err = bot("validate")
    assert (status, err) == (0, "")
    assert out.startswith(f"{FOLDER}: no problems. Briefings: 1. Claims: ")


@pytest.mark.parametrize("option", [[], ["--knowledge"]])
def test_another_folder_without_problems(bot: Bot, folder: Path, option: list[str]) -> None:
    status, out, err = bot("validate", *option, str(folder))
    assert (status, err) == (0, "")
    assert out.startswith(f"{folder}: no problems. Briefings: 1. Claims: ")


@pytest.mark.parametrize(
    "command", [["validate"], ["ask", "hi"], ["figures"], ["chat"], ["check", "--json", "x"]]
)
def test_every_problem_has_a_line(bot: Bot, folder: Path, command: list[str]) -> None:
    claims = folder / BRIEFING / "claims.toml"
    text = (
        claims.read_text(encoding="utf-8")
        .replace('"He said 12', '"He said 13')
        .replace("measure =", "mesure =", 1)
    )
    claims.write_text(text, encoding="utf-8")
    status, out, err = bot(*command, "--knowledge", str(folder))
    assert (status, out) == (1, "")
    lines = err.splitlines()
    assert len(lines) >= 2
    for line in lines:
        file, number, message = line.split(":", 2)
        assert file.startswith(str(folder))
        assert int(number) >= 1
        assert message.startswith(" ")


def test_an_empty_folder(bot: Bot, tmp_path: Path) -> None:
    status, _, err = bot("validate", str(tmp_path))
    assert status == 1
    assert "the folder is empty" in err


def test_json_is_one_object_a_line(bot: Bot) -> None:
    for line in bot("figures", "--json")[1].splitlines():
        assert isinstance(json.loads(line), dict)


@pytest.mark.parametrize("side", [None, "Pakistan", "Afghanistan"])
@pytest.mark.parametrize("claimant", [None, "mujahid", "chaudhary", "Afghanistan’s government", "publisher"])
@pytest.mark.parametrize(
    "measure", [None, "killed", "wounded", "injured", "missing", "captured", "bodies held"]
)
def test_every_narrowing_of_the_figures_is_laid_out(
    side: str | None, claimant: str | None, measure: str | None
) -> None:
    table = figures(knowledge(), side=side, claimant=claimant, measure=measure)
    text = listings.figures(table)
    assert all(name.claim.id in text for name in table.claims)
    shown = {one.claim.id for one in table.claims}
    assert all(set(row.disputed_by) <= shown for row in table.rows)
