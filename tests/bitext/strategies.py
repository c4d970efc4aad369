"""Units as people and programs make them, for the laws of each format."""

from hypothesis import strategies as st

from workbench.bitext.cleaning import clean
from workbench.bitext.units import Status, Unit
from workbench.bitext.zawgyi import looks_zawgyi
from workbench.segment import KINDS, Segment

WORDS = ("မြန်မာ", "စာ", "ကျောင်း", "သူ", "၊", "။", "၁၂၃", "ဗုဒ္ဓ", "သင်္ဘော", "ရေး", "၍", "၏", "ဥပဒေ")
SIGNS = ("\u200b", "\u00a0", " ", "(", ")", "“", "”", "2024", "NLD")
BURMESE = st.lists(st.sampled_from([*WORDS, *SIGNS]), min_size=1, max_size=12).map("".join)
ANY = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff"),
    max_size=30,
)
"""Any characters that XML allows, `{1}`, quotes, signs of formulas and all."""
HARD = st.sampled_from(
    ["=1+1", "'=x", "<b>&amp;", "]]>", '"', "a\u0301", "{1}", "-", "@me", "+95 1", ";,|"]
)


def _one_line(text: str) -> str:
    return clean(text)[0]


def texts(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cleaned = st.one_of(content, ANY, HARD).map(_one_line)
    return cleaned.filter(lambda text: bool(text) and not looks_zawgyi(text))


@st.composite
def sides(draw: st.DrawFn, language: str, content: st.SearchStrategy[str]) -> tuple[Segment, ...]:
    """One to three segments whose running text cleaning leaves as it is."""
    found = [
        Segment(
            draw(texts(content)),
            draw(st.integers(0, 9)),
            draw(st.sampled_from(KINDS)),
            draw(st.sampled_from([None, "1.", "(a)", "၁။", "•"])),
            language,
            draw(st.sampled_from([" ", ""])),
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    last = found[-1]
    found[-1] = Segment(last.text, last.block, last.kind, last.label, language)
    return tuple(found)


def _whole(unit: Unit) -> bool:
    """Whether the running texts are clean too (NFC can reach across two segments)."""
    both = unit.source_text, unit.target_text
    return all(text == clean(text)[0] and not looks_zawgyi(text) for text in both)


NAMES = st.sampled_from(["x-domain", "x-client", "@creationdate", "@changeid"])
PROPS = st.lists(st.tuples(NAMES, texts(BURMESE)), max_size=3, unique_by=lambda each: each[0])

UNITS = st.builds(
    Unit,
    uid=st.uuids().map(str),
    source=sides("en", st.text("abc .,'&<>", min_size=1, max_size=20)),
    target=sides("my", BURMESE),
    score=st.none() | st.floats(0, 1),
    reasons=st.just(()),
    status=st.sampled_from(Status),
    notes=st.lists(texts(BURMESE).filter(lambda note: note == note.strip()), max_size=2).map(tuple),
    props=PROPS.map(lambda found: tuple(sorted(found, key=lambda each: each[0][0] != "@"))),
).filter(_whole)
