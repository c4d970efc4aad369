"""Lists of signatories pair by number and name, in both scripts and in order."""

from workbench.align import Ladder, align
from workbench.segment import Segment

NAMES = [
    ("Daw Khin Sandar Oo", "ဒေါ်ခင်စန္ဒာဦး"),
    ("U Thein Aung", "ဦးသိန်းအောင်"),
    ("Naw Paw Htoo", "နော်ပေါထူး"),
    ("Sai Kyaw Zaw", "စိုင်းကျော်ဇော်"),
    ("Ma Hnin Phyu", "မနှင်းဖြူ"),
    ("Ko Zeya Lwin", "ကိုဇေယျာလွင်"),
    ("Saw Eh Wah", "စောအယ်ဝါး"),
    ("Daw Mya Thandar", "ဒေါ်မြသန္တာ"),
]


def signed(
    english: list[tuple[str | None, str]], burmese: list[tuple[str | None, str]]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    sides = [
        [Segment(text, n, "signatory", label, tag) for n, (label, text) in enumerate(side)]
        for side, tag in ((english, "en"), (burmese, "my"))
    ]
    ladder: Ladder = align(sides[0], sides[1])
    return [(bead.source, bead.target) for bead in ladder.beads]


def test_names_pair_in_order() -> None:
    found = signed([(None, each) for each, _ in NAMES], [(None, each) for _, each in NAMES])
    assert found == [((n,), (n,)) for n in range(8)]


def test_a_name_that_is_missing_moves_no_other() -> None:
    burmese = [(None, each) for _, each in NAMES if each != NAMES[3][1]]
    found = signed([(None, each) for each, _ in NAMES], burmese)
    assert found == [
        *(((n,), (n,)) for n in range(3)),
        ((3,), ()),
        *(((n,), (n - 1,)) for n in range(4, 8)),
    ]


def test_numbers_in_either_script_hold_a_list_together() -> None:
    groups = ["Reading Circle", "Book Society", "Teachers", "Printers", "Poets"]
    clubs = ["စာဖတ်ဝိုင်း", "စာပေအသင်း", "ဆရာများ", "ပုံနှိပ်သူများ", "ကဗျာဆရာများ"]
    english = [(f"{n}.", name) for n, name in enumerate(groups, 1) if n != 2]
    burmese = [(f"{'၁၂၃၄၅'[n - 1]}။", name) for n, name in enumerate(clubs, 1)]
    assert signed(english, burmese) == [
        ((0,), (0,)), ((), (1,)), ((1,), (2,)), ((2,), (3,)), ((3,), (4,)),
    ]  # fmt: skip


FOREIGN = [
    ("Marianne Koskinen", "မာရီယန်း ကော့စကီနင်"),
    ("Peter Lindqvist", "ပီတာ လင့်ဒ်ကဗစ်စ်"),
    ("Rosalind Tembo", "ရိုစလင် တမ်ဘို"),
    ("Kamala Bhattarai", "ကမလာ ဘတ္တာရိုင်း"),
    ("Dominik Svoboda", "ဒိုမီနစ် ဆဗိုဘိုဒါ"),
]


def test_names_that_no_lexicon_knows_pair_by_their_sound() -> None:
    for left in range(5):
        burmese = [(None, each) for n, (_, each) in enumerate(FOREIGN) if n != left]
        found = signed([(None, each) for each, _ in FOREIGN], burmese)
        assert ((left,), ()) in found and sum(bool(source and target) for source, target in found) == 4


def test_a_name_in_another_place_is_a_crossing_and_the_reason_shows_both() -> None:
    source = [Segment(each, n, "signatory") for n, (each, _) in enumerate(FOREIGN)]
    order = [1, 2, 3, 4, 0]
    target = [Segment(FOREIGN[n][1], n, "signatory", language="my") for n in order]
    ladder = align(source, target)
    assert [(bead.source, bead.target) for bead in ladder.crossings] == [((0,), (4,))]
    assert "The names sound alike: Marianne Koskinen = မာရီယန်း ကော့စကီနင်." in [
        each.message for each in ladder.crossings[0].reasons
    ]
