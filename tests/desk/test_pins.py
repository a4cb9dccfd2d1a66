"""A pin on the first page: its figure is that of the list it leads to, and a page can bring its own."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.doors.desk import pins
from linli.doors.desk.models import Pin, SavedView
from linli.doors.desk.pins import MOST, Pinned, Shown, To, pins_of, shown, tell_figures
from linli.doors.desk.views.today import listings
from linli.matters.access import Viewer
from linli.matters.queries import counts, page
from linli.policy.calendar import calendar
from linli.reports import offered
from linli.tally.catching import catch_up
from tests.desk.conftest import Desk
from tests.desk.conftest import page as html
from tests.pebble.commands import warn
from tests.reports.stones import AT, STONES, scattered
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
    assert tile == Pinned(Pin.objects.get().pk, "红色", "/matters/?colour=red", Shown(str(total)))
    assert total == 1
    assert "pinned-title" in html(gu, "/")
    assert "“红色”到今日页面" not in html(gu, "/matters/?colour=red")


def test_a_page_brings_the_figures_of_all_its_pins_at_once_or_none(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def figures(who: Viewer, pinned: Sequence[To], at: object) -> list[Shown]:
        asked.append([str(to.query["unit"]) for to in pinned])
        return [Shown(f"{to.query['unit']} %") for to in pinned]

    monkeypatch.setattr(pins, "FIGURES", {})
    who = viewing(town.chen)
    for word, place in (("职责", "/board/?unit=3601"), ("会议", "/meetings/"), ("全县", "/board/?unit=36")):
        pins.pin_page(word, who, page=place, at=TUESDAY)
    tell_figures("board", figures)
    told = [(one.word, one.shown.figure) for one in shown(pins_of(who), who, found={}, at=TUESDAY)]
    assert told == [("职责", "3601 %"), ("会议", ""), ("全县", "36 %")]
    assert asked == [["3601", "36"]]


def test_a_pinned_report_shows_the_figure_it_leads_with_and_more_of_them_ask_no_more(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = replace(STONES, name="sizes", sections=STONES.sections[1:])
    monkeypatch.setattr(offered, "reports", lambda: (STONES, other))
    scattered(town)
    catch_up()
    who, address = viewing(town.chen), "/reports/ready/{}/?unit={}"
    pins.pin_page("街道", who, page=address.format("stones", town.street.code), at=AT)
    one = questions(who)
    pins.pin_page("大小", who, page=address.format("sizes", town.street.code), at=AT)
    assert questions(who) == one
    pins.pin_page("上月", who, page=address.format("stones", town.north.code) + "&period=2026-02", at=AT)
    pins.pin_page("全县", who, page=address.format("stones", town.county.code), at=AT)
    pins.pin_page("已撤", who, page=address.format("gone", town.street.code), at=AT)
    told = {one.word: one.shown for one in shown(pins_of(who), who, found={}, at=AT)}
    assert told["街道"] == Shown("4", "新登记", "2026年3月", "环比 +100.0 %")
    assert (told["大小"], told["上月"].figure, told["上月"].period) == (told["街道"], "1", "2026年2月")
    assert told["全县"] == told["已撤"] == Shown()


def questions(who: Viewer) -> int:
    with CaptureQueriesContext(connection) as asked:
        shown(pins_of(who), who, found={}, at=AT)
    return len(asked)


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
