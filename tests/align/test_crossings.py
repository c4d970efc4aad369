"""A block that stands elsewhere in the translation is proposed beside the ladder."""

from workbench.align import align
from workbench.segment import Segment

POINTS = [
    (
        "Women and young people must sit on every committee.",
        "အမျိုးသမီးများနှင့် လူငယ်များသည် ကော်မတီတိုင်းတွင် ပါဝင်ရမည်။",
    ),
    ("The school needs 45 new desks before June 2024.", "ကျောင်းသည် ၂၀၂၄ ခုနှစ် ဇွန်လမတိုင်မီ စားပွဲသစ် ၄၅ လုံး လိုအပ်သည်။"),
    ("A doctor comes to the village every week.", "ဆရာဝန်တစ်ဦးသည် ရွာသို့ အပတ်တိုင်း လာသည်။"),
    ("The price of rice rose again this month.", "ဆန်ဈေးသည် ယခုလတွင် ထပ်မံ မြင့်တက်ခဲ့သည်။"),
]
ADDRESS = (
    "Email: office@example.org, telephone 09 421 7788.",
    "အီးမေးလ် - office@example.org၊ ဖုန်း ၀၉ ၄၂၁ ၇၇၈၈။",
)


def test_an_address_moved_to_the_end_is_a_crossing() -> None:
    source = [Segment(each) for each, _ in [ADDRESS, *POINTS]]
    target = [Segment(each, language="my") for _, each in [*POINTS, ADDRESS]]
    ladder = align(source, target)
    assert [(bead.source, bead.target) for bead in ladder.crossings] == [((0,), (4,))]
    assert ((1,), (0,)) in [(bead.source, bead.target) for bead in ladder.beads]


def test_texts_in_one_order_have_no_crossing() -> None:
    source = [Segment(each) for each, _ in POINTS]
    assert align(source, [Segment(each, language="my") for _, each in POINTS]).crossings == ()


def test_a_block_is_found_again_among_hundreds_that_were_left_out() -> None:
    added = [f"Nobody knows what {word} means here." for word in map(str, range(1000, 1450))]
    source = [Segment(each) for each in [ADDRESS[0], *(each for each, _ in POINTS), *added]]
    target = [Segment(each, language="my") for each in [*(each for _, each in POINTS), ADDRESS[1]]]
    ladder = align(source, target, explain=False)
    assert [(bead.source, bead.target) for bead in ladder.crossings] == [((0,), (4,))]


def test_a_list_in_another_order_gives_what_was_moved() -> None:
    source = [Segment(each) for each, _ in POINTS]
    target = [Segment(POINTS[n][1], language="my") for n in (3, 0, 1, 2)]
    ladder = align(source, target)
    found = {(bead.source, bead.target) for bead in (*ladder.beads, *ladder.crossings)}
    assert {((n,), (n + 1,)) for n in range(3)} <= found and ((3,), (0,)) in found
