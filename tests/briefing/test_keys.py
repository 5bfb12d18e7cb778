"""KEYS.md has every key that a briefing may have, and every id that the vocabulary shares, and no other."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, get_args

import pytest

from bot.briefing import models, shapes
from bot.briefing.tables import BRIEFING_TABLES, NAMED_APART
from tests.shipped import FOLDER, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = (ROOT / "KEYS.md").read_text(encoding="utf-8")
VOCABULARY = tomllib.loads((FOLDER / "vocabulary.toml").read_text(encoding="utf-8"))
SHAPES: dict[str, type[shapes.Shape]] = {
    "briefing.toml, above the tables": shapes.HeadShape,
    "[[source]]": shapes.SourceShape,
    "[[party]]": shapes.PartyShape,
    "[[person]]": shapes.PersonShape,
    "[[place]]": shapes.PlaceShape,
    "[[measure]], [[victims]], [[topic]], [[aside]]": shapes.ConceptShape,
    "[[caveat]]": shapes.CaveatShape,
    "[[dispute]]": shapes.DisputeShape,
    "[[claim]] in claims.toml": shapes.ClaimShape,
    "[[claim.figure]]": shapes.FigureShape,
}
WORDS = {"role": models.PartyRole, "speech_act": models.SpeechAct, "standing": models.Standing}


def rows(heading: str) -> Iterator[list[str]]:
    """Yield the cells of the table under a heading, without its head."""
    (part,) = re.findall(rf"^##+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", KEYS, re.DOTALL | re.MULTILINE)
    for line in re.findall(r"^\| `.*$", part, re.MULTILINE):
        yield [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("heading", SHAPES)
def test_every_key_is_there(heading: str) -> None:
    told = {key.strip("`"): (mark == "must", what) for key, mark, what in rows(heading)}
    assert {key: must for key, (must, _) in told.items()} == {
        key: field.is_required() for key, field in SHAPES[heading].model_fields.items()
    }
    for key, words in WORDS.items():
        if key in told:
            assert {f"`{word}`" for word in get_args(words)} <= set(re.findall("`[a-z]+`", told[key][1]))


def test_every_table_is_there() -> None:
    tables = {table for heading in SHAPES for table in re.findall(r"\[\[(\w+)\]\]", heading)}
    assert tables == {*BRIEFING_TABLES, "claim"}


@pytest.mark.parametrize("kind", NAMED_APART)
def test_every_shared_id_is_there(kind: str) -> None:
    assert list(rows(kind)) == [
        [
            f"`{one['id']}`",
            one["name"],
            ", ".join(f"`{broad}`" for broad in one.get("broader", ())),
            ", ".join(
                (
                    *(["an act"] if one.get("act") else []),
                    *([f"opposite of `{one['opposite']}`"] if "opposite" in one else []),
                )
            ),
        ]
        for one in VOCABULARY[kind]
    ]


def test_the_page_is_named_where_a_curator_begins() -> None:
    assert "[KEYS.md](KEYS.md)" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
