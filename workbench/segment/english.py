"""The English rules: a stop ends a sentence unless an abbreviation, an initial or a citation says no.

The abbreviations are those of statements, letters, news and health advice. Exceptions stand before the
breaks: the first rule that fits decides.
"""

from workbench.segment.rules import Rule

CLOSERS = r"[”’\"'»)\]]*"

TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|Rev|Fr|Sr|Hon|St|Mt|Gen|Maj|Col|Lt|Lieut|Capt|Cpl|Sgt|Adm|Brig|Cmdr|Gov|Sens?|"
    "Reps?|Pres|Amb|Supt|Insp|Det|Msgr|Messrs|Mme|Mlle"
)
NEVER_FINAL = r"e\.g|i\.e|v|vs|cf|viz|approx|incl|esp|resp|ibid|[Ff]igs?"
BEFORE_NUMBERS = r"[Nn]os?|pp?|[Vv]ol|[Aa]rts?|[Ss]ec|[Cc]h|[Pp]aras?|ca|c|Eq|Ref"
MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
IN_NAMES = r"Inc|Ltd|Co|Corp|Jr|Bros|Esq|Ph\.D|M\.D|Assn|Dept|Univ|Ave|Blvd|Rd|etc|al"
SPEECH = (
    "said|says|added|adds|asked|asks|told|wrote|writes|stated|replied|explained|continued|cried|shouted|"
    "tweeted|warned|recalled|noted"
)
ZONES = "Eastern|Central|Pacific|Mountain|Sun|Mon|Tue|Wed|Thu|Fri|Sat|on|local"

# A sentence often begins with these: after them an initial or an acronym was the end of one.
STARTERS = (
    "The|This|That|These|Those|It|He|She|We|They|There|In|On|At|As|By|For|From|If|When|While|Since|After|"
    "Before|But|And|Or|So|Yet|However|Moreover|Furthermore|Therefore|Although|Though|Despite|According|"
    "Both|Each|Many|Most|Some|Such|Its|His|Her|Our|Their|My|I|You|What|Why|How|Who|Where|Also|An|A|No|"
    "Not|Only|To|With|Without|Under|During|Between|Among|Another|Other|All|Any|One|Two"
)

_NOT_A_START = rf"(?!\s+[\"“‘'(]*(?:{STARTERS})\b)\s"
_SAID = rf"\s+(?!(?:{STARTERS})\b)(?:[A-Z][\w’'-]+\s){{1,2}}(?:{SPEECH})\b"
_CITATION = r"\s+\((?=[^()]{0,120}\b(?:1[5-9]|20)\d\d[a-z]?\))[^()]{1,120}\)"
_NOTE = r"(?:\[\d{1,3}\]|[¹²³⁴-⁹⁰]+)*"
_STOP = r"[.!?…]+" + CLOSERS + _NOTE

STOPS = ".!?…"
RULES = (
    Rule(rf"\b(?:{TITLES})\.", r"\s", False, "a title stands before its name"),
    Rule(rf"\b(?:{NEVER_FINAL})\.", r"\s", False, "an abbreviation that ends no sentence"),
    Rule(
        rf"\b(?:{BEFORE_NUMBERS})\.", r"\s*(?:[\d၀-၉]|[IVX]{2,}\b)", False, "an abbreviation of a number"
    ),
    Rule(rf"\b(?:{MONTHS})\.", r"\s+\d", False, "a month before its day or year"),
    Rule(rf"\b(?:{IN_NAMES})\.", _NOT_A_START, False, "an abbreviation inside a name"),
    Rule(r"\b(?:[A-Z]\.)+", _NOT_A_START, False, "initials and acronyms: U.S., H.E., J."),
    Rule(r"\b[ap]\.m\.", rf"\s+(?:[A-Z]{{2,4}}\b|{ZONES})", False, "an hour before its zone or day"),
    Rule(r"[!?,][”’\"']+", _SAID, False, "a quotation goes on with who said it"),
    Rule(_STOP, _CITATION, False, "a citation after the stop belongs to the sentence before it"),
    Rule(_STOP + _CITATION, r"\s", True, "after that citation"),
    Rule(_STOP, r"\s+(?![a-zà-öø-ÿ,;:)])", True, "a stop before anything but a small letter"),
    Rule(r"(?<=[a-z)])\?", r"\s+[a-z]", True, "a question mark outside a quotation"),
)
