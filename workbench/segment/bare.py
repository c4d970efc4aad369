"""Burmese without ။: where a sentence probably ends, judged by the syllables around each space.

A verb ending (သည်, တယ်, ပါ ...) before a space ends a sentence only if it stands on a verb: after a noun
သည် marks the subject. A logistic model weighs the syllables on both sides, how verbal the syllables
under the ending are, and how long the sentence has become. Its weights are computed by
`scripts/segment_model.py`; see NOTICE for the texts.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
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

_CLOSERS = "”’\"')]» "
_GOES_ON = re.compile(r"ဟု|ဟူ|လို့|ဆို|တဲ့|ကြောင်း|[၊။:;,”’)\]»]")
_STARTER = re.compile(
    "ထို|သို့သော်|သို့ရာ|သို့ပေ|ဒါ|ဒီ|၎င်း|အကယ်|ယင်း|ယခု|သူ|ကျွန်|ကျမ|ကျနော်|ငါ|မစ္စ|ဦး|ဒေါ်|ဘာ|ဘယ်|အဘယ်|ဤ|အဆိုပါ|သင်"
)
_LATIN = re.compile(r"[A-Za-z0-9]")
_SPACE = re.compile(r"\s+")
_BEFORE, _AFTER = 48, 40
_LEAST = 0.5
_SHORTEST = 4  # syllables


def _pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in syllables(text)]


def features(left: str, right: str, length: int, verbal: Mapping[str, int]) -> list[str]:
    """What the model sees at a space: syllables on both sides and the syllables since the last end.

    `verbal` says how often a syllable, or two together, stand under a verb's ending rather than under
    a noun's particle, from -4 to 4.
    """
    bare = left.rstrip(_CLOSERS)
    third, second, last = ["^", "^", "^", *_pieces(bare[-_BEFORE:])][-3:]
    first, next_ = [*_pieces(right.lstrip("“‘\"'(")[:_AFTER]), "$", "$"][:2]
    word = min(len(_pieces(bare.rsplit(" ", 1)[-1][-_BEFORE:])), 4)
    one, two = verbal.get(second, "?"), verbal.get(third + second, "?")
    found = [
        "bias", f"1 {last}", f"2 {second} {last}", f"3 {third} {second} {last}",
        f"r {first}", f"rr {first} {next_}", f"x {last} {first}",
        f"v {last} {one}", f"vv {last} {two}", f"v+vv {one} {two}",
        f"word {word}", f"v+word {one} {min(word, 3)}",
        f"length {min(length // 6, 9)}", f"starter {bool(_STARTER.match(right))}",
    ]  # fmt: skip
    found += ["closer"] * (bare != left) + ["opener"] * (right[:1] in "“‘")
    return (
        found
        + ["latin after"] * bool(_LATIN.match(right))
        + ["latin before"] * bool(_LATIN.match(left[-1:]))
    )


def spaces(text: str) -> Iterator[tuple[int, int]]:
    """The spaces where a sentence could end, each as start and end."""
    for match in _SPACE.finditer(text):
        if match.start() and match.end() < len(text) and not _GOES_ON.match(text, match.end()):
            tail = _pieces(text[max(0, match.start() - 12) : match.start()].rstrip(_CLOSERS))
            if tail and tail[-1] in ENDINGS:
                yield match.span()


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
    last = 0
    for start, end in spaces(text):
        length = len(syllables(text[last:start]))
        if length < _SHORTEST:
            continue
        left, right = text[max(0, start - 60) : start], text[end : end + 50]
        if score(features(left, right, length, model["verbal"]), model["weights"]) > least:
            found.append(start)
            last = end
    return found
