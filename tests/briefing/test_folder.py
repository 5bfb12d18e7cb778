"""A folder is read whole or its faults are named; nothing in it can stop or mislead the reader."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from bot.briefing.folder import MAX_BYTES, digest
from bot.briefing.loader import examine
from bot.errors import KnowledgeError
from tests.shipped import ROOT

if TYPE_CHECKING:
    from tests.briefing.conftest import Folder


COPIED = "copy it from the bot's own knowledge folder, with words.en.txt and small-talk.en.txt"


def test_a_missing_folder(tmp_path: Path) -> None:
    (problem,) = examine(tmp_path / "nowhere").problems
    assert str(problem) == f"{tmp_path}/nowhere:1: it cannot be read: No such file or directory"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (problem,) = examine(tmp_path / "file").problems
    assert problem.message == "it cannot be read: Not a directory"


def test_a_path_that_no_system_allows() -> None:
    (problem,) = examine("a\0b").problems
    assert str(problem) == r"a\x00b:1: it cannot be read: embedded null byte"


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    (problem,) = examine(str(tmp_path)).problems
    assert str(problem) == (
        f"{tmp_path}:1: the folder is empty, it needs a folder for each briefing, and a vocabulary.toml: "
        + COPIED
    )


def test_the_folder_is_named_as_given(flood: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    flood.write("flood/source.txt", "")
    monkeypatch.chdir(flood.path.parent)
    assert [str(one) for one in examine("knowledge").problems] == [
        "knowledge/flood/source.txt:1: the source is empty"
    ]


def test_files_that_are_missing(flood: Folder) -> None:
    for name in ("vocabulary.toml", "flood/briefing.toml", "flood/claims.toml"):
        (flood.path / name).unlink()
    assert flood.problems() == [
        "flood/briefing.toml:1: the file is missing",
        "flood/claims.toml:1: the file is missing",
        f"vocabulary.toml:1: the file is missing, {COPIED}",
    ]


def test_without_a_vocabulary_no_number_in_words_is_judged(flood: Folder) -> None:
    for name in ("flood/source.txt", "flood/claims.toml", "flood/claims.toml"):
        flood.replace(name, "7 residents", "seven residents")
    (flood.path / "vocabulary.toml").unlink()
    assert flood.problems() == [f"vocabulary.toml:1: the file is missing, {COPIED}"]


def test_no_briefing(flood: Folder) -> None:
    for file in (flood.path / "flood").iterdir():
        file.unlink()
    (flood.path / "flood").rmdir()
    assert flood.problems() == [":1: the folder holds no briefing, which is a folder with a briefing.toml"]


def test_a_folder_named_like_no_id(flood: Folder) -> None:
    (flood.path / "flood").rename(flood.path / "The Flood")
    assert flood.problems() == [
        (
            'The Flood/briefing.toml:1: the name of the folder "The Flood" is the id of the briefing '
            "and must be lower-case letters, digits and hyphens"
        )
    ]


def test_toml_that_nobody_reads(flood: Folder) -> None:
    flood.write("vocabluary.toml", "")
    flood.write("flood/claim.toml", "")
    assert flood.problems() == [
        "flood/claim.toml:1: no such file is known here, only briefing.toml, claims.toml and examples.toml",
        "vocabluary.toml:1: no such file is known here, only vocabulary.toml and vocabulary.<tag>.toml",
    ]


def test_other_things_may_lie_there(flood: Folder) -> None:
    before = digest(flood.path)
    flood.write("README.md", b"\xff")
    flood.write("flood/.source.txt.swp", b"\xff")
    flood.write("flood/drafts/old.toml", "?")
    flood.write(".git/config.toml", "?")
    assert flood.problems() == []
    assert digest(flood.path) == before


def test_a_file_over_the_limit(flood: Folder) -> None:
    flood.write("flood/source.txt", b" " * (2 * MAX_BYTES))
    flood.write("vocabulary.toml", b"#" * MAX_BYTES + b"\n")
    assert flood.problems() == [
        "flood/source.txt:1: the file is larger than 5 MB, the limit for one file",
        "vocabulary.toml:1: the file is larger than 5 MB, the limit for one file",
    ]


def test_a_file_at_the_limit(flood: Folder) -> None:
    text = flood.read("vocabulary.toml").encode()
    flood.write("vocabulary.toml", text + b"#" * (MAX_BYTES - len(text)))
    assert flood.problems() == []


def test_a_loop_of_links(flood: Folder) -> None:
    for name in ("vocabulary.toml", "flood/source.txt"):
        (flood.path / name).unlink()
        (flood.path / name).symlink_to(Path(name).name)
    (flood.path / "loop").symlink_to("loop")
    assert flood.problems() == [
        "flood/source.txt:1: it cannot be read: Too many levels of symbolic links",
        "vocabulary.toml:1: it cannot be read: Too many levels of symbolic links",
    ]


def test_a_link_to_the_folder_itself_is_a_briefing_without_files(flood: Folder) -> None:
    (flood.path / "again").symlink_to(".")
    assert "again/briefing.toml:1: the file is missing" in flood.problems()


def test_links_within_the_folder_are_followed(flood: Folder) -> None:
    """A volume of Kubernetes consists of such links."""
    (flood.path / "..data").mkdir()
    (flood.path / "flood/source.txt").rename(flood.path / "..data/source.txt")
    (flood.path / "flood/source.txt").symlink_to("../..data/source.txt")
    assert flood.problems() == []


@pytest.mark.parametrize("name", ["flood/source.txt", "vocabulary.toml"])
def test_links_out_of_the_folder_are_not_followed(flood: Folder, tmp_path: Path, name: str) -> None:
    (flood.path / name).rename(tmp_path / "elsewhere")
    (flood.path / name).symlink_to(tmp_path / "elsewhere")
    assert flood.problems() == [
        f"{name}:1: it is a link that leads out of the folder, so put the file itself here"
    ]


def test_a_folder_that_is_a_link_is_a_folder(flood: Folder, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(flood.path)
    assert digest(tmp_path / "linked") == digest(flood.path)


@pytest.mark.parametrize(
    "name", ["claims.toml~", "#claims.toml#", "4913", "claims.toml.swp", "source.txt.orig", "other.txt"]
)
def test_what_an_editor_leaves_is_no_knowledge(flood: Folder, tmp_path: Path, name: str) -> None:
    before = digest(flood.path)
    flood.write(f"flood/{name}", b"\xff")
    assert digest(flood.path) == before
    (flood.path / "flood" / name).unlink()
    (flood.path / "flood" / name).symlink_to(tmp_path / "elsewhere")
    assert digest(flood.path) == before
    assert flood.problems() == []


def test_a_pipe_is_not_waited_for(flood: Folder) -> None:
    (flood.path / "flood/source.txt").unlink()
    os.mkfifo(flood.path / "flood/source.txt")
    assert flood.problems() == ["flood/source.txt:1: the file is not a regular file"]


def test_no_permission(flood: Folder) -> None:
    # Not in tmp_path, which is closed to others: root, to whom nothing is, becomes nobody here.
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        shutil.copytree(flood.path, Path(folder), dirs_exist_ok=True)
        (Path(folder) / "vocabulary.toml").chmod(0)
        (Path(folder) / "flood").chmod(0)
        user = os.geteuid()
        os.seteuid(user or 65534)
        try:
            problems = examine(folder).problems
        finally:
            os.seteuid(user)
            (Path(folder) / "flood").chmod(0o755)
    assert [str(one).removeprefix(folder) for one in problems] == [
        "/flood:1: it cannot be read: Permission denied",
        "/vocabulary.toml:1: it cannot be read: Permission denied",
    ]


@pytest.mark.parametrize("name", ["vocabulary.toml", "flood/claims.toml", "flood/source.txt", "words.en.txt"])
@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"# fine\n# \xe9t\xe9\n", 2, "byte 0xE9 is not UTF-8, so save the file as UTF-8"),
        ("# fine".encode("utf-16"), 1, "byte 0xFF is not UTF-8, so save the file as UTF-8"),
        (b"\xef\xbb\xbf# fine", 1, "the file starts with a byte order mark, so save it without one"),
        (b"# \xed\xa0\x80 a lone surrogate", 1, "byte 0xED is not UTF-8, so save the file as UTF-8"),
    ],
)
def test_a_broken_encoding(flood: Folder, name: str, content: bytes, line: int, message: str) -> None:
    flood.write(name, content)
    assert flood.problems() == [f"{name}:{line}: {message}"]


@pytest.mark.parametrize("char", ["\0", "\x1b", "\x7f", "\x85", "\u202e"])
def test_a_control_character_in_the_source(flood: Folder, char: str) -> None:
    flood.write("flood/source.txt", flood.read("flood/source.txt") + f"Fine.\nNot {char}so.\n")
    assert flood.problems() == [
        f"flood/source.txt:8: the source holds the control character U+{ord(char):04X}"
    ]


def test_line_ends_of_windows(flood: Folder) -> None:
    for name in (
        "vocabulary.toml",
        "words.en.txt",
        "flood/briefing.toml",
        "flood/claims.toml",
        "flood/source.txt",
    ):
        flood.write(name, flood.read(name).replace("\n", "\r\n"))
    assert flood.problems() == []
    assert flood.briefing().sources[0].text.startswith("The river Orla broke its banks")
    flood.replace("flood/claims.toml", 'speaker = "per-lund"', 'speaker = "nobody"')
    assert flood.problems() == ['flood/claims.toml:48: no person has the id "nobody"']


def test_ordinary_words(flood: Folder) -> None:
    edition = examine(flood.path).edition
    assert edition is not None
    assert edition.known_words == {"such", "strasse"}
    flood.write("words.de.txt", "solch\n")
    edition = examine(flood.path).edition
    assert edition is not None
    assert edition.known_words == {"such", "strasse", "solch"}
    flood.write("words.de.txt", "# two\na lot\nno\x07t\n")
    assert flood.problems() == [
        'words.de.txt:2: "a lot" is more than one word',
        "words.de.txt:3: the line holds the control character U+0007",
    ]


def test_the_digest_names_every_byte_and_name(flood: Folder) -> None:
    seen = {digest(flood.path)}
    edition = examine(flood.path).edition
    assert edition is not None
    assert edition.digest in seen
    flood.write("flood/source.txt", flood.read("flood/source.txt") + " ")
    seen.add(digest(flood.path))
    (flood.path / "flood").rename(flood.path / "flood-2")
    seen.add(digest(str(flood.path)))
    flood.write("words.de.txt", "")
    seen.add(digest(flood.path))
    assert len(seen) == 4
    assert all(len(one) == 64 for one in seen)


def test_what_cannot_be_read_has_no_digest(flood: Folder) -> None:
    (flood.path / "flood/claims.toml").unlink()
    with pytest.raises(KnowledgeError, match=r"claims\.toml:1: the file is missing$"):
        digest(flood.path)


def test_the_digest_does_without_pydantic() -> None:
    code = (
        "import sys, bot.briefing.folder, bot.briefing.disputes, bot.errors\n"
        "assert sys.modules.keys().isdisjoint({'pydantic', 'rapidfuzz', 'sentencex', 'tomllib'})"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
