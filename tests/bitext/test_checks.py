from pathlib import Path

import pytest

from tests.builders import unit
from workbench.bitext.checks import check_unit
from workbench.bitext.units import Unit
from workbench.segment import Segment
from workbench.text import Level

LINES = (Path(__file__).parent / "cases" / "checks.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("code", "source", "target"), CASES, ids=lambda text: text[:30])
def test_a_case_has_the_finding_it_names_and_no_graver_one(code: str, source: str, target: str) -> None:
    found = check_unit(unit(source, target))
    if code == "none":
        assert [each for each in found if each.level is not Level.INFO] == []
    else:
        assert code in {each.code for each in found}


def test_a_pair_with_one_side_is_told_and_an_empty_one_is_not() -> None:
    assert [each.code for each in check_unit(unit("a", ""))] == ["empty_side"]
    assert check_unit(unit("", "")) == []


def test_the_gravest_finding_comes_first() -> None:
    found = check_unit(unit("80 people.", "ျမန္မာႏိုင္ငံသည္ အေရွ႕ေတာင္အာရွတြင္ ၈ ရွိသည္။"))
    assert [each.level for each in found[:2]] == [Level.ERROR, Level.WARNING]


def test_a_finding_in_a_text_has_its_place_and_its_mend() -> None:
    one = Unit("u", (Segment("A boat."),), (Segment("ကောင်း။"), Segment("ပုိ့သည်။")))
    (found,) = [each for each in check_unit(one) if each.code.startswith("my-")]
    assert (found.side, found.place) == ("target", 1)
    text = one.target[1].text
    assert text[found.start : found.end] == found.matter
    assert text[: found.start] + (found.fix or "") + text[found.end :] == "ပို့သည်။"


def test_a_word_without_end_keeps_no_address_from_being_found() -> None:
    long = unit(f"{'a-' * 50_000} me@example.org", f"{'a-' * 50_000} {'၁' * 50_000}")
    assert "address_lost" in {each.code for each in check_unit(long)}


def test_a_heading_needs_no_full_stop() -> None:
    one = Unit("u", (Segment("The End.", kind="heading"),), (Segment("အဆုံး", kind="heading"),))
    assert check_unit(one) == []


def test_burmese_rules_are_not_for_other_languages() -> None:
    zawgyi = Unit("u", (Segment("Hello"),), (Segment("ျမန္မာႏိုင္ငံသည္"),))
    assert "zawgyi_left" in {each.code for each in check_unit(zawgyi)}
    assert "zawgyi_left" not in {each.code for each in check_unit(zawgyi, ("en", "shn"))}
