"""Zawgyi in whole texts, in short ones and in parts of a line, as units bring it."""

import pytest

from workbench.bitext.units import Unit
from workbench.bitext.zawgyi import looks_zawgyi, to_unicode
from workbench.segment import Segment

ZAWGYI, UNICODE = "ျမန္မာႏိုင္ငံသည္ အေရွ႕ေတာင္အာရွတြင္ ရွိသည္။", "မြန်မာနိုင်ငံသည် အရှေ့တောင်အာရှတွင် ရှိသည်။"
SLIP = "(ကျောင်းရှေ့တွင်)"


@pytest.mark.parametrize(
    ("text", "unicode"),
    [
        (ZAWGYI, UNICODE),
        ("ဟုတ္ကဲ့", "ဟုတ်ကဲ့"),  # no sign of it is strange to Unicode
        (f"{ZAWGYI} {ZAWGYI} {SLIP}", f"{UNICODE} {UNICODE} {SLIP}"),
        ("ဟိုတုန်းက “ျမန္မာႏိုင္ငံ” ဟု ရေးသည်။", "ဟိုတုန်းက “မြန်မာနိုင်ငံ” ဟု ရေးသည်။"),
    ],
)
def test_zawgyi_becomes_unicode_and_what_is_unicode_stays(text: str, unicode: str) -> None:
    assert looks_zawgyi(text) and not looks_zawgyi(unicode)
    unit = Unit("u", (Segment("Yes."),), (Segment(SLIP), Segment(text)))
    assert to_unicode(unit).target == (Segment(SLIP), Segment(unicode))


def test_a_unit_without_zawgyi_is_the_very_same() -> None:
    unit = Unit("u", (Segment("“Yes.”"),), (Segment(UNICODE),))
    assert to_unicode(unit) is unit
