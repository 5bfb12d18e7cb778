"""The ids that code knows: each is asked for, and a vocabulary has them all."""

import ast
from itertools import chain

from bot.briefing.known_ids import KNOWN_IDS
from tests.briefing.conftest import Folder
from tests.test_floors import MODULES


def test_code_asks_for_each_id_that_it_knows() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in MODULES if path.name != "known_ids.py")
    nodes = chain.from_iterable(map(ast.walk, trees))
    named = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert set(chain.from_iterable(KNOWN_IDS.values())) <= named


def test_a_vocabulary_lacks_what_questions_are_read_by(flood: Folder) -> None:
    flood.replace("vocabulary.toml", 'id = "kind-of"', 'id = "kinds-of"')
    flood.replace("vocabulary.toml", '[[topic]]\nid = "verification"', '[[cue]]\nid = "verification"')
    missing = "vocabulary.toml:1: an id that questions are read by is missing: "
    assert flood.problems() == [
        f'{missing}no cue has the id "kind-of", did you mean kinds-of?',
        f'{missing}no topic has the id "verification", it is that of a cue',
    ]
