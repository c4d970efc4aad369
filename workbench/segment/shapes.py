"""What a block is by its own words: dates, salutations, bylines, navigation and the like."""

import re

from workbench.segment.layout import ended

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_MY_MONTHS = "ဇန်န[ဝ၀]ါရီ|ဖေဖော်[ဝ၀]ါရီ|မတ်|ဧပြီ|မေ|ဇွန်|ဇူလိုင်|ဩဂုတ်|သြဂုတ်|စက်တင်ဘာ|အောက်တိုဘာ|နို[ဝ၀]င်ဘာ|ဒီဇင်ဘာ"
_MY_YEAR = r"[၀-၉]{4}\s*(?:ပြည့်)?\s*(?:ခု)?\s*(?:နှစ်)?"
_MY_DAY = rf"(?:{_MY_MONTHS})\s*(?:လ)?\s*[၊,]?\s*\(?[၀-၉]{{1,2}}\)?\s*(?:ရက်)?\s*(?:နေ့)?"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


SEPARATOR = re.compile(r"[-–—_=*~#•·⁂.+■□◆\s]{3,}|[-–—_=*~⁂■]+")
MAY_SEPARATE = frozenset("-–—_=*~#•·⁂.+■□◆")
DATE = re.compile(
    r"(?:(?:dated?|နေ့စွဲ|ရက်စွဲ)\s*[:၊-]\s*|(?:published|posted|updated|issued)(?: on)?:?\s+)?"
    r"(?:[^\W\d][^\d,]{1,30},\s+)?(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?,?\s+\d{{4}}|"
    r"(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day,?\s+)?"
    rf"(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}|[၀-၉]{1,2}[./-][၀-၉]{1,2}[./-][၀-၉]{4}|"
    rf"{_MY_YEAR}\s*[၊,]?\s*{_MY_DAY}|{_MY_DAY}\s*[၊,]?\s*{_MY_YEAR}|"
    rf"[၀-၉]{{1,2}}\s*(?:ရက်\s*)?[၊,]?\s*(?:{_MY_MONTHS})(?:လ)?\s*[၊,]?\s*{_MY_YEAR}"
    r")\s*[၊။.]?",
    re.IGNORECASE,
)
SALUTATION = _any(
    r"(?:(?:your|his|her)\s+)?(?:excellenc(?:y|ies)|honou?r|majesty)\b.{0,80}[,:၊]",
    r"(?:dear|distinguished|respected|honou?rable|greetings)\b.{0,80}[,:၊]",
    r"to whom it may concern\W?",
    r"(?:yours\s+)?(?:sincerely|faithfully|respectfully)(?: yours)?\W?|(?:best|kind|warm)\s+regards\W?",
    r"(?:လေးစား(?:ရ|အပ်)|ခင်မင်|ချစ်ခင်|မင်္ဂလာပါ)[^။]{0,60}|လေးစားစွာ(?:ဖြင့်)?\W?",
)
BYLINE = re.compile(r"By\s+[A-Zက-အ][^!?။]{1,400}|(?:ရေးသားသူ|ရေးသူ|သတင်း(?:ရေးသား)?သူ)\s*[-–—:။].{1,80}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CALLED = ("tel", "phone", "ph", "mobile", "fax", "whatsapp", "signal", "ဖုန်း")
_PHONE = _any(
    r"\b(?:tel|phone|ph|mobile|fax|whatsapp|signal)\s*[.:]*\s*[+(\d]|ဖုန်း\s*[-:။]*\s*[+(\d၀-၉]",
)
_ABROAD = re.compile(r"(?<!\w)\+\d{1,3}[\s\d()-]{6,}")
_AT_HOME = re.compile(r"(?<![\d၀-၉])[0၀][9၉][-– ]?[\d၀-၉][\d၀-၉ -]{5,}")
CAPTION = _any(
    r"(?:figure|fig\.|table|photo|picture|image|map|chart|caption|source)\s*(?:\d+|[ivx]+)?\s*[.:–—-]\s+\S",
    r"(?:photo|picture|image)\s*(?:by|credit|courtesy)|\(photo|©\s*photo",
    r"(?:ပုံ|ဓာတ်ပုံ|ဇယား)\s*(?:\(?[၀-၉\d]+\)?)?\s*[-–—:။]",
)
_SPECIAL = frozenset((
    "by", "your", "his", "her", "excellency", "excellencies", "honor", "honour", "majesty", "dear",
    "distinguished", "respected", "honorable", "honourable", "greetings", "to", "yours", "sincerely",
    "faithfully", "respectfully", "best", "kind", "warm", "figure", "fig", "table", "photo", "picture",
    "image", "map", "chart", "caption", "source",
))  # fmt: skip
_WORD = re.compile(r"[a-z]*")
_SITES = "facebook|twitter|instagram|youtube|telegram|tiktok|linkedin"
_TONGUES = "english|myanmar|burmese|မြန်မာ"
# What navigation, sharing and copyright lines begin with, and what may follow in them.
_NAVIGATION = {
    "scroll|back|return|go": r"\s+to\s+(?:the\s+)?top",
    "skip": r"\s+to (?:main )?content",
    "download|view|read|open": r"\b.{0,40}\b(?:pdf|here|in (?:english|myanmar|burmese)).{0,40}",
    "social": r" (?:links|media)",
    "copyright|©|(c)|မူပိုင်ခွင့်": r".{0,200}",
    "website|site": r" (?:by|design)\b.{0,60}",
    "powered|designed|developed": r" by\b.{0,60}",
    "share|tweet|print|email|like|follow|subscribe": r"(?:\s+(?:this|us|on|to|now|here|via)\b.{0,60})?",
    "menu|search|home|next|previous|close|login|comments|advertisement": r"\W*",
    "log": r" in\W*",
    "sign": r" (?:in|up)\W*",
    "donate": r"(?: now)?\W*",
    "leave": r" a comment\W*",
    "no": r" comments\W*",
    "read|see|load|learn": r" more\W*",
    "tag|tags": r":.{0,80}",
    "privacy": r" policy.{0,60}",
    "terms": r" (?:of (?:use|service)|and conditions).{0,60}",
    "cookie|cookies": r" (?:policy|settings).{0,40}",
    _TONGUES: rf"(?:\s*[|/·]\s*(?:{_TONGUES}))+",
    _SITES: rf"(?:\W+(?:{_SITES}))*\W*",
    "မျှဝေရန်|ဆက်ဖတ်ရန်|အပေါ်သို့|ပင်မစာမျက်နှာ|ရှာဖွေရန်|ဒေါင်းလုဒ်": r".{0,40}",
}
_FIRST_WORD = re.compile(r"©|\(c\)|[a-z]+|[က-႟]+")
_ANYWHERE = re.compile(
    r"[\w\s.&-]{0,30}\blogo|.{0,120}\ball rights reserved\b.{0,80}|"
    r"(?:[\w&’' -]{2,25}\s*[|»›]\s*){2,}[\w&’' -]{2,25}"
)


def _by_first_word() -> dict[str, list[re.Pattern[str]]]:
    found: dict[str, list[re.Pattern[str]]] = {}
    for words, rest in _NAVIGATION.items():
        for word in words.split("|"):
            found.setdefault(word, []).append(re.compile(re.escape(word) + rest))
    return found


_BY_FIRST_WORD = _by_first_word()
ABOUT = re.compile(
    r"about us\b|(?:the\s+)?[A-Z][^.!?]{1,90}?\b(?:is|are|was)\s+(?:an?|the|one of)\s[^.!?]{0,200}?"
    r"\b(?:organi[sz]ations?|network|agency|think[- ]tank|coalition|platform|foundation|initiative|"
    r"institute|ngo|collective|alliance|association|media (?:outlet|group)|news (?:agency|outlet)|"
    r"non-?profit|charity|group|body|cent(?:re|er))\b|"
    r"ကျွန်(?:ုပ်|တော်)တို့(?:၏)?\s?အကြောင်း|"
    r"[^။]{2,120}?(?:သည်|မှာ)\s?[^။]{0,300}?"
    r"(?:အဖွဲ့(?:အစည်း)?|ကွန်ရက်|မီဒီယာ(?:ဌာန)?|သတင်းဌာန|ဖောင်ဒေးရှင်း|အသင်း)(?:တစ်ခု|တစ်ရပ်)\s?ဖြစ်"
)
ABOUT_HEAD = _any(r"about us\W*", r"about (?!the (?:author|writer))[A-Z].{0,80}", r"who we are\W*")
_AUTHOR = re.compile(
    r"the (?:author|writer)s?\b|about the authors?\b|(?:the )?views expressed|စာရေးသူ(?:သည်|မှာ|က|\s)|"
    r"(?:[A-Z][\w.’'-]*\s+){1,5}(?:\([^()]{1,60}\)\s+)?(?:is|was|are|works?|writes?|analy[sz]es|teaches|"
    r"studies|researches|covers|serves|has (?:been|worked|written))\s|"
    r"[^။]{2,60}?(?:သည်|မှာ)\s?[^။]{1,300}(?:ဖြစ်(?:ပါ)?သည်|ရေးသား(?:နေ)?(?:ပါ)?သည်)။?$",
    re.IGNORECASE,
)
_PROFESSION = re.compile(
    r"\b(?:researcher|analyst|journalist|professor|lecturer|scholar|fellow|student|activist|writer|"
    r"author|"
    r"editor|reporter|columnist|lawyer|advocate|director|founder|consultant|expert|specialist|"
    r"polic(?:y|ies)|"
    r"pseudonym|pen name|correspondent|university|institute|views expressed|opinions?)\b|"
    r"(?:စာရေးသူ|သုတေသီ|သတင်းထောက်|စာနယ်ဇင်းသမား|ပါမောက္ခ|ကထိက|ပညာရှင်|စာရေးဆရာ|အယ်ဒီတာ|ရှေ့နေ|"
    r"ဒါရိုက်တာ|တည်ထောင်သူ|လှုပ်ရှားသူ|ကျောင်းသား|ကျောင်းသူ|လေ့လာသူ)\s?တစ်(?:ဦး|ယောက်)|စာရေးသူ|ကလောင်",
    re.IGNORECASE,
)
ADDRESS_HEAD = _any(
    r"(?:to|cc|c\.c|bcc|from|attn|attention|copy to|သို့|မိတ္တူ(?:ကို)?)\s*[:၊။-]?",
    r"(?:to|cc|from|သို့|မိတ္တူ)\s*[:။]\s*.{1,100}",
)
STREET = _any(
    r"\d+[\w/-]*,?\s.*\b(?:street|st\.|road|rd\.|avenue|ave\.|lane|floor|building|p\.?\s?o\.?\s?box)\b",
    r"အမှတ်\s*\(?[\d၀-၉].*(?:လမ်း|ရပ်ကွက်|မြို့)",
)
SIGNERS = _any(
    r"\b(?:sign(?:ed|ers|atories|atory)|undersigned|endors(?:ed|ing)|co-?signed)\b",
    r"supporting organi[sz]ations|လက်မှတ်ရေးထိုး|လက်မှတ်ထိုး|ထောက်ခံသူ|ပူးတွဲထုတ်ပြန်",
)
CONTACTS = _any(r"\bcontact", r"media inquir", r"ဆက်သွယ်")
LINKS = _any(
    r"resources|related|(?:more|latest|recent|other)\b.{0,30}|read (?:also|next|more)\W*|see also\W*",
    r"further reading|links|reports?|news|press releases|publications",
    r"statements?(?: (?:&|and) press releases)?",
    r"ဆက်စပ်.{0,30}|.{0,30}(?:သတင်းများ|ထုတ်ပြန်ချက်များ|ကြေညာချက်များ|အစီရင်ခံစာများ)",
)
_DIGIT = re.compile("[0-9၀-၉]")
_CALLS = re.compile("[+]|[0-9၀-၉]{3}")
_VERB_END = re.compile(r"(?:သည်|တယ်|မည်|မယ်|ပါပြီ|ပါ|၏|ဘူး)[”’\"']?$")
_SENTENCE_INSIDE = re.compile(r"(?:သည်|တယ်|မည်|မယ်|ပြီ|ပါ|၏|ဘူး|လား)[”’\"']?။\s*[^\s”’\"')]")
HEADING_LENGTH = 200
_LONGEST = 250
_LONGEST_DATE = 80


def may_be_special(text: str) -> bool:
    """Whether a byline, a salutation or a caption may begin so: most texts are told apart by a word."""
    if text[0] > "z" or text[0] in "(©":
        return True
    word = _WORD.match(text[:16].lower())
    return word is not None and word[0] in _SPECIAL


def is_boilerplate(text: str) -> bool:
    """Whether a line is navigation, a logo's text, a copyright notice or the like.

    >>> is_boilerplate("Download pdf in English | Myanmar"), is_boilerplate("Download the boats")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    small = text.lower()
    first = _FIRST_WORD.match(small)
    rests = _BY_FIRST_WORD.get(first[0]) if first else None
    if rests and any(rest.fullmatch(small) for rest in rests):
        return True
    signs = "|" in small or "»" in small or "›" in small or "logo" in small or "rights" in small
    return signs and bool(_ANYWHERE.fullmatch(small))


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, perhaps after its place."""
    return bool(len(text) <= _LONGEST_DATE and _DIGIT.search(text) and DATE.fullmatch(text))


def is_contact(text: str) -> bool:
    """Whether an address for letters, a telephone number or the like stands in a text."""
    if "@" in text and _MAIL.search(text):
        return True
    if not (_DIGIT.search(text) and _CALLS.search(text)):
        return False
    if ("+" in text and _ABROAD.search(text)) or (
        ("09" in text or "၀၉" in text) and _AT_HOME.search(text)
    ):
        return True
    small = text.lower()
    return any(word in small for word in _CALLED) and bool(_PHONE.search(text))


def ends_here(text: str) -> bool:
    """Whether nothing can go on with a line: a separator or a date."""
    return is_date(text) or bool(text[0] in MAY_SEPARATE and SEPARATOR.fullmatch(text))


def stands_alone(text: str) -> bool:
    """Whether a line begins a block of its own, whatever stands before it."""
    if len(text) > _LONGEST or text[0].islower():
        return False
    return bool(
        is_date(text)
        or SALUTATION.fullmatch(text)
        or ADDRESS_HEAD.fullmatch(text)
        or is_boilerplate(text)
        or (text[0] in MAY_SEPARATE and SEPARATOR.fullmatch(text))
    )


def is_author_note(text: str) -> bool:
    """Whether a paragraph tells who wrote the text before it."""
    return bool(_AUTHOR.match(text) and _PROFESSION.search(text))


def looks_like_heading(text: str, stops: bool = False) -> bool:
    """Whether a text is short and unfinished enough to be a heading or another line by itself.

    `stops` says that the document ends its Burmese sentences with ။: then a verb ends none without it.
    """
    if len(text) > HEADING_LENGTH or text[0].islower() or text[-1] in ",;:၊—-":
        return False
    if "။" in text and _SENTENCE_INSIDE.search(text):
        return False
    return not ended(text) and (stops or not _VERB_END.search(text))
