"""Holds what the bot sends against Discord's published schema, as a server that validates would.

`published.json` is taken from https://github.com/discord/discord-api-spec (MIT, see `published.LICENSE`): the
operations below and what their bodies refer to, without descriptions. Where the bot does more, or the schema
has changed, name the operation here and make the file again from a copy of `specs/openapi.json`:

    python -m tests.surfaces.discord.published openapi.json
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jsonschema import ValidationError

    from tests.surfaces.discord.server import Request

_FILE = Path(__file__).with_suffix(".json")
_USED = (
    "get /users/@me",
    "get /oauth2/applications/@me",
    "get /gateway/bot",
    "put /applications/{application_id}/commands",
    "post /channels/{channel_id}/messages",
    "put /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me",
    "post /interactions/{interaction_id}/{interaction_token}/callback",
    "post /webhooks/{webhook_id}/{webhook_token}",
    "patch /webhooks/{webhook_id}/{webhook_token}/messages/@original",
)
_IN_WORDS = {"description", "title"}


def faults(requests: Iterable[Request]) -> list[str]:
    """Say what Discord would refuse of requests, whose paths have no version and no query."""
    # A body takes some twenty milliseconds, and most differ in what they reply to alone.
    unlike = {
        re.sub(r'(?<=["/])\d+(?=["/])', "1", f"{one.method} {one.path} {json.dumps(one.body)}"): one
        for one in requests
    }
    return [fault for one in unlike.values() for fault in _faults(one.method, one.path, one.body)]


def _faults(method: str, path: str, body: object) -> Iterator[str]:
    operation = next((one for one in _USED if _fits(one, f"{method.lower()} {path}")), None)
    if operation is None:
        yield f"{method} {path}: not among the operations that the bot is known to use"
        return
    validator = _validators()[operation]
    if validator is None:
        if body is not None:
            yield f"{method} {path}: takes no body"
        return
    for error in map(_nearest, validator.iter_errors(body)):
        where = "/".join(map(str, error.absolute_path))
        yield f"{method} {path}: {where}: {error.message}, not {repr(error.instance)[:80]}"


def _fits(operation: str, request: str) -> bool:
    return re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(operation)), request) is not None


def _nearest(error: ValidationError) -> ValidationError:
    """Return what is wrong with the alternative that comes nearest."""
    found = map(_nearest, error.context or ())
    return max(found, key=lambda one: len(one.absolute_path), default=error)


@cache
def _validators() -> dict[str, Draft202012Validator | None]:
    """Return what checks the body of each operation, None for one without."""
    published = json.loads(_FILE.read_bytes())
    return {
        operation: body and Draft202012Validator(body | {"components": published["components"]})
        for operation, body in published["bodies"].items()
    }


def _reduced(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the bodies of the operations that are used, and the components that these refer to."""
    schemas = spec["components"]["schemas"]
    bodies = {one: _body(spec, *one.split()) for one in _USED}
    needed: dict[str, Any] = {}
    new = set(_references(bodies.values()))
    while new:
        needed |= {name: _without_words(schemas[name]) for name in new}
        new = {one for name in new for one in _references([needed[name]])} - needed.keys()
    return {"bodies": bodies, "components": {"schemas": dict(sorted(needed.items()))}}


def _body(spec: dict[str, Any], method: str, path: str) -> Any:  # noqa: ANN401 - any JSON
    body = spec["paths"][path][method].get("requestBody")
    return body and _without_words(body["content"]["application/json"]["schema"])


def _references(parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, dict):
            if isinstance(part.get("$ref"), str):
                yield part["$ref"].rpartition("/")[2]
            yield from _references(part.values())
        elif isinstance(part, list):
            yield from _references(part)


def _without_words(part: Any, *, named: bool = False) -> Any:  # noqa: ANN401 - any JSON
    """Return part of a schema without what is for people; a property may be called the same (*named*)."""
    if isinstance(part, dict):
        return {
            key: _without_words(value, named=key == "properties" and not named)
            for key, value in part.items()
            if named or key not in _IN_WORDS
        }
    return [_without_words(one) for one in part] if isinstance(part, list) else part


if __name__ == "__main__":
    found = _reduced(json.loads(Path(sys.argv[1]).read_bytes()))
    _FILE.write_text(
        json.dumps(found, separators=(",", ":")).replace('},"', '},\n"') + "\n", encoding="utf-8"
    )
