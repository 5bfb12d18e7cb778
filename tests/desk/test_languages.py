"""A question in another language is read with that language's words, compiled when first asked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.briefing.folder import read_folder
from bot.desk.asking import ask
from bot.desk.editions import open_edition, pack
from bot.desk.knowledge import Knowledge
from tests.desk import edits
from tests.desk.conftest import cache_in
from tests.shipped import CONTESTED, ROOT, copied, knowledge, objects, run

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answering.showing.reply import Reply
    from bot.desk.settings import Settings

pytestmark = pytest.mark.languages("ur")

URDU = "کتنے پاکستانی فوجی مارے گئے؟"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("cache")
    return cache_in(home, copied(home / "knowledge", ["ur"]))


def shown(reply: Reply) -> list[str]:
    return [one.claim.id for one in reply.claims]


def test_it_finds_the_same_claims() -> None:
    assert shown(ask(knowledge(), URDU)) == shown(ask(knowledge(), CONTESTED))


def test_a_question_too_long_for_any_language() -> None:
    reply = ask(knowledge(), URDU * 1_000)
    assert (reply.outcome, reply.reason) == ("abstention", "too_long")


def test_the_words_are_kept_for_the_next_run(
    settings: Settings, cache_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(cache_home)
    first = ask(Knowledge(settings), URDU)
    assert len(list(cache_home.glob("*.pickle"))) == 2  # the briefing and its words in Urdu

    def fail(*_: object) -> None:
        raise AssertionError("the knowledge was loaded")

    monkeypatch.setattr("bot.briefing.loader.load", fail)
    assert shown(ask(Knowledge(settings), URDU)) == shown(first)


def test_words_are_kept_though_the_claims_change(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits.rephrase(folder)
    Knowledge(settings).index()
    before = shown(ask(knowledge(), URDU))

    def fail(*_: object) -> None:
        raise AssertionError("the knowledge was loaded")

    monkeypatch.setattr("bot.briefing.loader.load", fail)
    assert shown(ask(Knowledge(settings), URDU)) == before


def test_a_stored_edition_keeps_its_languages(settings: Settings, folder: Path) -> None:
    before = read_folder(folder)
    assert "vocabulary.ur.toml" in before.files
    edits.spoil(folder)
    opened = open_edition(replace(settings, cache=False), pack(before), before.digest)
    assert shown(ask(opened, URDU)) == shown(ask(knowledge(), URDU))


def test_a_change_of_a_language_is_another_edition(settings: Settings, folder: Path) -> None:
    digest = Knowledge(settings).digest
    with (folder / "vocabulary.ur.toml").open("a", encoding="utf-8") as file:
        file.write("# read again\n")
    assert Knowledge(settings).digest != digest


def test_a_question_in_english_loads_no_other_language(settings: Settings, cache_home: Path) -> None:
    """Whoever asks in English need not wait for the others."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from bot.desk.asking import ask\n"
        "from bot.desk.knowledge import Knowledge\n"
        "from bot.desk.settings import Settings\n"
        f"ask(Knowledge(Settings(Path({str(settings.knowledge)!r}))), {CONTESTED!r})\n"
        "print([name for name in sys.modules if name in {'pydantic', 'bot.answering.glossing.glossary'}])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"[]\n"
    assert cache_home.exists()


def test_on_the_command_line() -> None:
    # What is spoken around the statements changes nothing of what the question is read as.
    found = [run("ask", "--json", "-", stdin=f"{URDU}\n"), run("ask", "--json", "--lang", "en", URDU)]
    assert all(done.returncode == 0 for done in found)
    one, other = (objects(done.stdout)[0]["claims"] for done in found)
    assert one == other != []
    assert "مارے گئے" in run("why", URDU).stdout.decode()
