"""The OpenAPI description of the text API, as the object that is served."""

from typing import Any

from workbench.text import Choice, Level, Verdict

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "description": "Lines end with \\n.", "example": "ျမန္မာစာ"}
_LINE: Schema = {"type": "integer", "minimum": 1}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _words(kind: type[Verdict] | type[Level] | type[Choice]) -> Schema:
    return {"type": "string", "enum": [each.value for each in kind]}


_CHOICES = {name: _words(Choice) for name in ("zwsp", "lookalikes", "digits", "order")}
_CHECKED: Schema = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": _TEXT,
        "language": {"type": "string", "default": "my", "description": "A BCP-47 tag."},
        "policy": {"type": "object", "properties": _CHOICES, "additionalProperties": False},
    },
}
_VERDICT = _object(
    line=_LINE,
    verdict=_words(Verdict),
    zawgyi={"type": "number", "minimum": 0, "maximum": 1},
    evidence=_list({"type": "string"}),
)
_FINDING = _object(
    line=_LINE,
    column=_LINE | {"description": "In code points, from 1."},
    code={"type": "string", "example": "004"},
    level=_words(Level),
    message={"type": "string"},
    text={"type": "string"},
    fix={
        "type": ["string", "null"],
        "description": "What should stand there; null where no mend is safe.",
    },
    mended={"type": "boolean"},
)


def _act(summary: str, asked: Schema, answered: Schema) -> Schema:
    def body(schema: Schema) -> Schema:
        return {"application/json": {"schema": schema}}

    fault = {
        "description": "What is wrong with the request.",
        "content": body(_object(error={"type": "string"})),
    }
    return {
        "post": {
            "summary": summary,
            "requestBody": {"required": True, "content": body(asked)},
            "responses": {
                "200": {"description": "The answer.", "content": body(answered)},
                "413": {"description": "The text is too long."},
                "422": fault,
            },
        }
    }


DESCRIPTION: Schema = {
    "openapi": "3.1.0",
    "info": {
        "title": "Workbench: Burmese text",
        "version": "1",
        "description": "Which encoding a text is in, the text in Unicode, and what is wrong with it.",
    },
    "paths": {
        "/api/detect": _act("Judge each line.", _object(text=_TEXT), _object(lines=_list(_VERDICT))),
        "/api/convert": _act(
            "Convert the Zawgyi lines.", _object(text=_TEXT), _object(text=_TEXT, converted=_list(_LINE))
        ),
        "/api/check": _act(
            "Find what is wrong and mend what is safe.",
            _CHECKED,
            _object(findings=_list(_FINDING), text=_TEXT),
        ),
    },
}
