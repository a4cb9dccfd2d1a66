"""What closed matters taught is kept as numbers, and suggests on the desk; what is a secret teaches nothing."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client

from linli.kinds.request.kind import REQUEST
from linli.likeness.due_again import Learner, is_due
from linli.likeness.fitting import Recipe, fit
from linli.likeness.learning import learn
from linli.likeness.models import FillRule, Learned
from linli.likeness.packing import packed
from linli.likeness.schooling import lessons_of
from linli.likeness.suggesting import _model, suggested
from linli.matters.models import Event, Matter
from linli.matters.telling import begin_telling, record_many
from linli.policy.book import book
from tests.kinds.request.told import CALL, NAME, lamp, nameless
from tests.likeness.test_suggesting import SAID, lessons
from tests.town import LONG_AGO, MONDAY, Town, viewing

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
ANY = "路灯不亮，垃圾没人清，摊贩占道"
"""It may be any of the three categories."""
NOUGHTS = dict.fromkeys(("categories", "held_back", "macro_f1", "top1", "top2", "top3", "seconds"), 0)


@pytest.fixture(autouse=True)
def _nothing_read_before() -> None:
    """A test that is taken back gives the next one the same id."""
    _model.cache_clear()


def over(town: Town, count: int, *, confidential: bool = False, named: bool = False) -> None:
    """So many requests of each of three categories, that are closed."""
    by, policy = viewing(town.mei).posts[0], book(MONDAY)
    lines = []
    for place in range(count):
        for category, said in SAID.items():
            words = {"category": category, "title": said[place % 4], "story": f"{said[(place + 1) % 4]}{place}"}
            told = nameless(**words, confidential=confidential)
            if named:
                told = lamp(**words | {"story": f"{said[0]}，我是{NAME}，电话{CALL}，{NAME[0]} {NAME[1:]}"})
            lines.append(begin_telling(REQUEST, unit=town.north, told=told, by=by, at=MONDAY, book=policy))
    made = record_many(lines)
    Matter.objects.filter(pk__in=[matter.pk for matter in made]).update(closed_at=MONDAY)


def learned(*, matters: int = 1234, of: int = 300) -> Learned:
    """Of three categories with a hundred each; of fewer nothing is very likely."""
    model = replace(fit(lessons(of), recipe=Recipe(least=1)), sharpness=6.0)
    return Learned.objects.create(kind="request", at=MONDAY, matters=matters, numbers=packed(model), **NOUGHTS)


def test_closed_matters_are_learnt_examined_on_a_fifth_and_suggest(town: Town) -> None:
    over(town, 10)
    found = learn(REQUEST, at=MONDAY, each=5)
    assert found is not None
    assert (found.matters, found.categories, found.held_back) == (30, 3, 6)
    assert found.top3 == 1.0
    told = suggested("路灯不亮", "夜里没有灯", kind=REQUEST, on=MONDAY.date())
    assert told.suggestions[0].category.code == "street-light"
    assert told.learned_from == "30 件已办结事项"


def test_what_is_open_or_confidential_teaches_nothing(town: Town) -> None:
    over(town, 2, confidential=True)
    Matter.objects.update(touched_at=MONDAY)
    assert lessons_of(REQUEST, most=100) == []
    assert learn(REQUEST, at=MONDAY, each=1) is None
    over(town, 1)
    Matter.objects.filter(category="litter").update(closed_at=None)
    assert {one.label for one in lessons_of(REQUEST, most=100)} == {"street-light", "stalls"}


def test_nobody_who_told_anything_is_learnt(town: Town) -> None:
    over(town, 1, named=True)
    told = " ".join(one.text for one in lessons_of(REQUEST, most=100))
    assert "路灯" in told
    for word in (NAME, CALL):
        assert word not in told


def test_it_is_learnt_anew_when_a_day_is_over_and_enough_is_new(town: Town) -> None:
    def due(*, at: datetime) -> bool:
        return is_due(REQUEST, at=at, first=6, new=6)

    over(town, 1)
    assert not due(at=MONDAY)
    over(town, 1)
    assert due(at=MONDAY)
    learned()
    Matter.objects.update(touched_at=MONDAY + DAY)
    assert [due(at=MONDAY + later * DAY / 2) for later in (1, 2)] == [False, True]
    Matter.objects.update(touched_at=MONDAY)
    assert not due(at=MONDAY + DAY)


def test_a_beat_that_looked_does_not_look_again_for_a_while(django_assert_num_queries: object, town: Town) -> None:
    learner = Learner()
    assert learner.beat(at=MONDAY) == 0
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert learner.beat(at=MONDAY + timedelta(minutes=9)) == 0
    assert learner.process is None


def test_three_buttons_are_offered_while_typing_and_nothing_is_kept(client: Client, town: Town) -> None:
    learned()
    client.force_login(town.mei)
    told = {"title": "", "story": ANY}
    page = client.post("/new/request/suggestions/", told, headers={"HX-Request": "true"}).content.decode()
    assert page.count("data-take=") == 3
    assert "1,234 件已办结事项" in page
    assert page.count("已办结 100 件") == 3
    assert "data-take-now" not in page
    assert "<html" not in page
    assert not Event.objects.exists()
    whole = client.post("/new/request/suggestions/", told).content.decode()
    assert f"{ANY}</textarea>" in whole
    assert "data-take=" in whole


@pytest.mark.parametrize("way", ["/new/request/", "/new/request/repeats/"])
def test_what_was_offered_stays_when_the_form_comes_back_and_is_not_taken_by_itself(
    client: Client, town: Town, way: str
) -> None:
    learned()
    FillRule.objects.create(percent=1, valid_from=LONG_AGO)
    client.force_login(town.mei)
    page = client.post(way, {"title": "", "story": ANY}).content.decode()
    assert page.count("data-take=") == 3
    assert "data-take-now" not in page
    assert not Event.objects.exists()


def test_categories_are_offered_right_behind_the_story(client: Client, town: Town) -> None:
    client.force_login(town.mei)
    page = client.get("/new/request/", follow=True).content.decode()
    places = [page.index(f'id="{name}"') for name in ("take_in_story", "suggestions", "take_in_place", "repeats")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("story", "chosen", "filled"),
    [("夜里没有灯，路灯不亮", "", True), (ANY, "", False), ("夜里没有灯，路灯不亮", "litter", False)],
)
def test_a_category_is_filled_in_only_where_the_centre_wants_it_and_nobody_chose(
    client: Client, town: Town, story: str, chosen: str, filled: bool
) -> None:
    learned()
    FillRule.objects.create(percent=95, valid_from=LONG_AGO)
    client.force_login(town.mei)
    told = {"title": "", "story": story, "category": chosen}
    page = client.post("/new/request/suggestions/", told, headers={"HX-Request": "true"}).content.decode()
    assert ("data-take-now" in page) is filled
    assert ("已填入" in page) is filled


def test_nothing_is_very_likely_that_few_closed_matters_bear_out_and_each_says_how_many_do(town: Town) -> None:
    found = []
    for of in (60, 300):
        Learned.objects.all().delete()
        learned(of=of)
        told = suggested("", "夜里没有灯，路灯不亮", kind=REQUEST, on=MONDAY.date())
        found.append([(one.word, one.percent, one.matters) for one in told.suggestions])
    assert found == [[("likely", 85, 20)], [("very likely", 97, 100)]]


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("路灯不亮，灯杆倾斜", ["very likely"]),
        ("路灯不亮，要求赔偿医药费和营养费", ["possibly"]),
        ("孩子要转学，社保怎么转移接续", []),
    ],
)
def test_of_what_is_hardly_known_nothing_is_likely_and_what_is_unlikely_is_not_told(
    town: Town, story: str, words: list[str]
) -> None:
    learned()
    told = suggested("", story, kind=REQUEST, on=MONDAY.date())
    assert [one.word for one in told.suggestions] == words
    assert all(one.share >= 0.1 for one in told.suggestions)


def test_what_is_of_a_category_with_few_matters_is_not_taken_for_another(town: Town) -> None:
    over(town, 10)
    Matter.objects.filter(category="stalls").update(category="noise-shop")
    Matter.objects.filter(pk__in=Matter.objects.filter(category="noise-shop").values("pk")[:5]).update(category="dogs")
    found = learn(REQUEST, at=MONDAY, each=8)
    assert found is not None
    assert (found.matters, found.categories, found.top1) == (30, 2, 1.0)
    assert suggested("摊贩占道", "占道经营", kind=REQUEST, on=MONDAY.date()).suggestions == ()
    [lamp] = suggested("路灯坏了", "路灯不亮", kind=REQUEST, on=MONDAY.date()).suggestions
    assert lamp.category.code == "street-light"


def test_a_model_from_before_its_numbers_were_kept_suggests_and_is_never_very_sure(town: Town) -> None:
    model = replace(fit(lessons(300), recipe=Recipe(least=1)), sharpness=6.0, counts=())
    Learned.objects.create(kind="request", at=MONDAY, matters=300, numbers=packed(model), **NOUGHTS)
    [one] = suggested("", "夜里没有灯，路灯不亮", kind=REQUEST, on=MONDAY.date()).suggestions
    assert (one.word, one.matters) == ("likely", 0)
