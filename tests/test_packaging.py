"""What is said of installing the bot, and what is packed, can be relied on."""

from __future__ import annotations

import re
import tomllib
from pathlib import PurePosixPath

from tests.shipped import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
DOCUMENTS = {path.name: path.read_text(encoding="utf-8") for path in ROOT.glob("*.md")}


def test_a_container_that_starts_again_finds_what_was_kept() -> None:
    (volume,) = re.findall(r"^VOLUME (\S+)$", DOCKERFILE, re.MULTILINE)
    kept = dict(re.findall(r"(XDG_CACHE_HOME|BRIEFING_BOT_STORAGE__PATH)=(\S+)", DOCKERFILE))
    assert len(kept) == 2
    assert all(PurePosixPath(place).is_relative_to(volume) for place in kept.values())
    assert f"-v briefing-bot:{volume} " in DOCUMENTS["README.md"]


def test_an_image_that_is_built_anew_gets_what_was_mended_in_python() -> None:
    versions = re.findall(r"^FROM python:(\S+?)-slim", DOCKERFILE, re.MULTILINE)
    assert [one.count(".") for one in versions] == [1, 1]
    assert len(set(versions)) == 1


def test_every_installation_that_is_shown_has_the_versions_that_were_tested() -> None:
    lines = [line for text in DOCUMENTS.values() for line in text.split("\n") if "pip install" in line]
    assert lines
    assert [line for line in lines if "pip install -c .ci/constraints.txt" not in line] == []


def test_nobody_is_told_to_install_what_an_index_has_under_our_name() -> None:
    told = re.compile(r"install '?briefing-bot\b")
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py")}
    assert [name for name, text in (DOCUMENTS | texts).items() if told.search(text)] == []


def test_the_source_package_is_the_whole_checkout() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert "sdist" not in build["targets"], "a list of what it has leaves out what tests and documents need"
