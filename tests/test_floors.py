"""Each floor imports only those under it."""

import ast
from pathlib import Path

import pytest

BOT = Path(__file__).parents[1] / "bot"
FLOORS = ("briefing", "answering", "desk", "surfaces")
MODULES = sorted(path for floor in FLOORS for path in (BOT / floor).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(BOT)))
def test_imports_point_downwards(path: Path) -> None:
    own = FLOORS.index(path.relative_to(BOT).parts[0])
    above = tuple(f"bot.{floor}" for floor in FLOORS[own + 1 :])
    assert not [name for name in imported(path) if name.startswith(above)]


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.parent.name == "answering"], ids=lambda path: path.name
)
def test_answering_knows_no_files_clock_network_or_event_loop(path: Path) -> None:
    forbidden = {"asyncio", "io", "os", "pathlib", "socket", "time", "tomllib", "urllib"}
    assert not {name.split(".")[0] for name in imported(path)} & forbidden


def test_the_code_knows_no_war() -> None:
    words = ("pakistan", "taliban", "kabul", "mujahid", "soldier")
    for path in BOT.rglob("*.py"):
        text = path.read_text(encoding="utf-8").casefold()
        assert not [word for word in words if word in text], path


@pytest.mark.parametrize("path", sorted(BOT.rglob("*.py")), ids=lambda path: str(path.relative_to(BOT)))
def test_modules_stay_readable(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
