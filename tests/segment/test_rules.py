"""The rules mean to us what they mean to every programme that reads SRX."""

import re

import pytest

from workbench.segment.sentences import RULES, cuts

TEXTS = {
    "en": "Dr. Aye of the U.S. Embassy spoke. (River News 2023) Moreover, “Are you deaf? Help us!” he "
    "said.[2] See No. 26 at 5 p.m. on Sunday... It rose. The end",
    "my": "“ရေတက်ပြီ။ ကူညီပါ။” ဟု ပြောသည်။ ထို့ကြောင့် အမှတ် ၁၂၆။ ပြည်လမ်းသို့ သွားကြသည်။။ မေး ။ ။ ဘယ်သူလဲ။ “ပြီးပြီ။” နောက်နေ့။",
}


def by_the_book(text, rules):
    """SRX word for word: at each place the first rule that fits on both sides decides."""
    compiled = [
        (rule.breaks, re.compile(rf"(?:{rule.before})\Z"), re.compile(rule.after)) for rule in rules
    ]
    found = []
    for place in range(1, len(text)):
        for breaks, before, after in compiled:
            if after.match(text, place) and before.search(text, 0, place):
                if breaks:
                    found.append(place)
                break
    return found


@pytest.mark.parametrize("tag", TEXTS)
def test_a_plain_reader_of_srx_cuts_where_we_cut(tag):
    assert by_the_book(TEXTS[tag], RULES[tag]) == cuts(TEXTS[tag], tag)


def test_the_rules_hold_no_more_than_java_and_icu_can_read():
    patterns = [part for rules in RULES.values() for rule in rules for part in (rule.before, rule.after)]
    assert not [each for each in patterns if re.search(r"\(\?P<|\(\?\(|\\Z", each)]
