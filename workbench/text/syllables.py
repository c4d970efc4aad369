"""How likely a text is as Burmese, by its syllables.

A text is cut into clusters, a cluster into syllables, each with an onset (consonant and medials) and a
rime (vowel, final, tone). A syllable that was counted is as likely as its count; any other as its onset
and its rime; a cluster that Burmese cannot write is very unlikely. A stack is a final and the onset
after it: သတ္တ is သတ္ and တ. Likelihoods are natural logarithms.

The counts are `burmese.tsv`, made by scripts/count_syllables.py.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from workbench.text.memo import Memo
from workbench.text.myanmar import (
    ALL_MARKS,
    BURMESE_LETTERS,
    CONSONANTS,
    GREAT_SA,
    KINZI,
    LETTERS,
    MEDIALS,
    OTHER_LETTERS,
    SHAN_DIGITS,
    VIRAMA,
)  # fmt: skip
from workbench.text.ordering import in_order, without_doubles
from workbench.text.stacks import STACKS

TABLE = Path(__file__).with_name("burmese.tsv")

CLUSTER = re.compile(
    # A letter with all that clings to it: marks, finals with their asat, stacked letters. Everything is
    # bounded and nothing after it can fail, so that no text can make the search slow. (Possessive groups
    # would say the same, but Python before 3.11.5 matches them wrongly.) ...
    rf"[{LETTERS}][{ALL_MARKS}]{{0,24}}(?:[{LETTERS}](?=\u1037?[\u103a{VIRAMA}])[{ALL_MARKS}]{{0,24}}"
    rf"|{VIRAMA}[{LETTERS}][{ALL_MARKS}]{{0,24}}){{0,24}}"
    # ... marks that cling to nothing, and a digit inside a word: ၀ for ဝ, and Shan digits.
    rf"|[{ALL_MARKS}{VIRAMA}]{{1,48}}"
    rf"|(?<=[{LETTERS}{ALL_MARKS}])(?:[{SHAN_DIGITS}]|\u1040(?![\u1040-\u1049]))"
)
_NOT_LETTER = f"[^{BURMESE_LETTERS}{OTHER_LETTERS}]"
_SYLLABLE = re.compile(
    rf"([{BURMESE_LETTERS}][{MEDIALS}]*)"
    rf"({_NOT_LETTER}*(?:[{CONSONANTS}](?=\u1037?[\u103a{VIRAMA}]){_NOT_LETTER}*)*)|\S"
)
_STACK = re.compile(rf"([{CONSONANTS}]){VIRAMA}(?=([{CONSONANTS}]))")

# Penalties, in nats. They were set on the development half of the labelled data; all of them lie where
# a change of 2 alters less than one verdict in a thousand.
_ILLEGAL = -14.0  # a sign where Burmese has none
_OUT_OF_ORDER = -3.0  # sloppy typing, common enough in real text
_UNHEARD_STACK = -8.0
_STACKED_ONSET = -1.5  # after a stacking final there are only two or three onsets
_LOOSE_NGA = -10.0  # င္ without the asat of a kinzi
_FRAGMENT = -7.0  # a kinzi that lost its vowel
_DIGITS = "\u1040" + "".join(map(chr, range(0x1090, 0x109A)))
_DIGIT_IN_WORD = {"\u1040": -7.5}  # ၀ typed for ဝ is common; a Shan digit in a word (-10) is not
_UNSEEN_ONSET, _UNSEEN_RIME, _UNSEEN_SIGN = -9.0, -10.0, -2.0
_COUNTED = 0.9  # share of the counts in a counted syllable's likelihood; the rest is onset times rime
_PAIRED = 0.7  # share of the pair counts where a pair was counted


def unfold(cluster: str) -> tuple[str, float]:
    """A cluster in NFC with its stacks told as finals, signs in order; and what its faults cost."""
    cost = 0.0 + _LOOSE_NGA * cluster.count("င" + VIRAMA)
    text = unicodedata.normalize("NFC", cluster).replace(KINZI, "င" + VIRAMA).replace(GREAT_SA, "သ္သ")
    if text.startswith("င" + VIRAMA):
        text, cost = text[2:], cost + _FRAGMENT
    ordered = in_order(text)
    single = without_doubles(ordered)
    cost += _OUT_OF_ORDER * ((ordered != text) + (single != ordered))
    return single, cost


def syllables_of(cluster: str) -> tuple[list[str], float]:
    """The syllables of a cluster, and what its faults cost.

    >>> syllables_of("သတ္တ")
    (['သတ္', 'တ'], 0.0)
    """
    text, cost = unfold(cluster)
    return [found[0] for found in _SYLLABLE.finditer(text)], cost


class SyllableModel:
    """The likelihood of text as Burmese, from counts of syllables and of pairs of them."""

    def __init__(self, counts: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
        self._counts, self._total = counts, sum(counts.values())
        self._onsets: Counter[str] = Counter()
        self._rimes: Counter[str] = Counter()
        for syllable, count in counts.items():
            if (parts := _SYLLABLE.fullmatch(syllable)) and parts[1]:
                self._onsets[parts[1]] += count
                self._rimes[parts[2]] += count
        self._of_syllable = Memo(self._syllable)
        self._told = Memo(self._tell)
        self._bonus = {pair: self._pair(pair, count) for pair, count in pairs.items()}

    def likelihood(self, text: str) -> float:
        """The logarithm of a text's likelihood as Burmese; what is not Myanmar script costs nothing."""
        total, before, bonus = 0.0, "", self._bonus.get
        for syllables, likelihood in map(self._told.__getitem__, CLUSTER.findall(text)):
            total += likelihood
            for syllable in syllables:
                total += bonus((before, syllable), 0.0)
                before = syllable
        return total

    def knows(self, syllable: str) -> bool:
        """Whether this syllable was counted."""
        return self._counts[syllable] > 0

    def _share(self, count: int) -> float:
        return math.log((count + 0.05) / (self._total + 10))

    def _onset(self, onset: str) -> float:
        count = self._onsets[onset]
        return self._share(count) if count else _UNSEEN_ONSET + _UNSEEN_SIGN * (len(onset) - 1)

    def _rime(self, rime: str) -> float:
        if count := self._rimes[rime]:
            return self._share(count)
        return (
            self._stacked_rime(rime)
            if rime.endswith(VIRAMA)
            else _UNSEEN_RIME + _UNSEEN_SIGN * len(rime)
        )

    def _stacked_rime(self, rime: str) -> float:
        """A final that was never seen over another letter: as likely as with asat, or as a Pali one."""
        if count := self._rimes[rime[:-1] + "်"]:
            return max(-8.5, self._share(count) - 2.5)
        if len(rime) <= 2:
            return -7.0
        return -8.5 if rime[:-2] in ("ိ", "ု", "ေ") else -12.0

    def _syllable(self, syllable: str) -> float:
        parts = _SYLLABLE.fullmatch(syllable)
        if not parts or not parts[1] or _misplaced_virama(syllable):
            return _ILLEGAL * len(syllable)
        parted = self._onset(parts[1]) + self._rime(parts[2])
        if count := self._counts[syllable]:
            return math.log(_COUNTED * count / self._total + (1 - _COUNTED) * math.exp(parted))
        return parted + math.log(1 - _COUNTED)

    def _tell(self, cluster: str) -> tuple[tuple[str, ...], float]:
        """A cluster's syllables, and their likelihood together, faults included."""
        if cluster[0] in _DIGITS:
            return (), _DIGIT_IN_WORD.get(cluster, -10.0)
        syllables, cost = syllables_of(cluster)
        cost += sum(map(self._stack, _STACK.findall(unfold(cluster)[0])))
        return tuple(syllables), cost + sum(map(self._of_syllable.__getitem__, syllables))

    def _stack(self, pair: tuple[str, str]) -> float:
        if pair[0] == "င" or VIRAMA.join(pair) in STACKS:
            return _STACKED_ONSET - self._onset(pair[1])
        return _UNHEARD_STACK

    def _pair(self, pair: tuple[str, str], count: int) -> float:
        alone = self._of_syllable[pair[1]]
        return (
            math.log((1 - _PAIRED) * math.exp(alone) + _PAIRED * count / self._counts[pair[0]]) - alone
        )


def _misplaced_virama(syllable: str) -> bool:
    """Whether a virama stands before the end or after a vowel, tone or asat."""
    return VIRAMA in syllable[:-1] or (syllable[-1] == VIRAMA and syllable[-2:-1] in set("ါားံ့်"))


def parse_table(lines: Iterable[str]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """The counts of syllables and of pairs from a table: one or two syllables, a tab, a count."""
    counts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        what, count = line.rstrip("\n").split("\t")
        first, _, second = what.partition(" ")
        if second:
            pairs[first, second] = int(count)
        else:
            counts[first] = int(count)
    return counts, pairs


@cache
def burmese() -> SyllableModel:
    """The model of Burmese that we ship."""
    with TABLE.open(encoding="utf-8") as lines:
        return SyllableModel(*parse_table(lines))
