"""The shapes of which the OpenAPI description is made."""

from collections.abc import Mapping, Sequence
from typing import Any

Schema = dict[str, Any]

_FAULTS = {
    "401": "There is no token, or it was taken away.",
    "404": "There is no such thing.",
    "409": "There is nothing to export.",
    "413": "That is too long.",
    "415": "The text cannot be read.",
    "416": "The file ends before this range.",
    "422": "What is wrong with the request or its file.",
}


def record(**properties: Schema) -> Schema:
    """An object of which every property is there."""
    return {"type": "object", "required": list(properties), "properties": properties}


def many(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def body(schema: Schema) -> Schema:
    """A body in JSON, asked or answered."""
    return {"application/json": {"schema": schema}}


def form(most: int, **fields: Schema) -> Schema:
    """A form with one to so many files and some fields."""
    file = {"type": "string", "format": "binary"}
    files = many(file) | {"minItems": 1, "maxItems": most} if most > 1 else file
    shape = {"type": "object", "required": ["file"], "properties": {"file": files, **fields}}
    return {"multipart/form-data": {"schema": shape}}


def parameter(name: str, schema: Schema, told: str = "", where: str = "query") -> Schema:
    """A parameter of the path (always there), of the query or of the head."""
    described = {"description": told} if told else {}
    return {"name": name, "in": where, "required": where == "path", "schema": schema, **described}


def act(
    summary: str,
    answered: Schema,
    *,
    status: str = "200",
    more: Mapping[str, Schema] | None = None,
    asked: Schema | None = None,
    faults: Sequence[str] = (),
    token: bool = False,
) -> Schema:
    """One operation: what it asks, what it answers, how it may refuse, and whether it needs a token."""
    answers = {status: answered, **(more or {})}
    refusals = (*faults, "401") if token else faults
    operation: Schema = {
        "summary": summary,
        "security": [{"token": []}] if token else [],
        "responses": {code: _answer(shape) for code, shape in sorted(answers.items())}
        | {code: _fault(code) for code in sorted(refusals)},
    }
    return operation | ({"requestBody": {"required": True, "content": asked}} if asked else {})


def _answer(shape: Schema) -> Schema:
    """A shape in JSON, or a response that is described already."""
    return shape if "content" in shape else {"description": "The answer.", "content": body(shape)}


def _fault(code: str) -> Schema:
    return {"description": _FAULTS[code], "content": body(record(error={"type": "string"}))}
