"""What can be wrong inside one cluster: a Burmese letter with all that clings to it.

A cluster's faults do not depend on what stands around it, so each distinct cluster is judged once.
"""

import re
from dataclasses import dataclass

from workbench.text.memo import Memo
from workbench.text.myanmar import (
    ASAT,
    BURMESE_LETTERS,
    CONSONANTS,
    DOT_BELOW,
    KINZI,
    OTHER_LETTERS,
    OTHER_MARKS,
    VIRAMA,
)
from workbench.text.ordering import in_order, without_doubles
from workbench.text.stacks import STACKS


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule broken at `cluster[start:end]`, and what should stand there if a mend is safe."""

    code: str
    start: int
    end: int
    fix: str | None = None


_LETTER = re.compile(f"[{BURMESE_LETTERS}]")
_OTHER = re.compile(f"[{OTHER_LETTERS}{OTHER_MARKS}]")
_MEDIAL = "[\u103b-\u103e]"
_ABOVE_BELOW = "\u102d\u102e\u1032\u102f\u1030"  # ိ ီ ဲ ု ူ
_SIGN_RUN = re.compile(
    "[\u102b-\u1032\u1036\u1037\u103b-\u103e]{2,}"
)  # all signs but asat, visarga, virama
_DOUBLED = re.compile(r"([\u102b-\u1032\u1036\u1037\u1039-\u103e])\1+")
_VOWELS = re.compile("[\u102b-\u1032]{2,}")
_VOWELS_TOGETHER = {"\u102d\u102f", "\u1031\u102c", "\u1031\u102b"}  # ို ော ေါ
_DANGLING_E = re.compile(rf"(?:[\u102b-\u1030\u1032]\u1031|\u1031{_MEDIAL}+$)")
_ORDER_WITHIN = re.compile("[\u103b-\u103e]{2,}")

# One Burmese syllable and the finals and stacks after it; a final may carry a medial in loans (ချ်).
_BASE = rf"[{BURMESE_LETTERS}](?:{VIRAMA}[{CONSONANTS}]){{0,2}}"
_RIME = (
    "\u103b?\u103c?\u103d?\u103e?"
    "\u1031?[\u102d\u102e\u1032]?[\u102f\u1030]?[\u102b\u102c]?\u1036?\u1037?"
)
_ASAT = f"(?:{ASAT}{DOT_BELOW}?\u1038?|\u1038)?"
_LEGAL = re.compile(
    rf"(?:{KINZI})?{_BASE}{_RIME}{_ASAT}"
    rf"(?:{VIRAMA}?[{CONSONANTS}]{_RIME}{_ASAT})*"
)
_BEYOND_GRAMMAR = (
    "\u1014\u103a\u102f\u1015\u103a",
    "\u1000\u103a\u103b\u102c",
)  # ကျွန်ုပ်, ယောက်ျား and လက်ျာ

_PATTERNS: tuple[tuple[str, re.Pattern[str], str | None], ...] = (
    ("007", re.compile(rf"{VIRAMA}(?![{CONSONANTS}])"), None),
    ("009", re.compile(rf"\u1004{VIRAMA}(?=[{CONSONANTS}])"), KINZI),
    (
        "010",
        re.compile(f"(?:[{_ABOVE_BELOW}\u1036\u1038]|(?<!\u1031)[\u102b\u102c]){DOT_BELOW}?{ASAT}"),
        None,
    ),
    ("011", re.compile(f"{ASAT}{DOT_BELOW}"), DOT_BELOW + ASAT),
    ("023", re.compile("[\u1025\u1009]\u102e"), "\u1026"),
    ("024", re.compile(f"\u1025(?={DOT_BELOW}?{ASAT}|\u102c|{VIRAMA})"), "\u1009"),
    ("025", re.compile("\u1005\u103b"), "\u1008"),
    ("030", re.compile("(?:\u101e\u103c|\u1029)\u1031\u102c\u103a"), "\u102a"),
    ("026", re.compile("\u101e\u103c(?!\u1031\u102c\u103a)"), "\u1029"),
    ("029", re.compile(f"\u101e{VIRAMA}\u101e"), "\u103f"),
    ("032", re.compile("^[\u1001\u1002\u1004\u1012\u1015\u101d]\u1031?\u102c"), None),
    (
        "032",
        re.compile(
            "^[\u1000\u1003\u1005-\u1009\u1010\u1011\u1013\u1014\u1016-\u1019\u101b\u101c\u101e-\u1021]\u1031?\u102b"
        ),
        None,
    ),
    ("051", re.compile(f"(?<!\u101a\u1031\u102c\u1000)(?<!\u101c\u1000){ASAT}\u103b"), None),
    ("052", re.compile("\u1038{2,}"), None),
    ("004", re.compile("\u1038[\u102b-\u1037\u103a-\u103e]"), None),
)
_STRUCTURAL = {"003", "004", "005", "006", "007", "009", "010", "051", "052"}  # 012 would say it twice
_STACK = re.compile(rf"([{CONSONANTS}]{VIRAMA}[{CONSONANTS}])")


def _sign_runs(cluster: str) -> list[Fault]:
    """Doubled signs, signs out of order and vowels that exclude each other, one fault a run."""
    faults = []
    for run in _SIGN_RUN.finditer(cluster):
        right = without_doubles(in_order(run[0]))
        vowels = _VOWELS.search(right)
        exclude = vowels is not None and vowels[0] not in _VOWELS_TOGETHER
        mended = None if exclude or _DANGLING_E.search(run[0]) else right
        if without_doubles(run[0]) != run[0]:
            faults.append(Fault("005", *run.span(), mended))
        elif exclude:
            faults.append(Fault("006", *run.span()))
        elif right != run[0]:
            faults.append(Fault(_out_of_order(run[0]), *run.span(), mended))
    return faults


def _out_of_order(run: str) -> str:
    medials = _ORDER_WITHIN.search(run)
    return "003" if medials and in_order(medials[0]) != medials[0] else "004"


def _stacks(cluster: str) -> list[Fault]:
    """Stacks outside Pali phonology; the ng of a kinzi without asat has a rule of its own."""
    found = _STACK.finditer(cluster.replace(KINZI, "\u1000\u1000\u1000"))
    return [
        Fault("008", *each.span()) for each in found if each[0] not in STACKS and each[0][0] != "\u1004"
    ]


def _faults(cluster: str) -> tuple[Fault, ...]:
    if _OTHER.search(cluster):
        return ()  # told for each character by 040 and 041
    if not _LETTER.match(cluster):
        code = "007" if cluster[0] == VIRAMA else "001"
        return () if cluster.isdigit() else (Fault(code, 0, len(cluster)),)
    faults = _sign_runs(cluster) + _stacks(cluster)
    for code, pattern, fix in _PATTERNS:
        faults += [Fault(code, *each.span(), fix) for each in pattern.finditer(cluster)]
    if not any(each.code in _STRUCTURAL for each in faults) and not _legal(cluster):
        faults.append(Fault("012", 0, len(cluster)))
    return tuple(sorted(faults, key=lambda each: each.start))


def _legal(cluster: str) -> bool:
    """Whether Burmese can write this but for a look-alike: the grammar, or a word that breaks it."""
    plain = cluster.replace(ASAT + DOT_BELOW, DOT_BELOW + ASAT).replace("\u1025", "\u1009")
    for piece in _BEYOND_GRAMMAR:
        plain = plain.replace(piece, "")
    return not plain or _LEGAL.fullmatch(plain) is not None


FAULTS: Memo[tuple[Fault, ...]] = Memo(_faults)
"""The faults of each cluster, in order of their place."""
