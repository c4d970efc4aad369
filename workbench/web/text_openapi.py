"""What the OpenAPI description says of the text API."""

from workbench.text import Choice, Level, Verdict
from workbench.web.api_shapes import Schema, act, body, many, record

_TEXT: Schema = {"type": "string", "description": "Lines end with \\n.", "example": "ျမန္မာစာ"}
_LINE: Schema = {"type": "integer", "minimum": 1}


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
_VERDICT = record(
    line=_LINE,
    verdict=_words(Verdict),
    zawgyi={"type": "number", "minimum": 0, "maximum": 1},
    evidence=many({"type": "string"}),
)
_FINDING = record(
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


def _text_act(summary: str, asked: Schema, answered: Schema) -> Schema:
    return {"post": act(summary, answered, asked=body(asked), faults=("413", "422"))}


PATHS: Schema = {
    "/api/detect": _text_act("Judge each line.", record(text=_TEXT), record(lines=many(_VERDICT))),
    "/api/convert": _text_act(
        "Convert the Zawgyi lines.", record(text=_TEXT), record(text=_TEXT, converted=many(_LINE))
    ),
    "/api/check": _text_act(
        "Find what is wrong and mend what is safe.",
        _CHECKED,
        record(findings=many(_FINDING), text=_TEXT),
    ),
}
