"""Edits of a copy of the shipped knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shipped import BRIEFING

if TYPE_CHECKING:
    from pathlib import Path

PHRASING = "Do the Taliban leaders want to negotiate?"
KEPT = "Would the Taliban leaders negotiate?"  # makes the other edition that the fixture `compiled` has ready
UNKEPT = "Would the Taliban leaders want to negotiate?"  # makes one that has to be compiled
SHELTER = ("sheltering-alleged", "sheltering-denied")


def replace(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def rephrase(folder: Path, new: str = KEPT) -> None:
    """Change one phrasing, which makes another edition without a problem."""
    replace(folder, f"{BRIEFING}/claims.toml", PHRASING, new)


def rephrase_again(folder: Path) -> None:
    """Change another phrasing."""
    replace(
        folder, f"{BRIEFING}/claims.toml", "taliban leaders peace talks?", "peace talks, taliban leaders?"
    )


def spoil(folder: Path) -> None:
    """Change a source, so that a statement is not in it any more."""
    replace(folder, f"{BRIEFING}/source.txt", "12 Pakistani", "13 Pakistani")


def drop_claim(folder: Path, claim: str) -> None:
    file = folder / BRIEFING / "claims.toml"
    head, *claims = file.read_text(encoding="utf-8").split("[[claim]]\n")
    left = [one for one in claims if f'id = "{claim}"\n' not in one]
    assert len(left) == len(claims) - 1
    file.write_text("[[claim]]\n".join([head, *left]), encoding="utf-8")


def end_dispute(folder: Path) -> None:
    """Leave two claims that contest each other uncontested."""
    file = folder / BRIEFING / "claims.toml"
    head, *claims = file.read_text(encoding="utf-8").split("[[claim]]\n")
    claims = [
        one.replace("contested = true\n", "") if any(f'id = "{id_}"' in one for id_ in SHELTER) else one
        for one in claims
    ]
    file.write_text("[[claim]]\n".join([head, *claims]), encoding="utf-8")
    file = folder / BRIEFING / "briefing.toml"
    parts = file.read_text(encoding="utf-8").split("[[dispute]]\n")
    left = [part for part in parts if 'id = "sheltering"' not in part]
    assert len(left) == len(parts) - 1
    file.write_text("[[dispute]]\n".join(left), encoding="utf-8")


def replace_once(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
