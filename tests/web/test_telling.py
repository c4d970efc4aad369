import re
from pathlib import Path

from flask import Flask

from tests.builders import unit
from workbench.bitext import checks
from workbench.bitext.checks import check_unit
from workbench.web.telling import _named_sides, told

CODE = re.compile(r'PairFinding\(\s*f?"([a-z_]+)(?:\{(\w+)\})?"')


def test_a_finding_is_told_with_what_it_is_about(app: Flask) -> None:
    (found,) = check_unit(unit("80 people.", "လူ ၈ ဦး။"))
    with app.test_request_context():
        assert told(found) == "The numbers differ: 80 / 8."


def test_no_words_are_kept_for_what_is_not_found(app: Flask) -> None:
    ways = {"side": ("source", "target"), None: ("",), "": ("",)}
    found = {
        stem + ending
        for path in Path(checks.__file__).parent.glob("*.py")
        for stem, way in CODE.findall(path.read_text(encoding="utf-8"))
        for ending in ways[way]
    } | {"unusually_long", "unusually_short"}
    with app.test_request_context():
        assert _named_sides().keys() <= found
