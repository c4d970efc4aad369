"""Burmese without ။: where a sentence probably ends, judged by the syllables around each space.

A verb ending (သည်, တယ်, ပါ ...) before a space ends a sentence only if it stands on a verb: after a noun
သည် marks the subject. A logistic model weighs the syllables on both sides, how verbal the syllables
under the ending are, and how long the sentence has become. Its weights are computed by
`scripts/segment_model.py`; see NOTICE for the texts.
"""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.text.words import syllables

MODEL = "sentence_ends.json"
ENDINGS = {
    "သည်", "တယ်", "မည်", "မယ်", "ပြီ", "ဘူး", "ပါ", "၏", "ပေ", "လဲ", "လား", "ပဲ", "ဘဲ", "နော်", "လေ", "ပေါ့",
    "ချေ", "ကွယ်", "ဗျာ", "ရှင်", "စို့", "ရော", "တော့", "ရ", "ရှိ", "တာ",
}  # fmt: skip
"""Syllables a sentence may end in; anywhere else it goes on."""

_CLOSERS = frozenset("”’\"')]»")
_OPENERS = frozenset("“‘\"'(")
_GOES_ON = re.compile(r"ဟု|ဟူ|လို့|ဆို|တဲ့|ကြောင်း|[၊။:;,”’)\]»]")
_STARTER = re.compile(
    "ထို|သို့သော်|သို့ရာ|သို့ပေ|ဒါ|ဒီ|၎င်း|အကယ်|ယင်း|ယခု|သူ|ကျွန်|ကျမ|ကျနော်|ငါ|မစ္စ|ဦး|ဒေါ်|ဘာ|ဘယ်|အဘယ်|ဤ|အဆိုပါ|သင်"
)
_LATIN = re.compile(r"[A-Za-z0-9]")
_SPACE = re.compile(r"\s+")
_LEAST = 0.5
_SHORTEST = 4  # syllables


@dataclass(frozen=True, slots=True)
class Gap:
    """A space where a sentence could end: its place, and the syllables before it and after it.

    `after` is the index of the syllable after it, `last` that of the last one before it which is no
    closing mark.
    """

    start: int
    end: int
    last: int
    after: int


class Syllables:
    """The syllables of a text and the spaces after a verb ending."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = syllables(text)
        self.pieces = [text[start:end] for start, end in self.spans]

    def gaps(self) -> Iterator[Gap]:
        """The spaces where a sentence could end, in order."""
        ends = [end for _, end in self.spans]
        for match in _SPACE.finditer(self.text):
            after = bisect_right(ends, match.start())
            last = after - 1
            while last >= 0 and self.pieces[last] in _CLOSERS:
                last -= 1
            inside = last >= 0 and after < len(self.pieces)
            if inside and self.pieces[last] in ENDINGS and not _GOES_ON.match(self.text, match.end()):
                yield Gap(match.start(), match.end(), last, after)

    def features(self, gap: Gap, since: int, verbal: Mapping[str, int]) -> list[str]:
        """What the model sees at a space: syllables on both sides and those since the last end.

        `verbal` says how often a syllable, or two together, stand under a verb's ending rather than
        under a noun's particle, from -4 to 4.
        """
        pieces, at = self.pieces, gap.last
        third, second, last = ("^", "^", "^", *pieces[max(0, at - 2) : at + 1])[-3:]
        opened = pieces[gap.after] in _OPENERS
        first, next_ = (*pieces[gap.after + opened : gap.after + opened + 2], "$", "$")[:2]
        word, length = self._word(at), min((at - since) // 6, 9)
        one, two = verbal.get(second, "?"), verbal.get(third + second, "?")
        found = [
            "bias", f"1 {last}", f"2 {second} {last}", f"3 {third} {second} {last}",
            f"r {first}", f"rr {first} {next_}", f"x {last} {first}",
            f"v {last} {one}", f"vv {last} {two}", f"v+vv {one} {two}",
            f"word {word}", f"v+word {one} {min(word, 3)}", f"length {length}",
            f"starter {bool(_STARTER.match(self.text, gap.end))}",
        ]  # fmt: skip
        found += ["closer"] * (at < gap.after - 1) + ["opener"] * opened
        return found + ["latin after"] * bool(_LATIN.match(self.text, gap.end))

    def _word(self, at: int) -> int:
        """How many syllables, up to 4, the word has that ends here."""
        for count in range(1, 4):
            if at < count or self.spans[at - count][1] != self.spans[at - count + 1][0]:
                return count
        return 4


def score(names: Sequence[str], weights: Mapping[str, float]) -> float:
    """The log odds that a sentence ends where these features were seen."""
    return math.fsum(weights.get(name, 0.0) for name in names)


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads(files(__package__).joinpath(MODEL).read_text(encoding="utf-8"))
    return model


def bare_cuts(text: str, least: float = _LEAST) -> list[int]:
    """The places where a Burmese text without ။ is probably cut; a higher `least` cuts less.

    >>> text = "မိုးရွာနေသည် ကျွန်တော်တို့ အိမ်ပြန်ခဲ့ကြသည် လမ်းများသည် ရေပြည့်နေပါသည်"
    >>> [text[start:end].strip() for start, end in zip([0, *bare_cuts(text)], [*bare_cuts(text), None])]
    ['မိုးရွာနေသည်', 'ကျွန်တော်တို့ အိမ်ပြန်ခဲ့ကြသည်', 'လမ်းများသည် ရေပြည့်နေပါသည်']
    """
    model = _model()
    found: list[int] = []
    seen, since = Syllables(text), 0
    for gap in seen.gaps():
        if gap.last - since + 1 < _SHORTEST:
            continue
        if score(seen.features(gap, since, model["verbal"]), model["weights"]) > least:
            found.append(gap.start)
            since = gap.after
    return found
