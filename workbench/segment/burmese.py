"""The Burmese rules: ။ ends a sentence, ၊ and ၏ never do inside a line.

Closers belong to what they close; a quotation before its ဟု or လို့ goes on; ။ after a house number, a
list number or a speaker's name is no end.
"""

from workbench.segment.english import RULES as ENGLISH_RULES
from workbench.segment.rules import Rule

CLOSERS = r"(?:[”’\"'»)\]]|\s[”’»])*"
_END = r"။(?:\s*။)*" + CLOSERS + r"(?:\[[\d၀-၉]{1,3}\])*"
_NO_CLOSER = r"(?!\s*[။”’»]|[\"')\]]|\[[\d၀-၉])"
_QUOTATIVE = r"\s*(?:ဟု(?!တ်)|ဟူ[၍၊သ]|လို့|ဆို(?:ပြီး|တဲ့|တာ|သော|သည့်|၍))"

STOPS = ".!?…။၊"
RULES = (
    Rule(_END, _QUOTATIVE, False, "a quotation goes on with its quotative"),
    Rule(_END, r"\s*[:၊,;]", False, "what follows goes on"),
    Rule(_END, r"\s*-\s*[က-အ]", False, "a dash goes on"),
    Rule(
        r"။[”’]",
        r"\s*(?:ထည့်သွင်း|ပြန်လည်)?\s*(?:ပြော|ဖြေ)ကြား",
        False,
        "a quotation goes on with who said it",
    ),
    Rule(r"[က-႟]\.+", r"\s+[က-႟]", False, "a Latin stop inside Burmese"),
    Rule(r"(?:\A|\s)(?:မေး|ဖြေ)\s*။", "", False, "။ ။ after a speaker stands for a colon"),
    Rule(r"(?:\A|\s)(?:မေး|ဖြေ)\s*။\s*။", "", False, "။ ။ after a speaker stands for a colon"),
    Rule(r"အမှတ်\s*\(?[၀-၉0-9/က-အ-]+\)?\s*။", "", False, "a house number"),
    Rule(r"(?:\A|\s|။)\(?[၀-၉]{1,2}\)?\s*။", "", False, "a list number"),
    Rule(r"(?:\A|\s|။)[က-အ]\s*။", "", False, "a list letter"),
    Rule(_END, _NO_CLOSER, True, "။ ends a sentence, with all that closes after it"),
    Rule(r"၊\s?၊", r"\s", True, "၊၊ typed for ။"),
    *ENGLISH_RULES,
)
