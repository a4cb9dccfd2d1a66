"""A category is learnt from lessons, told by plain numbers, and examined on what was held back."""

import random

import pytest

from linli.likeness.examining import examined, in_folds
from linli.likeness.fitting import Recipe, fit
from linli.likeness.grades import Grades, grades
from linli.likeness.lesson import Lesson, lesson, often, once
from linli.likeness.model import Model
from linli.likeness.packing import packed, unpacked

SAID = {
    "street-light": ("路灯坏了", "路灯不亮", "灯杆倾斜", "夜里没有灯"),
    "litter": ("垃圾没人清", "垃圾桶满了", "垃圾堆在门口", "臭味很大"),
    "stalls": ("摊贩占道", "烧烤摊油烟", "夜市太吵", "占道经营"),
}
PLACES = ("柳树街", "北社区", "河边", "学校门口", "菜市场", "三号楼")
RECIPE = Recipe(least=1)


def lessons(count: int = 120) -> list[Lesson]:
    drawn, labels = random.Random(7), sorted(SAID)
    told = [(drawn.choice(PLACES), label, drawn.sample(SAID[label], 2)) for label in labels * (count // 3)]
    return [
        lesson("", f"{place}{one}，{other}，请处理{at}", label) for at, (place, label, (one, other)) in enumerate(told)
    ]


@pytest.fixture(scope="module")
def model() -> Model:
    return fit(lessons(), recipe=RECIPE)


def test_three_categories_are_told_the_likeliest_first_and_their_shares_fall(model: Model) -> None:
    guesses = model.guesses("河边的路灯不亮了")
    assert guesses[0].label == "street-light"
    assert len(guesses) == 3
    assert sum(guess.share for guess in guesses) == pytest.approx(1, abs=1e-5)
    assert [guess.share for guess in guesses] == sorted((guess.share for guess in guesses), reverse=True)


def test_of_a_text_without_a_known_piece_nothing_is_guessed(model: Model) -> None:
    assert model.guesses("xyz") == model.guesses("") == []


def test_a_model_packed_and_unpacked_says_the_same(model: Model) -> None:
    again = unpacked(packed(model))
    assert again.counts == model.counts == (40, 40, 40)
    for text in ("垃圾桶满了", "摊贩太吵", "灯"):
        was, now = model.guesses(text), again.guesses(text)
        assert [one.label for one in was] == [one.label for one in now]
        assert [one.share for one in was] == pytest.approx([one.share for one in now], abs=0.01)


def test_what_is_no_plain_array_is_refused() -> None:
    with pytest.raises(ValueError, match=r"[Pp]ickle"):
        unpacked(b"cos\nsystem\n(S'true'\ntR.")


def test_two_labels_are_told_apart_as_three_are() -> None:
    both = [one for one in lessons() if one.label != "stalls"]
    found = examined(fit(both[20:], recipe=RECIPE), both[:20])
    assert found.grades == Grades(texts=20, labels=2, macro_f1=1.0, top1=1.0, top2=1.0, top3=1.0)
    assert found.sharpness > 1


def test_in_folds_every_text_is_asked_once_of_a_model_that_never_saw_it() -> None:
    torn = [one._replace(label="litter" if at % 2 else "stalls") for at, one in enumerate(lessons(60))]
    assert in_folds(lessons(60), folds=3, recipe=RECIPE).macro_f1 == 1.0
    assert in_folds(torn, folds=3, recipe=RECIPE).top1 < 0.8


@pytest.mark.parametrize(
    ("told", "guessed", "macro_f1", "tops"),
    [
        (["a", "b"], ["ab", "ba"], 1.0, (1.0, 1.0, 1.0)),
        (["a", "a", "a", "b"], ["abc", "abc", "abc", "acb"], 3 / 7, (0.75, 0.75, 1.0)),
        (["a", "b"], ["ca", "bc"], 1 / 3, (0.5, 1.0, 1.0)),
    ],
)
def test_macro_f1_counts_every_label_alike_and_top_counts_texts(
    told: list[str], guessed: list[str], macro_f1: float, tops: tuple[float, float, float]
) -> None:
    found = grades(told, guessed)
    assert found.macro_f1 == pytest.approx(macro_f1)
    assert (found.top1, found.top2, found.top3) == tops


def test_a_text_told_twice_is_learnt_once_and_rare_labels_are_left_out() -> None:
    told = [Lesson("灯", "a"), Lesson("灯", "b"), Lesson("水", "a"), Lesson("桶", "c")]
    assert once(told) == [told[0], told[2], told[3]]
    assert often(once(told), least=2) == [told[0], told[2]]


def test_nobodys_telephone_is_a_piece() -> None:
    assert lesson("路灯", "请打13800000013", "a").text == "路灯 路灯 请打"
