"""A request told again is seen: at the form while it is typed and on its page, by what and where, never by who."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from linli.doors.desk import gate
from linli.kinds.request.kind import REQUEST
from linli.likeness.repeats import Repeat, repeats, repeats_of, typed
from linli.matters.models import Event, Look, Matter, Receipt
from linli.staff.models import User
from tests.kinds.request.in_town import accepted, clerk, dispatched, taken_in
from tests.kinds.request.told import CALL, NAME, say, sending
from tests.town import MONDAY, THURSDAY, TUESDAY, Town, pebble, said, viewing

pytestmark = pytest.mark.django_db

AGAIN = {
    "title": "路灯坏了",
    "story": "3号楼门口路灯不亮已三天",
    "category": "street-light",
    "name": NAME,
    "phone": CALL,
    "place": "柳树街",
}
WHERE = "/new/request/repeats/"
SCRIPTED = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def thursday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "present", lambda: THURSDAY)


def found(town: Town, *, by: User | None = None, at: Any = THURSDAY, **more: Any) -> list[Repeat]:
    told = {"category": "street-light", "cell": town.cell.pk, "point": None, "words": (AGAIN["story"],), **more}
    return repeats(typed(at=at, **told), viewing(by or clerk(town)), kind=REQUEST, at=at, most=5)


def numbers(rows: list[Repeat]) -> list[str]:
    return [one.matter.number for one in rows]


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def asked(town: Town, **more: Any) -> Any:
    cell = f"{town.cell.unit.label} ({town.cell.code})"
    headers = more.pop("headers", {})
    return signed_in(clerk(town)).post(WHERE, {**AGAIN, "cell": cell, **more}, headers=headers)


def test_the_open_request_nearby_is_proposed_with_its_reasons_in_both_languages(town: Town) -> None:
    matter = taken_in(town, cell=town.cell)
    [one] = found(town)
    assert one.matter == matter
    with translation.override("zh-hans"):
        assert one.why == "类型相同 · 在同一网格 · 3 天前 · 描述相近"
    with translation.override("en"):
        assert one.why == "same category · in the same grid · 3 days ago · told in like words"


def test_what_is_far_old_closed_of_another_group_or_of_another_kind_is_not(town: Town) -> None:
    point = (115.001, 28.001)
    near = taken_in(town, point=(115.002, 28.001))
    taken_in(town, point=(115.02, 28.001))
    taken_in(town, point=point, at=MONDAY - timedelta(days=40))
    taken_in(town, point=point, category="litter")
    taken_in(town)
    pebble(town)
    ended = taken_in(town, point=point)
    said(say.not_accept, ended, by=clerk(town), at=MONDAY, refusal_ground="other", answer="请向法院起诉。")
    assert numbers(found(town, cell=None, point=point)) == [near.number]


def test_without_a_place_or_a_category_nothing_is_looked_for(town: Town) -> None:
    taken_in(town, cell=town.cell)
    assert found(town, cell=None) == []
    assert found(town, category="") == []


def test_where_the_place_is_told_in_words_only_its_words_are_laid_beside_each_other(town: Town) -> None:
    gridded = taken_in(town, cell=town.cell, place="柳树街3号楼东侧")
    in_words = taken_in(town, place="柳树街三号楼", at=TUESDAY)
    taken_in(town, place="惊蛰巷菜场")
    taken_in(town, place="")
    other = taken_in(town, place="柳树街3号楼", story="沙堆占道", title="沙堆")
    rows = found(town, cell=None, place="柳树街3号楼")
    assert numbers(rows) == [in_words.number, gridded.number, other.number]
    with translation.override("zh-hans"):
        assert rows[1].why == "类型相同 · 地点描述中相同的词：柳树街、3号楼 · 3 天前 · 描述相近"
    with translation.override("en"):
        assert "words of the place in common: 柳树街" in rows[1].why


def merged(town: Town, matter: Matter, into: Matter) -> Matter:
    matter.refresh_from_db()
    return said(say.merge, matter, by=clerk(town), at=TUESDAY, into=into.number, why="同一盏灯")


def test_what_was_merged_is_one_with_the_matter_it_goes_with_which_stands_for_it(town: Town) -> None:
    lead = accepted(town, cell=town.cell, title="路灯", story="灯坏")
    along = [taken_in(town, cell=town.cell, at=TUESDAY) for _each in range(5)]
    alone = taken_in(town, cell=town.cell, at=TUESDAY)
    for one in along:
        merged(town, one, lead)
    [first, second] = found(town)
    assert (first.matter, second.matter) == (lead, alone)
    assert set(first.along) == {one.number for one in along}
    assert "另有 5 件已并入该件" in asked(town, headers=SCRIPTED).content.decode()


def test_on_its_page_what_is_one_with_it_is_not_proposed(town: Town) -> None:
    lead = accepted(town, cell=town.cell)
    first, second, alone = (taken_in(town, cell=town.cell) for _each in range(3))
    for one in (first, second):
        merged(town, one, lead)
    for one in (lead, first, second):
        assert numbers(repeats_of(one, viewing(clerk(town)), at=THURSDAY, most=5)) == [alone.number]
    first.refresh_from_db()
    said(say.unmerge, first, by=clerk(town), at=TUESDAY, why="另一盏灯")
    assert set(numbers(repeats_of(alone, viewing(clerk(town)), at=THURSDAY, most=5))) == {lead.number, first.number}


def test_whoever_may_not_see_what_they_go_with_is_told_of_the_likeliest_alone(town: Town) -> None:
    lead = accepted(town, cell=town.cell)
    along = [dispatched(town, cell=town.cell) for _each in range(2)]
    for one in along:
        merged(town, one, lead)
    [row] = found(town, by=town.he)
    assert [row.matter.number, *row.along] == [one.number for one in along]


def test_the_place_that_was_put_right_is_the_one_that_counts(town: Town) -> None:
    matter = taken_in(town, place="惊蛰巷菜场")
    assert found(town, cell=None, place="柳树街3号楼") == []
    said(say.correct_place, matter, by=clerk(town), at=TUESDAY, place="柳树街3号楼")
    assert numbers(found(town, cell=None, place="柳树街3号楼")) == [matter.number]
    assert found(town, cell=None, place="惊蛰巷菜场") == []


def test_on_its_page_a_request_without_a_cell_is_compared_by_its_place_in_words(town: Town) -> None:
    first, later = taken_in(town), taken_in(town, at=TUESDAY)
    assert numbers(repeats_of(later, viewing(clerk(town)), at=TUESDAY, most=5)) == [first.number]


def test_a_sibling_of_the_category_comes_behind(town: Town) -> None:
    sibling = taken_in(town, cell=town.cell, category="manhole")
    own = taken_in(town, cell=town.cell)
    assert numbers(found(town)) == [own.number, sibling.number]


def test_who_may_not_see_a_request_is_not_told_of_it(town: Town) -> None:
    matter = dispatched(town, cell=town.cell)
    assert numbers(found(town, by=town.he)) == [matter.number]
    assert found(town, by=town.sun) == []
    assert found(town, by=town.fang) == []


def test_a_confidential_request_is_proposed_at_its_desk_and_nowhere_else(town: Town) -> None:
    matter = accepted(town, cell=town.cell, confidential=True)
    said(say.dispatch, matter, by=clerk(town), at=MONDAY, **sending(town.north, task="核实路灯"))
    assert numbers(found(town)) == [matter.number]
    assert found(town, by=town.he) == []
    assert repeats_of(matter, viewing(town.he), at=TUESDAY, most=5) == []


@pytest.mark.parametrize("where", [{}, {"cell": None, "place": "柳树街3号楼"}])
def test_the_questions_are_as_many_for_three_as_for_twenty_three(town: Town, where: dict[str, Any]) -> None:
    asked_of = []
    for more in (3, 20):
        for _each in range(more):
            taken_in(town, cell=town.cell)
        found(town, **where)
        with CaptureQueriesContext(connection) as queries:
            assert len(found(town, **where)) == min(more, 5)
        asked_of.append(len(queries))
    assert asked_of[0] == asked_of[1]


def test_the_fragment_shows_it_while_one_types_and_keeps_nothing(town: Town) -> None:
    matter = taken_in(town, cell=town.cell)
    kept = [model.objects.count() for model in (Matter, Event, Look, Receipt)]
    page = asked(town, headers=SCRIPTED)
    html = page.content.decode()
    assert page.status_code == 200
    assert f'href="/m/{matter.number}/"' in html
    assert "类型相同" in html
    assert "<html" not in html
    assert NAME not in html
    assert [model.objects.count() for model in (Matter, Event, Look, Receipt)] == kept


def test_the_fragment_says_nothing_where_nothing_is_known_or_found(town: Town) -> None:
    assert asked(town, headers=SCRIPTED).content.decode().strip() == ""
    assert asked(town, cell="", category="", headers=SCRIPTED).content.decode().strip() == ""


def test_words_of_the_place_are_enough_while_one_types(town: Town) -> None:
    matter = taken_in(town)
    html = asked(town, cell="", place="柳树街3号楼东边", headers=SCRIPTED).content.decode()
    assert f'href="/m/{matter.number}/"' in html
    assert "地点描述中相同的词：柳树街" in html


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "疑似重复"), ("en", "Likely repeats")])
def test_without_scripts_the_page_comes_back_with_all_that_was_typed(town: Town, language: str, word: str) -> None:
    matter = taken_in(town, cell=town.cell)
    client = signed_in(clerk(town))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    told = {**AGAIN, "title": "", "cell": town.cell.code, "confidential": "on", "key": KEY}
    html = client.post(WHERE, told).content.decode()
    assert matter.number in html
    assert word in html
    assert f'value="{CALL}"' in html
    assert AGAIN["story"] in html
    assert f'value="{KEY}"' in html
    assert 'role="alert"' not in html
    assert Matter.objects.count() == 1


def test_without_a_place_the_page_says_what_to_put_in(town: Town) -> None:
    taken_in(town, cell=town.cell)
    assert "请先填写类型" in asked(town, cell="", place="").content.decode()
    assert "没有疑似重复" in asked(town, category="litter").content.decode()


def test_the_browser_sends_neither_name_nor_number_while_one_types(town: Town) -> None:
    html = signed_in(clerk(town)).get("/new/request/", follow=True).content.decode()
    assert f'hx-post="{WHERE}"' in html
    assert 'hx-params="csrfmiddlewaretoken,post,category,cell,point,place,title,story"' in html
    assert "repeats" not in signed_in(town.mei).get("/new/pebble/", follow=True).content.decode()


def test_on_its_page_the_later_one_opens_the_merging_with_the_earlier(town: Town) -> None:
    first = accepted(town, cell=town.cell)
    later = taken_in(town, cell=town.cell, at=TUESDAY)
    desk = signed_in(clerk(town))
    assert f'hx-get="/m/{later.number}/repeats/"' in desk.get(f"/m/{later.number}/").content.decode()
    html = desk.get(f"/m/{later.number}/repeats/").content.decode()
    step = f"/m/{later.number}/merge/?into={first.number}"
    assert step in html
    assert f'value="{first.number}"' in desk.get(step).content.decode()
    back = desk.get(f"/m/{first.number}/repeats/", headers=SCRIPTED).content.decode()
    assert later.number in back
    assert "/merge/" not in back


def test_who_may_not_merge_sees_no_such_step_and_what_is_merged_is_not_proposed_again(town: Town) -> None:
    first = accepted(town, cell=town.cell)
    later = taken_in(town, cell=town.cell, at=TUESDAY)
    html = signed_in(town.lei).get(f"/m/{later.number}/repeats/").content.decode()
    assert first.number in html
    assert "/merge/" not in html
    said(say.merge, later, by=clerk(town), at=TUESDAY, into=first.number, why="同一路灯")
    assert repeats_of(later, viewing(clerk(town)), at=TUESDAY, most=5) == []


def test_a_kind_that_tells_no_story_has_no_card(town: Town) -> None:
    stone = pebble(town)
    desk = signed_in(town.wang)
    assert "/repeats/" not in desk.get(f"/m/{stone.number}/").content.decode()
    assert repeats_of(stone, viewing(town.wang), at=MONDAY, most=5) == []


KEY = "0a6f5d0e-7f36-4f9b-9f0c-6f8d1f7f0003"
