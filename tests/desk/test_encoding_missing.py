"""Without the extra an encoder is refused, and nothing else asks for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.shipped import ROOT

OPEN = """
import sys
sys.modules["{module}"] = None
from bot.desk.encoding import open_encoder
from bot.desk.settings import SemanticSettings
from bot.errors import EncoderError
try:
    open_encoder(SemanticSettings(enabled=True))
except EncoderError as error:
    print(error)
"""


def process(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


@pytest.mark.parametrize("module", ["numpy", "onnxruntime", "tokenizers"])
def test_without_the_extra_it_is_said_what_to_install(module: str) -> None:
    said = process(OPEN.format(module=module))
    assert said.startswith("the sentence encoder is not installed (")
    assert module in said
    assert said.endswith("in the checkout, pip install '.[semantic]', or set semantic.enabled = false\n")
