"""A pin on the first page: its figure is that of the list it leads to, and a page can bring its own."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from linli.doors.desk import pins
from linli.doors.desk.models import Pin, SavedView
from linli.doors.desk.pins import MOST, Pinned, pins_of, shown, tell_figure
from linli.doors.desk.views.today import listings
from linli.matters.access import Viewer
from linli.matters.queries import counts, page
from linli.policy.calendar import calendar
from tests.desk.conftest import Desk
from tests.desk.conftest import page as html
from tests.pebble.commands import warn
from tests.town import TUESDAY, Town, pebble, said, viewing


def test_a_pinned_view_counts_what_its_list_holds_in_the_same_question_as_the_page(town: Town, desk: Desk) -> None:
    said(warn, pebble(town), by=town.mei, at=TUESDAY)
    pebble(town)
    gu, who, at = desk(town.gu), viewing(town.gu, at=timezone.now()), timezone.now()
    gu.post("/views/", {"title": "红色", "colour": "red"})
    view = SavedView.objects.get()
    assert "“红色”到今日页面" in html(gu, "/matters/?colour=red")
    assert gu.post("/pins/", {"view": view.pk}).status_code == 302
    kept = pins_of(who)
    found = counts({**listings(), **pins.listings_of(kept)}, who, at=at, calendar=calendar())
    (tile,) = shown(kept, who, found=found, at=at)
    total = page(pins.listing_of(view), who, at=at, calendar=calendar()).total
    assert tile == Pinned(Pin.objects.get().pk, "红色", "/matters/?colour=red", str(total))
    assert total == 1
    assert "pinned-title" in html(gu, "/")
    assert "“红色”到今日页面" not in html(gu, "/matters/?colour=red")


def test_a_page_brings_its_own_figure_or_none(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def figure(who: Viewer, asked: QueryDict, at: object) -> str:
        return f"{asked['unit']} %"

    monkeypatch.setattr(pins, "FIGURES", {})
    who = viewing(town.chen)
    for word, place in (("职责", "/board/?unit=3601"), ("会议", "/meetings/")):
        pins.pin_page(word, who, page=place, at=TUESDAY)
    tell_figure("board", figure)
    told = [(one.word, one.figure) for one in shown(pins_of(who), who, found={}, at=TUESDAY)]
    assert told == [("职责", "3601 %"), ("会议", "")]


def test_a_pin_to_a_page_that_is_no_more_leaves_the_first_page_as_it_is(town: Town, desk: Desk) -> None:
    Pin.objects.create(owner=town.gu, word="旧页", page="/gone/in/a/later/version/", made_at=TUESDAY)
    assert "旧页" in html(desk(town.gu), "/")


def test_a_pin_is_ones_own_and_leads_nowhere_else(town: Town, desk: Desk) -> None:
    gu, sun = desk(town.gu), desk(town.sun)
    for page_ in ("//example.cn/", "https://example.cn/", "/nowhere/at/all/", "javascript:1", ""):
        gu.post("/pins/", {"word": "外面", "page": page_})
    assert not Pin.objects.exists()
    view = SavedView.objects.create(owner=town.gu, title="只给自己", made_at=TUESDAY)
    assert sun.post("/pins/", {"view": view.pk}).status_code == 404
    gu.post("/pins/", {"view": view.pk})
    gu.post("/pins/", {"view": view.pk})
    pin = Pin.objects.get()
    assert sun.post(f"/pins/{pin.pk}/forget/").status_code == 404
    assert gu.post(f"/pins/{pin.pk}/forget/").status_code == 302
    assert not Pin.objects.exists()


def test_a_view_taken_away_or_no_longer_shared_takes_its_pins_along(town: Town) -> None:
    view = SavedView.objects.create(owner=town.gu, unit=town.north, title="共享", made_at=TUESDAY)
    mei = viewing(town.mei)
    pins.pin_view(view, mei, at=TUESDAY)
    view.unit = town.south
    view.save()
    assert pins_of(mei) == []
    view.delete()
    assert not Pin.objects.exists()


def test_so_many_pins_and_no_more(town: Town, desk: Desk) -> None:
    gu = desk(town.gu)
    for place in range(MOST + 1):
        gu.post("/pins/", {"word": "页", "page": f"/matters/?q={place}"})
    assert Pin.objects.count() == MOST
