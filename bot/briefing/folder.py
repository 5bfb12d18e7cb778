"""Reads a knowledge folder: whole, once, and never a file that is no knowledge.

What an editor or a system leaves beside the files is no part of an edition, or it would make another one.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.briefing.problems import Finding, Problem, printable
from bot.errors import KnowledgeError

VOCABULARY = "vocabulary.toml"
BRIEFING = "briefing.toml"
CLAIMS = "claims.toml"
EXAMPLES = "examples.toml"

# A source of 5 MB is a thousand pages; more is a mistake, and it would be held in memory.
MAX_BYTES = 5 * 1024 * 1024

_WORDS = re.compile(r"words\.[A-Za-z0-9-]+\.txt")
_SMALL_TALK = re.compile(r"small-talk\.[A-Za-z0-9-]+\.txt")
_LANGUAGE = re.compile(r"vocabulary\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\.toml")
_COPIED = "copy it from the bot's own knowledge folder, with words.en.txt and small-talk.en.txt"
_BOM = "\ufeff"
# Control characters but tab and line ends; and the two overrides that make words read backwards,
# which prose in no script needs.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")


@dataclass(frozen=True, slots=True)
class Contents:
    """The bytes of every knowledge file by its name relative to `folder`, with `/`.

    The names in `unread` have a problem instead.
    """

    folder: Path
    files: Mapping[str, bytes]
    briefings: tuple[str, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str]

    @property
    def digest(self) -> str:
        """Return the SHA-256 over names and bytes, in hexadecimal."""
        total = hashlib.sha256()
        for name, data in sorted(self.files.items()):
            # Lengths keep two files from passing for one.
            encoded = os.fsencode(name)
            total.update(b"%d:%s%d:" % (len(encoded), encoded, len(data)))
            total.update(data)
        return total.hexdigest()

    def part(self, names: Iterable[str]) -> "Contents":
        """Return those of these files that are there, and nothing else."""
        return replace(self, files={name: self.files[name] for name in names if name in self.files})

    @property
    def word_lists(self) -> tuple[str, ...]:
        """Return the names of the lists of ordinary words."""
        return tuple(name for name in self.files if _WORDS.fullmatch(name))

    @property
    def small_talk(self) -> tuple[str, ...]:
        """Return the names of the lists of what people say that no briefing answers."""
        return tuple(name for name in self.files if _SMALL_TALK.fullmatch(name))

    @property
    def languages(self) -> dict[str, str]:
        """Return the tag of each language that has a vocabulary of its own, with the file's name."""
        found = {name: _LANGUAGE.fullmatch(name) for name in sorted(self.files)}
        return {match[1]: name for name, match in found.items() if match}


def digest(folder: str | os.PathLike[str]) -> str:
    """Return the digest of all knowledge files; KnowledgeError when they cannot all be read."""
    contents = read_folder(folder)
    if contents.problems:
        raise KnowledgeError(contents.problems)
    return contents.digest


def read_folder(folder: str | os.PathLike[str]) -> Contents:
    """Read every knowledge file of the folder; what cannot be read becomes a problem."""
    root = Path(folder)
    files: dict[str, bytes] = {}
    briefings: list[str] = []
    problems: dict[str, Problem] = {}
    for name, fault in _names(root, briefings, files):
        data = fault or _content_of(root, name)
        if isinstance(data, str):
            problems[name] = Problem(str(root / name), 1, data)
        else:
            files[name] = data
    return Contents(root, files, tuple(briefings), tuple(problems.values()), frozenset(problems))


def decode(file: str, data: bytes) -> str | Finding:
    """Return the text of a file, or the finding that keeps it from being text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02X}"
        return Finding(file, line, f"byte {byte} is not UTF-8, so save the file as UTF-8")
    if text.startswith(_BOM):
        return Finding(file, 1, "the file starts with a byte order mark, so save it without one")
    return text


def forbidden(text: str) -> tuple[int, str] | None:
    """Find the first character that no text may hold: its index and its name."""
    match = _FORBIDDEN.search(text)
    return match and (match.start(), f"U+{ord(match[0]):04X}")


def _names(root: Path, briefings: list[str], read: Mapping[str, bytes]) -> Iterator[tuple[str, str | None]]:
    """Name the files to read; a fault stands beside a name that cannot be one of them.

    Which files a briefing is made of it says itself, in one that is *read* before the others are named.
    """
    try:
        top = _listing(root)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield "", _reason(error)
        return
    if not top:
        yield "", f"the folder is empty, it needs a folder for each briefing, and a {VOCABULARY}: {_COPIED}"
        return
    if VOCABULARY not in top:
        yield VOCABULARY, f"the file is missing, {_COPIED}"
    for name in top:
        if _is_folder(root / name):
            briefings.append(name)
        elif name == VOCABULARY or any(one.fullmatch(name) for one in (_WORDS, _SMALL_TALK, _LANGUAGE)):
            yield name, None
        elif name.endswith(".toml"):
            yield name, f"no such file is known here, only {VOCABULARY} and vocabulary.<tag>.toml"
    if not briefings:
        yield "", "the folder holds no briefing, which is a folder with a briefing.toml"
    for briefing in briefings:
        yield from _briefing_names(root, briefing, read)


def _briefing_names(root: Path, briefing: str, read: Mapping[str, bytes]) -> Iterator[tuple[str, str | None]]:
    try:
        inside = _listing(root / briefing)
    except OSError as error:
        yield briefing, _reason(error)
        return
    for needed in (BRIEFING, CLAIMS):
        if needed not in inside:
            yield f"{briefing}/{needed}", "the file is missing"
        elif _is_folder(root / briefing / needed):
            yield f"{briefing}/{needed}", "the file is not a regular file"
        else:
            yield f"{briefing}/{needed}", None
    says = read.get(f"{briefing}/{BRIEFING}", b"")
    for name in inside:
        inner = f"{briefing}/{name}"
        if name.endswith(".toml"):
            if name == EXAMPLES:
                yield inner, None
            elif name not in (BRIEFING, CLAIMS):
                yield inner, f"no such file is known here, only {BRIEFING}, {CLAIMS} and {EXAMPLES}"
        elif _is_named(name, says) and not _is_folder(root / inner):
            yield inner, None


def _is_named(name: str, toml: bytes) -> bool:
    """Tell whether a name stands in quotation marks, as every source's does; to parse it all takes longer."""
    encoded = os.fsencode(name)
    return b'"%b"' % encoded in toml or b"'%b'" % encoded in toml


def _listing(path: Path) -> list[str]:
    # Hidden files are an editor's or the system's, never knowledge.
    return sorted(entry.name for entry in path.iterdir() if not entry.name.startswith("."))


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where it may not look


def _content_of(root: Path, name: str) -> bytes | str:
    path = root / name
    try:
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
            return "it is a link that leads out of the folder, so put the file itself here"
        # A pipe or a device would block or never end, so ask before opening.
        if not stat.S_ISREG(path.stat().st_mode):
            return "the file is not a regular file"
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _reason(error)
    if len(data) > MAX_BYTES:
        return f"the file is larger than {MAX_BYTES // 1024 // 1024} MB, the limit for one file"
    return data


def _reason(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"it cannot be read: {printable(reason or 'unknown reason')}"
