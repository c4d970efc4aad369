"""The marks at the head of a block: list numbers, bullets and note marks, in either script."""

import re
from functools import lru_cache

_BULLETS = "•◦▪▫●○■□◆◇▶►➢➤✓✔❖·‣⁃∙\uf06e\uf0a7\uf0b7\uf0d8\uf0fc\uf0a8\uf076"
_LABEL = re.compile(
    rf"""(?P<label>
      (?P<note>\[[\d၀-၉]{{1,3}}\]|[¹²³⁴-⁹⁰]+|[*†‡](?=\w))
    | (?P<bullet>(?:[{_BULLETS}]|[-–—*+o](?=\s+(?![-–—*\d])))(?=\s|[{_BULLETS}]|\w)|[{_BULLETS}]$)
    | (?:[-–—*•]\s+)?(?:
        (?P<number>[\d၀-၉]{{1,3}})(?:[.)](?=\s|$|[^\W\d_a-z])|\s?။(?=\s*\D))
      | (?P<levels>[\d၀-၉]{{1,2}}(?:\.[\d၀-၉]{{1,2}}){{1,4}})\.?(?=\s)
      | \([\d၀-၉]{{1,3}}\)
      | [(][a-zA-Zက-အ][)] | \([ivx]{{1,5}}\)
      | (?:[a-z]|[ivx]{{1,5}}|[IVX]{{1,5}})[.)](?=\s) | [A-H]\)(?=\s)
      | [က-အ](?:။|\)|\.(?=\s))
      )
    )\s*""",
    re.VERBOSE,
)
_QUICK = re.compile(rf"[\d၀-၉(\[¹²³⁴-⁹*†‡+{_BULLETS}–—-]|[a-zA-Zက-အ]{{1,5}}[.)။]|o\s")
_DIGITS = str.maketrans("၀၁၂၃၄၅၆၇၈၉", "0123456789")


def label(text: str) -> tuple[str | None, str]:
    """The label at the head of a line, or None, and the text after it.

    >>> label("- 248. မင်းဘူး"), label("(က) နိဒါန်း"), label("U.S. Campaign")
    (('- 248.', 'မင်းဘူး'), ('(က)', 'နိဒါန်း'), (None, 'U.S. Campaign'))
    """
    match = _LABEL.match(text) if _QUICK.match(text) else None
    if match and match["label"] == text[-1] == "*":  # *words* in Markdown
        match = None
    return (match["label"], text[match.end() :]) if match else (None, text)


@lru_cache(4096)
def is_bullet(mark: str) -> bool:
    """Whether a label is a bullet rather than a number or letter."""
    return not any(character.isalnum() for character in mark) or mark == "o"


@lru_cache(4096)
def is_note(mark: str) -> bool:
    """Whether a label is that of a footnote: [1], ¹, †."""
    return bool(re.fullmatch(r"\[[\d၀-၉]+\]|[¹²³⁴-⁹⁰]+|[†‡]", mark))


@lru_cache(4096)
def ordinal(mark: str) -> int | None:
    """The number a label shows, in either script; None for letters and bullets."""
    digits = re.findall(r"[\d၀-၉]+", mark)
    return int(digits[-1].translate(_DIGITS)) if digits else None
