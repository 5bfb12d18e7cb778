"""Where two words name what is counted, the figures of one of them alone are not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

_HERDS = """[[measure]]
id = "herds-lost"
name = "herds lost"
aliases.en = ["herds", "cattle were lost"]

[[victims]]
id = "animals"
"""


@pytest.fixture
def herds(changed_orla: Callable[..., Index]) -> Index:
    """Return the flood with herds that one claim has as lost, and another as rescued."""
    return changed_orla(
        ("briefing.toml", '[[victims]]\nid = "animals"\n', _HERDS),
        (
            "claims.toml",
            'measure = "casualties"\ngroup = "cattle"',
            'measure = "herds-lost"\ngroup = "cattle"',
        ),
        ("claims.toml", '"how many residents were rescued"', '"how many of our herds were rescued"'),
    )


def test_only_claims_that_have_both(herds: Index) -> None:
    assert shown(ask(herds, "How many herds were rescued?")) == {"arden-losses-lund"}


def test_what_only_one_word_names_is_shown(herds: Index) -> None:
    assert "arden-losses-lund" not in shown(ask(herds, "How many herds?"))
    assert shown(ask(herds, "How many were rescued?")) == {"arden-losses-lund"}
