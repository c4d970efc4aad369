from workbench.segment import segment


def test_burmese_without_stops_is_cut_after_verbs_and_says_so():
    found = segment("မြို့နယ်အတွင်း ရေကြီးမှု ဖြစ်ပွားခဲ့သည် ဒေသခံများသည် ကျောင်းများတွင် ခိုလှုံနေကြရသည် အစားအစာများ လိုအပ်နေပါသည်")
    assert [each.text.split()[0] for each in found] == ["မြို့နယ်အတွင်း", "ဒေသခံများသည်", "အစားအစာများ"]
    assert all(each.tentative for each in found)


def test_one_stop_says_that_the_writer_uses_them():
    found = segment("မြို့နယ်အတွင်း ရေကြီးမှု ဖြစ်ပွားခဲ့သည် ဒေသခံများသည် ကျောင်းများတွင် ခိုလှုံနေကြရသည်။", "my")
    assert len(found) == 1 and not found[0].tentative
