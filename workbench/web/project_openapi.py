"""What the OpenAPI description says of projects: the paths of `project_api`."""

from workbench.bitext.formats import FORMATS
from workbench.bitext.release.plan import FORMATS as RELEASED
from workbench.bitext.report import LEVELS
from workbench.bitext.selecting import SAID
from workbench.bitext.units import STATUSES
from workbench.segment import KINDS
from workbench.services.projects import NAME_LENGTH
from workbench.storage.listing import MOST
from workbench.text import Level
from workbench.web.api_shapes import Schema, act, body, form, many, parameter, record

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_FLAG: Schema = {"type": "boolean", "default": False}
_STATUS: Schema = {"type": "string", "enum": list(STATUSES)}
_SLUG = parameter("slug", _TEXT | {"minLength": 1, "pattern": "^[a-z0-9-]+$"}, where="path")

_COUNTS = {"units": _COUNT, "confirmed": _COUNT}
_PROJECT = record(slug=_TEXT, name=_TEXT, documents=_COUNT, **_COUNTS)
_DOCUMENT = record(
    id=_NUMBER,
    title=_TEXT,
    source_language=_TEXT,
    target_language=_TEXT,
    created_at=_TEXT | {"format": "date-time"},
    **_COUNTS,
)
_UNIT = record(
    id=_NUMBER,
    uid=_TEXT | {"description": "The tuid of a TMX; it never changes."},
    status=_STATUS,
    score={"type": ["number", "null"]},
    source=_TEXT,
    target=_TEXT,
    source_segments=many(_TEXT),
    target_segments=many(_TEXT),
    comments=many(_TEXT),
    bookmarked={"type": "boolean"},
    excluded={"type": "boolean", "description": "Left out of every export."},
)
_PROBLEM = record(
    line=_COUNT | {"description": "In the file, from 1; 0 where there is none."},
    unit=_TEXT,
    rule=_TEXT,
    level={"type": "string", "enum": list(LEVELS)},
    message=_TEXT,
)
_READY = record(
    id={"type": ["integer", "null"], "description": "The document; null for a dry run."},
    title=_TEXT,
    format=_TEXT | {"description": 'The format of the pairs, or "aligned" for texts.'},
    columns={"type": ["string", "null"], "description": "Of a table: which column holds what."},
    units=_COUNT,
    left_out=_COUNT,
    remarks=many(_TEXT),
    problems=many(_PROBLEM),
    preview=many(record(source=_TEXT, target=_TEXT, status=_STATUS)),
)
_IMPORT = form(
    100,
    title=_TEXT | {"description": "Of the document; otherwise the first file's name."},
    dry_run=_FLAG | {"description": "Only say what would come in."},
    source=_TEXT | {"description": "The source language to take from a file of many."},
    target=_TEXT | {"description": "The target language to take."},
    lines=_FLAG | {"description": "Two files of one segment a line that belong together (Moses)."},
    columns=_TEXT
    | {"pattern": "^[1-9],[1-9]$", "description": "Of a table: the source's and the target's, as 2,3."},
    no_header=_FLAG | {"description": "With `columns`: the first row is a pair too."},
    keep_zawgyi=_FLAG | {"description": "Do not convert Zawgyi to Unicode."},
    whole=_FLAG | {"description": "Take nothing if one unit cannot be taken."},
    again=_FLAG | {"description": "Take a file that came in already once more."},
)
_FILE: Schema = {
    "description": "The file; its ETag is the hash of its bytes, so that a download can be resumed.",
    "content": {
        each.media_type: {"schema": {"type": "string", "format": "binary"}} for each in FORMATS.values()
    },
}
_RANGE = parameter("Range", {"type": "string", "pattern": "^bytes=[0-9]{1,9}-$"}, where="header")
_ZIP: Schema = {
    "description": "The zip, or the piece of it that `Range` asked for.",
    "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
}
_PIECE: Schema = _FILE | {"description": "The piece of the file that `Range` asked for."}

_NAME = record(name={"type": "string", "minLength": 1, "maxLength": NAME_LENGTH})
_CONFIRMED: Schema = {"type": "string", "enum": ["confirmed", "all"], "default": "confirmed"}
_PAIR: Schema = {"type": "string", "pattern": "^[A-Za-z-]+:[A-Za-z-]+$"}
_CHOICES = [
    parameter("status", many({"type": "string", "enum": ["all", *STATUSES]}), "Else confirmed ones."),
    parameter("min_score", _SHARE, "Leave out pairs that score lower."),
    parameter("longest", _NUMBER, "Leave out pairs with a side longer than this."),
    parameter(
        "clean", {"type": "string", "enum": [each.value for each in Level]},
        "Leave out pairs with a finding as grave as this that nobody let stand.",
    ),
    parameter(
        "languages", _PAIR,
        "Documents of this pair, turned if need be: my:en. Needed where a project has several.",
    ),
    parameter("kind", many({"type": "string", "enum": list(KINDS)}), "Only from blocks of these kinds."),
    parameter(
        "blocks", {"type": "string", "pattern": "^[1-9][0-9]{0,2}$"},
        "Only from this block of the source, or from a stretch of them: 3-7.",
    ),
    parameter("without", many({"type": "string", "enum": list(SAID)}), "Leave this unsaid."),
    parameter("bare", _FLAG, "The texts alone: without all of these."),
    parameter("findings", _FLAG, "Name the findings of each pair in props x-finding."),
    parameter("strip_zwsp", _FLAG, "TMX: take U+200B out of both sides."),
]  # fmt: skip

PATHS: Schema = {
    "/api/projects": {
        "get": act("All projects with their counts.", record(projects=many(_PROJECT)), token=True),
        "post": act(
            "Make a project.", _PROJECT, status="201", asked=body(_NAME), faults=("422",), token=True
        ),
    },
    "/api/projects/{slug}": {
        "parameters": [_SLUG],
        "get": act(
            "A project with its documents, the newest first.",
            record(slug=_TEXT, name=_TEXT, documents=many(_DOCUMENT)),
            faults=("404",),
            token=True,
        ),
    },
    "/api/documents/{id}/units": {
        "parameters": [
            parameter("id", _NUMBER, where="path"),
            parameter("status", {"type": "string", "enum": ["all", *STATUSES], "default": "all"}),
            parameter("min_score", _SHARE, "Leave out units that score lower; no score passes."),
            parameter("after", _NUMBER, "The `next` of the stretch before."),
            parameter("limit", _NUMBER | {"maximum": MOST, "default": 100}),
        ],
        "get": act(
            "The units of a document in reading order, a stretch at a time.",
            record(units=many(_UNIT), next={"type": ["integer", "null"]}),
            faults=("404", "422"),
            token=True,
        ),
    },
    "/api/projects/{slug}/import": {
        "parameters": [_SLUG],
        "post": act(
            "Bring in two texts to align (first the English), one with both, or files of pairs.",
            record(documents=many(_READY)),
            status="201",
            more={"200": record(documents=many(_READY))},
            asked=_IMPORT,
            faults=("404", "413", "415", "422"),
            token=True,
        ),
    },
    "/api/projects/{slug}/sheet": {
        "parameters": [_SLUG],
        "post": act(
            "Apply a reviewer's sheet to the pairs of the same ids, as an act that can be undone.",
            record(
                differences=many(record(uid=_TEXT, field=_TEXT, before=_TEXT, after=_TEXT)),
                unknown=_COUNT | {"description": "Rows that are no pairs of this project."},
                changed=_COUNT,
                problems=many(_PROBLEM),
            ),
            asked=form(1, dry_run=_FLAG | {"description": "Only say what would change."}),
            faults=("404", "413", "422"),
            token=True,
        ),
    },
    "/api/projects/{slug}/export.{ending}": {
        "parameters": [
            _SLUG,
            parameter("ending", {"type": "string", "enum": list(FORMATS)}, where="path"),
            *_CHOICES,
            _RANGE,
        ],
        "get": act(
            "A project's pairs in a format.", _FILE, more={"206": _PIECE},
            faults=("404", "409", "416", "422"), token=True,
        ),
    },
    "/api/projects/{slug}/release.zip": {
        "parameters": [
            _SLUG,
            parameter("licence", _TEXT, "As dataset hubs write it: cc-by-4.0."),
            parameter("attribution", _TEXT, "Whom the card names as the source."),
            parameter("format", many({"type": "string", "enum": list(RELEASED)})),
            parameter("status", _CONFIRMED),
            parameter("min_score", _SHARE, "Leave out pairs that score lower."),
            parameter("longest", _NUMBER, "Characters of a side; 2000 otherwise."),
            parameter("ratio", _NUMBER, "How many times one side may be longer; 6 otherwise."),
            parameter("near", _SHARE, "How alike both sides of near copies are; 0.9 otherwise."),
            parameter("languages", _PAIR, "The pair of languages, where a project has several."),
            parameter("dev", _SHARE | {"maximum": 0.5}),
            parameter("test", _SHARE | {"maximum": 0.5}),
            parameter("seed", _NUMBER, "Decides which document goes where."),
            parameter("notes", _FLAG, "Put people's comments in too."),
            _RANGE,
        ],
        "get": act(
            "A project as a corpus to publish: data, card, manifest and checksums.", _ZIP,
            more={"206": _ZIP}, faults=("404", "409", "416", "422"), token=True,
        ),
    },
    "/api/validate": {
        "post": act(
            "Will this TMX or XLIFF work? What is wrong, by line, unit and rule.",
            record(
                valid={"type": "boolean"},
                units=_COUNT,
                total=_COUNT,
                problems=many(_PROBLEM),
                advice=many(record(rule=_TEXT, count=_COUNT, advice=_TEXT, tools=many(_TEXT))),
            ),
            asked=form(1),
            faults=("413", "422"),
            token=True,
        )
    },
}  # fmt: skip
