"""The ids that code knows are those of the shipped vocabulary that it asks for, and no others."""

import ast
from itertools import chain

from bot.briefing.known_ids import KNOWN_IDS
from tests.test_floors import MODULES


def test_code_asks_for_each_id_that_it_knows() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in MODULES if path.name != "known_ids.py")
    nodes = chain.from_iterable(map(ast.walk, trees))
    named = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert set(chain.from_iterable(KNOWN_IDS.values())) <= named
