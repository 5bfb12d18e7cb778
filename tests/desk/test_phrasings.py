from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask
from bot.desk.knowledge import Knowledge
from bot.desk.settings import SemanticSettings, Settings
from bot.errors import EncoderError
from tests.library import library_in

if TYPE_CHECKING:
    from pathlib import Path

ASKED = "can I renew the loan of a book"


@pytest.fixture
def library(tmp_path: Path) -> Settings:
    return Settings(library_in(tmp_path / "library"), selective_risk=0.05)


def test_what_is_made_ready_is_kept(library: Settings, cache_home: Path) -> None:
    first = Knowledge(library).retrieval()
    (kept,) = cache_home.glob("*.retrieval")
    before = kept.stat().st_mtime_ns
    again = Knowledge(library).retrieval()
    assert kept.stat().st_mtime_ns == before
    assert again.rank(ASKED) == first.rank(ASKED)


def test_another_risk_is_made_ready_anew(library: Settings, cache_home: Path) -> None:
    Knowledge(library).retrieval()
    Knowledge(Settings(library.knowledge, selective_risk=0.2)).retrieval()
    assert len(list(cache_home.glob("*.retrieval"))) == 2


def test_an_encoder_ranks_too(library: Settings) -> None:
    pytest.importorskip("onnxruntime", reason="the extra briefing-bot[semantic] is not installed")
    knowledge = Knowledge(
        Settings(library.knowledge, cache=False, semantic=SemanticSettings(enabled=True), selective_risk=0.1)
    )
    retrieval = knowledge.retrieval()
    assert retrieval.head is not None
    # Eight phrasings a claim, and its name.
    assert retrieval.head.encoded.shape == (9 * len(retrieval.claims), 384)
    reply = ask(knowledge, "I would like to keep this novel for another month")
    assert "renewing" in [one.claim.id for one in reply.claims] + [one.claim for one in reply.choices]


def test_an_encoder_that_is_not_there_is_said_when_the_edition_is_opened(library: Settings) -> None:
    missing = SemanticSettings(enabled=True, model="./nowhere")
    with pytest.raises(EncoderError):
        Knowledge(Settings(library.knowledge, semantic=missing)).retrieval()
