"""Compute the weights by which Burmese without ။ is cut: `python scripts/segment_model.py FOLDER`.

FOLDER holds tab-separated pairs, English and Burmese: `tico_dev_cc0.tsv` (TICO-19, CC0),
`talpco_ccby4.tsv` (TALPCo, CC BY 4.0) and `android_apache2.tsv` (Android settings, Apache-2.0).
Only figures are kept of them: how verbal a syllable is, and the weights of a logistic model.
"""

import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from workbench.segment import bare
from workbench.text.words import syllables

OUT = Path(bare.__file__).with_name(bare.MODEL)
UNDER_VERBS = {
    "ခဲ့", "နိုင်", "ပါ", "သော", "ရန်", "သည့်", "ခြင်း", "မှု", "ကြ", "စေ", "လျှင်", "ပြီး",
    "မည်", "ဖို့", "တဲ့", "တယ်", "မယ်", "သဖြင့်", "၍", "လိုက်", "မည့်", "ရင်", "တာ", "နေ",
    "ထား", "ဘူး", "လို့", "ကြောင်း", "သင့်", "လေ့",
}  # fmt: skip
UNDER_NOUNS = {
    "များ", "ကို", "၏", "တွင်", "မှ", "နှင့်", "က", "အား", "၌", "ရဲ့", "တို့", "နဲ့", "ဟာ",
    "မှာ", "သို့", "အတွက်", "သူ", "ခု", "ဦး", "တစ်", "တွေ",
}  # fmt: skip
TOGETHER = 6  # sentences a paragraph, as in the news and health texts that are measured
EPOCHS, DECAY, RATE = 8, 0.002, 0.25
SMALLEST = 0.03
_END = re.compile(r"(?<=။)(?![”’])\s*")


def burmese(path: Path) -> list[str]:
    """The Burmese side of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[1] for line in lines if "\t" in line]


def split(texts: Iterable[str]) -> list[str]:
    """The texts cut after each ။."""
    return [piece for text in texts for piece in _END.split(text.strip()) if piece.strip()]


def verbal(texts: Iterable[str]) -> dict[str, int]:
    """The rounded log ratio of verb endings to noun particles after each syllable and each two."""
    verbs: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    for text in texts:
        pieces = [text[start:end] for start, end in syllables(text)]
        for at in range(1, len(pieces)):
            counter = (
                verbs if pieces[at] in UNDER_VERBS else nouns if pieces[at] in UNDER_NOUNS else None
            )
            if counter is not None:
                counter[pieces[at - 1]] += 1
                counter["".join(pieces[max(0, at - 2) : at])] += at > 1
    seen = {key for key in verbs.keys() | nouns.keys() if verbs[key] + nouns[key] >= 3}
    ratio = {key: math.log((verbs[key] + 0.5) / (nouns[key] + 0.5)) for key in sorted(seen)}
    return {key: max(-4, min(4, round(value))) for key, value in ratio.items()}


def samples(sentences: list[str], table: dict[str, int]) -> list[tuple[list[str], bool]]:
    """Features and truth at every space of the sentences, strung together without ။."""
    found = []
    for first in range(0, len(sentences), TOGETHER):
        clean = [
            " ".join(each.replace("။", " ").split()) for each in sentences[first : first + TOGETHER]
        ]
        clean = [each for each in clean if each]
        text = " ".join(clean)
        ends, at = set(), -1
        for each in clean:
            at += len(each) + 1
            ends.add(at)
        seen, since = bare.Syllables(text), 0
        for gap in seen.gaps():
            found.append((seen.features(gap, since, table), gap.start in ends))
            since = gap.after if gap.start in ends else since
    return found


def train(data: list[tuple[list[str], bool]]) -> dict[str, float]:
    """The weights of a logistic model by AdaGrad; features seen once are left out."""
    seen = Counter(name for names, _ in data for name in names)
    data = [([name for name in names if seen[name] > 1], truth) for names, truth in data]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(float)
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(data)
        for names, truth in data:
            odds = max(-30.0, min(30.0, sum(weights[name] for name in names)))
            error = 1 / (1 + math.exp(-odds)) - truth
            for name in names:
                slope = error + DECAY * weights[name]
                squares[name] += slope * slope
                weights[name] -= RATE * slope / (math.sqrt(squares[name]) + 1e-6)
    return {name: round(value, 2) for name, value in sorted(weights.items()) if abs(value) >= SMALLEST}


def compute(folder: Path) -> dict[str, object]:
    """The model from the three files of a folder."""
    health, daily, settings = (
        burmese(folder / f"{name}.tsv") for name in ("tico_dev_cc0", "talpco_ccby4", "android_apache2")
    )
    table = verbal([*health, *daily, *settings])
    random.Random(3).shuffle(daily)
    ended = [text for text in settings if text.rstrip().endswith("။")]
    data = [each for texts in (health, daily, ended) for each in samples(split(texts), table)]
    return {"verbal": table, "weights": train(data)}


if __name__ == "__main__":
    model = compute(Path(sys.argv[1]))
    OUT.write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
