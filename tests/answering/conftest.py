"""Four briefings over one vocabulary: the shipped one, and invented ones on a flood, an election, a march."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answering.claims.index import Index
from bot.answering.deciding.decision import decide
from bot.answering.showing.reply import reply_to
from bot.briefing.loader import load
from tests import shipped
from tests.several import ORLA
from tests.several import several as several_briefings

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.reading.question import SlotKind
    from bot.answering.showing.reply import Reply
    from bot.briefing.models import Edition

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"

BRANNOCK = Path(__file__).parents[1] / "brannock"

Change = tuple[str, str, str]  # file, words, other words


def knowledge(folder: Path, *changes: Change, briefing: Path = ORLA) -> Edition:
    """Load one invented briefing, with some words of its files changed."""
    folder.mkdir()
    shutil.copy(KNOWLEDGE / "words.en.txt", folder)
    shutil.copy(KNOWLEDGE / "vocabulary.toml", folder)
    shutil.copytree(briefing, folder / briefing.name)
    for name, old, new in changes:
        file = folder / briefing.name / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        file.write_text(text.replace(old, new), encoding="utf-8")
    return load(folder)


def ready(edition: Edition) -> Index:
    return Index(edition, edition.briefings[0])


@pytest.fixture(scope="session")
def war() -> Index:
    """Return the shipped briefing, with what its examples teach."""
    return shipped.knowledge().index()


@pytest.fixture(scope="session")
def orla_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return knowledge(tmp_path_factory.mktemp("orla") / "knowledge")


@pytest.fixture(scope="session")
def orla(orla_edition: Edition) -> Index:
    """Return the invented briefing."""
    return ready(orla_edition)


@pytest.fixture(scope="session")
def brannock(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Return the invented briefing on a march, whose curator knew the documents alone."""
    return ready(knowledge(tmp_path_factory.mktemp("brannock") / "knowledge", briefing=BRANNOCK))


@pytest.fixture(scope="session")
def several(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return all three in one edition."""
    return load(several_briefings(tmp_path_factory.mktemp("several") / "knowledge"))


@pytest.fixture(scope="session")
def vardholm(several: Edition) -> Index:
    """Return the invented briefing on an election."""
    return Index(several, next(one for one in several.briefings if one.id == "vardholm"))


@pytest.fixture(scope="session")
def changed_orla(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Index]:
    """Return a way to change the invented briefing before it is read; the same change is read once."""

    @cache
    def read(*changes: Change) -> Index:
        return ready(knowledge(tmp_path_factory.mktemp("changed") / "knowledge", *changes))

    return read


@pytest.fixture(scope="session")
def briefings(war: Index, orla: Index, vardholm: Index) -> dict[str, Index]:
    return {"war": war, "orla": orla, "vardholm": vardholm}


def ask(index: Index, question: str) -> Reply:
    return reply_to(index, decide(index, question))


def shown(reply: Reply) -> set[str]:
    """Return the claims that a reply shows for their own sake."""
    return {one.claim.id for one in reply.claims if one.role != "counter_claim"}


def countered(reply: Reply) -> set[str]:
    """Return the claims that a reply shows against those."""
    return {one.claim.id for one in reply.claims if one.role == "counter_claim"}


def slots(index: Index, text: str, *kinds: SlotKind) -> list[tuple[str, str]]:
    """Return kind and value of what *text* names, in the order of the words; of some kinds or all."""
    found = index.reader.read(text).slots
    return [(slot.kind, slot.value) for slot in found if not kinds or slot.kind in kinds]
