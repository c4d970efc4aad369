import re
from pathlib import Path

import pytest
from flask import Flask

from tests.builders import unit
from workbench.bitext import checks
from workbench.bitext.checks import check_unit
from workbench.web.telling import told

CODE = re.compile(r'PairFinding\(\s*f?"([a-z_]+)(?:\{(\w+)\})?"')


def test_a_finding_is_told_with_what_it_is_about(app: Flask) -> None:
    (found,) = check_unit(unit("80 people.", "လူ ၈ ဦး။"))
    with app.test_request_context():
        assert told(found) == "The numbers differ: 80 / 8."


@pytest.mark.parametrize("path", sorted(Path(checks.__file__).parent.glob("*.py")), ids=lambda p: p.stem)
def test_every_finding_about_a_pair_has_words_of_its_own(path: Path, app: Flask) -> None:
    ways = {"side": ("source", "target"), "longer": ("long", "short"), None: ("",), "": ("",)}
    codes = {
        stem + ending
        for stem, way in CODE.findall(path.read_text(encoding="utf-8"))
        for ending in ways[way]
    }
    with app.test_request_context():
        words = {code: told(checks.PairFinding(code, checks.Level.INFO, "")) for code in codes}
    assert all(words.values()), words
