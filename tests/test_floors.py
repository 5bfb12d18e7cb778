"""Each floor imports only those under it."""

import ast
import re
from pathlib import Path

import pytest

BOT = Path(__file__).parents[1] / "bot"
FLOORS = ("briefing", "answering", "desk", "surfaces")
MODULES = sorted(path for floor in FLOORS for path in (BOT / floor).rglob("*.py"))
# The rooms of `answering`: each imports only those before it.
ROOMS = ("reading", "retrieval", "claims", "deciding", "glossing", "showing", "checking")
ROOM_MODULES = sorted(path for room in ROOMS for path in (BOT / "answering" / room).glob("*.py"))
WORLD = {
    *(
        "asyncio",
        "concurrent",
        "io",
        "mmap",
        "multiprocessing",
        "os",
        "pathlib",
        "shutil",
        "socket",
        "sqlite3",
    ),
    *("subprocess", "tempfile", "threading", "time", "tomllib", "urllib"),
}
CLOCK = {"now", "today", "utcnow"}


def imported(code: str, *, within_functions: bool = True) -> set[str]:
    """Return whatever a module imports; one by a relative name, which says no floor, is seen as ".name"."""
    names = set()
    module = ast.parse(code)
    inner = {id(node) for part in module.body if isinstance(part, ast.FunctionDef) for node in ast.walk(part)}
    for node in ast.walk(module):
        if id(node) in inner and not within_functions:
            continue
        if isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            names |= {source, *(f"{source}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def of_the_world(code: str) -> set[str]:
    """Return what a module has of files, the clock, the network, other threads and processes."""
    modules = {name.split(".")[0] for name in imported(code)} & WORLD
    calls = {node.func for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)}
    clocks = {one.attr for one in calls if isinstance(one, ast.Attribute)} & CLOCK
    return modules | clocks | {"open" for one in calls if isinstance(one, ast.Name) and one.id == "open"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(BOT)))
def test_imports_point_downwards(path: Path) -> None:
    own = FLOORS.index(path.relative_to(BOT).parts[0])
    above = tuple(f"bot.{floor}" for floor in FLOORS[own + 1 :])
    names = imported(path.read_text(encoding="utf-8"))
    assert not [name for name in names if name.startswith((*above, "."))]


@pytest.mark.parametrize("path", ROOM_MODULES, ids=lambda path: str(path.relative_to(BOT)))
def test_rooms_are_entered_in_one_order(path: Path) -> None:
    own = ROOMS.index(path.parent.name)
    later = tuple(f"bot.answering.{room}" for room in ROOMS[own + 1 :])
    # What few questions need is imported by the function that needs it, from any room.
    names = imported(path.read_text(encoding="utf-8"), within_functions=False)
    assert not [name for name in names if name.startswith(later)]


def test_every_module_of_answering_is_in_a_room() -> None:
    assert {path.parent.name for path in (BOT / "answering").rglob("*.py")} == {*ROOMS, "answering"}
    assert [path.name for path in (BOT / "answering").glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize(
    "path",
    sorted((BOT / "answering").rglob("*.py")),
    ids=lambda path: str(path.relative_to(BOT)),
)
def test_answering_knows_no_files_clock_network_or_event_loop(path: Path) -> None:
    assert not of_the_world(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime\nstarted = datetime.now()",
        "import datetime\nday = datetime.date.today()",
        "def f():\n    import threading",
        "from mmap import mmap",
        "text = open('x').read()",
    ],
)
def test_what_answering_may_not_know_is_seen(code: str) -> None:
    assert of_the_world(code)


@pytest.mark.parametrize("code", ["from . import desk", "from .desk import ask", "from .. import surfaces"])
def test_a_relative_import_is_seen(code: str) -> None:
    assert any(name.startswith(".") for name in imported(code))


def test_the_code_knows_no_war() -> None:
    words = ("pakistan", "taliban", "kabul", "mujahid", "soldier")
    for path in BOT.rglob("*.py"):
        text = path.read_text(encoding="utf-8").casefold()
        assert not [word for word in words if word in text], path


@pytest.mark.parametrize(
    "package", sorted(BOT.rglob("__init__.py")), ids=lambda path: str(path.parent.relative_to(BOT))
)
def test_a_package_says_what_each_of_its_modules_is_for(package: Path) -> None:
    told = ast.get_docstring(ast.parse(package.read_text(encoding="utf-8"))) or ""
    modules = {path.stem for path in package.parent.glob("*.py")} - {"__init__"}
    assert modules <= set(re.findall(r"\w+", told)) if modules else told


@pytest.mark.parametrize("path", sorted(BOT.rglob("*.py")), ids=lambda path: str(path.relative_to(BOT)))
def test_modules_stay_readable(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
