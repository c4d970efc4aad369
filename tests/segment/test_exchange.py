"""The rules say the same to every programme that reads them as SRX is meant to be read."""

import re

import pytest
from lxml import etree

from workbench.segment import exchange
from workbench.segment.sentences import RULES, cuts

TEXTS = {
    "en": "Dr. Aye of the U.S. Embassy spoke. (River News 2023) Moreover, “Are you deaf? Help us!” he "
    "said. See No. 26 at 5 p.m. on Sunday... It rose. The end",
    "my": "“ရေတက်ပြီ။ ကူညီပါ။” ဟု ပြောသည်။ ထို့ကြောင့် အမှတ် ၁၂၆။ ပြည်လမ်းသို့ သွားကြသည်။။ မေး ။ ။ ဘယ်သူလဲ။ “ပြီးပြီ။” နောက်နေ့။",
}


def srx_rules(tag):
    root = etree.fromstring(exchange.srx())
    spaces = {"s": exchange.SRX}
    name = root.xpath(
        f"//s:languagemap[@languagepattern='{tag.upper()}.*']/@languagerulename", namespaces=spaces
    )[0]
    return [
        (rule.get("break") == "yes", rule[0].text or "", rule[1].text or "")
        for rule in root.xpath(f"//s:languagerule[@languagerulename='{name}']/s:rule", namespaces=spaces)
    ]


def by_the_book(text, rules):
    """SRX word for word: at each place the first rule that fits on both sides decides."""
    compiled = [
        (breaks, re.compile(f"(?:{before})\\Z"), re.compile(after)) for breaks, before, after in rules
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
    assert by_the_book(TEXTS[tag], srx_rules(tag)) == cuts(TEXTS[tag], tag)


def test_omegat_gets_every_rule_in_order():
    root = etree.fromstring(exchange.omegat())
    before = root.xpath("//void[@property='beforebreak']/string")
    assert [each.text or "" for each in before] == [
        rule.before for rules in RULES.values() for rule in rules
    ]
    assert root.xpath("//void[@property='version']/string/text()") == ["0.2.2"]


def test_the_rules_hold_no_more_than_java_and_icu_can_read():
    patterns = [part for rules in RULES.values() for rule in rules for part in (rule.before, rule.after)]
    assert not [each for each in patterns if re.search(r"\(\?P<|\(\?\(|\\Z", each)]
