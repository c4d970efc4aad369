"""What to do about each rule of the validators, and which tools trip over it.

A tool is named where it was tried or where its makers say so; a rule without names concerns every tool.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.bitext.report import LEVELS, Problem
from workbench.saying import say


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, and the tools that trip over it; no tool stands for all."""

    todo: str
    tools: tuple[str, ...] = ()


ADVICE = {
    # Of the file.
    "not-well-formed": Advice(
        say(
            "Mend the line that is named, or import the file here and export it anew: OmegaT drops a "
            "whole file for one such line."
        ),
    ),
    "no-units": Advice(say("Export the file again, with pairs chosen for it.")),
    "version": Advice(say("Write the version that the DTD or schema names.")),
    "namespace": Advice(say("Write the namespace of the version: none for TMX.")),
    "header": Advice(say("Give the header all seven attributes that the DTD asks for.")),
    "header-note": Advice(say("Write a <prop> in place of the <note>."), ("lttoolbox",)),
    "encoding": Advice(say("Save the file as UTF-8 without a byte order mark.")),
    "one-line": Advice(say("Put <body> and each <tu> on lines of their own."), ("XML::TMX",)),
    "srclang": Advice(
        say("Name the language of the source in srclang."), ("translate-toolkit", "OmegaT")
    ),
    "datatype": Advice(say("Write datatype plaintext."), ("Smartling",)),
    "dtd": Advice(say("Bring the unit into the shape of the TMX 1.4 DTD.")),
    "missing": Advice(say("Add what the specification asks for.")),
    "state": Advice(say("Write a state that the specification lists.")),
    # Of a unit.
    "duplicate-tuid": Advice(say("Give each unit a tuid of its own.")),
    "duplicate-id": Advice(say("Give each unit an id of its own.")),
    "one-side": Advice(say("Leave units of one language out.")),
    "second-variant": Advice(say("Keep one text a language and unit.")),
    "no-source": Advice(say("Name the source by the very code of srclang."), ("OmegaT", "Trados")),
    "source-second": Advice(say("Put the source first in each unit."), ("translate-toolkit",)),
    "repeat": Advice(
        say("Tell the repeats apart by the props file, prev and next; our export does it."), ("OmegaT",)
    ),
    "bad-date": Advice(say("Write dates like 20260131T120000Z, in UTC.")),
    "bad-count": Advice(say("Write a whole number, or leave usagecount out.")),
    "unpaired-tags": Advice(say("Give each <bpt> its <ept> with the same i.")),
    "tags-lost": Advice(say("Put the placeholders {1}, {2} back into the text, each once.")),
    # Of a text.
    "empty": Advice(say("Translate the pair, or leave it out."), ("OmegaT",)),
    "outer-space": Advice(say("Take the spaces off both ends."), ("OmegaT",)),
    "inner-space": Advice(say("Write one space in place of them."), ("OmegaT",)),
    "not-nfc": Advice(say("Bring the text to NFC; importing it here does so.")),
    "escaped-twice": Advice(say("Write the sign itself and let the program escape it once.")),
    "long": Advice(say("Split the pair where both sides have a sentence's end."), ("Trados",)),
    "cleaned": Advice(say("Nothing: it was mended on the way out.")),
    # Of languages.
    "zawgyi": Advice(
        say("Convert it to Unicode: importing it here does so, and so does “Many at once”.")
    ),
    "zawgyi-label": Advice(say("Convert the text to Unicode and write my."), ("OmegaT",)),
    "bad-language": Advice(say("Write en for English and my for Burmese.")),
    "long-language": Advice(say("Write the code of two letters, en or my."), ("Trados",)),
    "old-lang": Advice(say("Write xml:lang in place of lang."), ("translate-toolkit",)),
}
"""By rule."""
_UNKNOWN = Advice(say("Look at the line that is named."))


@dataclass(frozen=True, slots=True)
class Group:
    """The problems of one rule, with what to do about them."""

    rule: str
    advice: Advice
    problems: tuple[Problem, ...]

    @property
    def level(self) -> str:
        """The gravest level among them."""
        return min((each.level for each in self.problems), key=LEVELS.index)


def advice_on(rule: str) -> Advice:
    """What to do about a rule."""
    return ADVICE.get(rule, _UNKNOWN)


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """Problems by rule, the gravest first and of these the most frequent."""
    by_rule: dict[str, list[Problem]] = {}
    for each in problems:
        by_rule.setdefault(each.rule, []).append(each)
    found = [Group(rule, advice_on(rule), tuple(some)) for rule, some in by_rule.items()]
    return sorted(found, key=lambda each: (LEVELS.index(each.level), -len(each.problems)))


def by_tool(groups: Sequence[Group]) -> dict[str, int]:
    """How many problems each tool that is named would trip over, besides those of every tool."""
    counts = Counter[str]()
    for group in groups:
        counts.update(dict.fromkeys(group.advice.tools, len(group.problems)))
    return dict(counts.most_common())
