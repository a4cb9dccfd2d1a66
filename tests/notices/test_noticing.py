"""Who is told of what: read from the timeline, once, and never anything of the content."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from linli.matters.instructing import instruct
from linli.matters.kind import Kind
from linli.matters.models import Event
from linli.matters.timeline import Timeline, begin
from linli.matters.turning import turn_due
from linli.notices.models import Bookmark, Notice, Text
from linli.notices.noticing import notice_new
from tests.notices.post import begin_noticing, channel, news, reachable, written
from tests.pebble import commands
from tests.town import MONDAY, PHONE, TUESDAY, WEDNESDAY, ZHOU, Town, facts_of, pebble, said, state_of

pytestmark = pytest.mark.django_db
NOWHERE = "http://127.0.0.1:1/"


@pytest.fixture(autouse=True)
def bookmark(town: Town) -> None:
    begin_noticing()


def told() -> list[tuple[str, str, str]]:
    rows = Notice.objects.order_by("pk").values_list("channel__unit__name", "audience", "event__fact")
    return [(str(unit), str(audience), str(fact)) for unit, audience, fact in rows]


def test_the_unit_in_which_a_duty_began_is_told_and_the_units_above_it(town: Town) -> None:
    for unit in (town.north, town.street, town.south):
        channel("wecom", unit=unit, url=NOWHERE)
    pebble(town)
    written(at=MONDAY)
    assert told() == [("北社区", "unit", "Found"), ("柳树街道", "unit", "Found")]


def test_a_channel_that_is_not_for_the_units_below_hears_of_its_own_only(town: Town) -> None:
    channel("wecom", unit=town.street, url=NOWHERE, below=False)
    matter = pebble(town)
    written(at=MONDAY)
    assert told() == []
    said(commands.pass_on, matter, by=town.gu, at=MONDAY, unit=town.street)
    written(at=MONDAY)
    assert told() == [("柳树街道", "unit", "PassedOn")]


def test_a_matter_that_is_passed_on_is_told_where_it_goes(town: Town) -> None:
    for unit in (town.north, town.south):
        channel("wecom", unit=unit, url=NOWHERE)
    matter = pebble(town)
    said(commands.pass_on, matter, by=town.gu, at=TUESDAY, unit=town.south)
    written(at=TUESDAY)
    assert told() == [("北社区", "unit", "Found"), ("南社区", "unit", "PassedOn")]


def test_red_and_orange_are_told_and_yellow_is_not(town: Town) -> None:
    matter = said(commands.carry, pebble(town), by=town.he, at=MONDAY)
    written(at=MONDAY)
    channel("wecom", unit=town.north, url=NOWHERE)
    limit = state_of(matter).marks["limit"].at
    for at in (limit - timedelta(hours=23), limit):
        turn_due(at=at)
        written(at=at)
    matter.refresh_from_db()
    said(commands.warn, matter, by=town.mei, at=limit + timedelta(hours=1))
    written(at=limit + timedelta(hours=1))
    assert facts_of(matter).count("Turned") == 5
    assert ["橙" in row.said for row in Notice.objects.order_by("pk")] == [True, False]
    assert ["红" in row.said for row in Notice.objects.order_by("pk")] == [False, True]


def test_an_instruction_is_told_to_the_unit_it_is_given_to(town: Town) -> None:
    matter = pebble(town)
    written(at=MONDAY)
    channel("wecom", unit=town.north, url=NOWHERE)
    said(instruct, matter, by=town.gu, at=MONDAY, unit=town.north, what="去看看", by_on=date(2026, 3, 6))
    written(at=MONDAY)
    assert told() == [("北社区", "unit", "Instructed")]
    assert "去看看" not in Notice.objects.get().said


def test_an_ordinary_step_tells_nobody(town: Town) -> None:
    channel("wecom", unit=town.north, url=NOWHERE)
    matter = said(commands.carry, pebble(town), by=town.he, at=MONDAY)
    written(at=MONDAY)
    before = len(told())
    said(commands.bring_home, matter, by=town.he, at=MONDAY)
    written(at=MONDAY)
    assert len(told()) == before


def test_the_finder_is_told_by_the_nearest_gateway_what_they_may_read(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    reachable(monkeypatch)
    for unit in (town.county, town.street, town.south):
        channel("sms", unit=unit, url=NOWHERE)
    news(town, pebble(town), at=MONDAY)
    written(at=MONDAY)
    assert told() == [("柳树街道", "resident", "Noted")]
    assert "{link}" in Notice.objects.get().said


def test_who_did_not_ask_to_be_told_is_not(town: Town) -> None:
    channel("sms", unit=town.county, url=NOWHERE)
    news(town, pebble(town), at=MONDAY)
    written(at=MONDAY)
    assert told() == []


def test_the_outbox_holds_no_number_no_name_and_nothing_of_the_content(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    reachable(monkeypatch)
    for sort in ("sms", "wecom", "webhook", "email"):
        channel(sort, unit=town.county, url=NOWHERE)
    news(town, pebble(town, title="桥头的石子"), at=MONDAY, text="桥已修好")
    assert len(written(at=MONDAY)) == 4
    for row in Notice.objects.values():
        assert not [word for word in (PHONE, ZHOU, "桥头", "修好", "/t/") if word in str(row)]


def test_an_event_is_noticed_once_however_often_the_bookmark_is_lost(town: Town) -> None:
    channel("wecom", unit=town.north, url=NOWHERE)
    pebble(town)
    first = written(at=MONDAY)
    Bookmark.objects.update(event=0)
    assert notice_new(at=MONDAY) == 0
    assert [row.key for row in Notice.objects.all()] == [row.key for row in first]


def test_nobody_is_told_of_what_was_before_there_were_notices(town: Town) -> None:
    Bookmark.objects.all().delete()
    channel("wecom", unit=town.north, url=NOWHERE)
    pebble(town)
    written(at=MONDAY)
    assert told() == []
    pebble(town, at=TUESDAY, title="第二枚")
    assert len(written(at=TUESDAY)) == 1


def test_what_is_three_days_old_when_it_is_read_is_no_news(town: Town) -> None:
    channel("wecom", unit=town.north, url=NOWHERE)
    pebble(town, at=MONDAY)
    pebble(town, at=WEDNESDAY, title="第二枚")
    written(at=MONDAY + timedelta(days=4))
    assert told() == [("北社区", "unit", "Found")]


def test_a_channel_speaks_from_its_first_day_to_its_last(town: Town) -> None:
    row = channel("wecom", unit=town.north, url=NOWHERE)
    row.valid_from, row.valid_until = TUESDAY.date(), TUESDAY.date()
    row.save()
    for at in (MONDAY, TUESDAY, WEDNESDAY):
        pebble(town, at=at, title=f"石子 {at:%d}")
        written(at=at)
    assert len(told()) == 1


def test_an_empty_text_switches_an_event_off(town: Town) -> None:
    channel("wecom", unit=town.north, url=NOWHERE)
    Text.objects.create(audience="unit", event="began", kind="pebble", text="", valid_from=date(2020, 1, 1))
    pebble(town)
    written(at=MONDAY)
    assert told() == []


def test_a_text_that_names_a_fact_tells_of_it(town: Town) -> None:
    channel("wecom", unit=town.north, url=NOWHERE)
    matter = said(commands.carry, pebble(town), by=town.he, at=MONDAY)
    written(at=MONDAY)
    for audience in ("unit", "desk"):
        Text.objects.create(audience=audience, event="BroughtHome", text="{number}", valid_from=date(2020, 1, 1))
    said(commands.bring_home, matter, by=town.he, at=MONDAY)
    written(at=MONDAY)
    assert [(who, fact) for _unit, who, fact in told()][-2:] == [("desk", "BroughtHome"), ("unit", "BroughtHome")]


def test_a_matter_that_cannot_be_read_keeps_no_other_from_being_told(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel("wecom", unit=town.north, url=NOWHERE)
    broken = pebble(town)
    pebble(town, title="第二枚")
    monkeypatch.setattr("linli.notices.noticing.begin", broken_for(broken.number))
    written(at=MONDAY)
    assert Notice.objects.exclude(matter=broken).count() == 1
    assert Bookmark.objects.get().event == Event.objects.latest("pk").pk


def broken_for(broken: str) -> Callable[..., Timeline]:
    def opening(kind: Kind, *, number: str) -> Timeline:
        if number == broken:
            raise ValueError(number)
        return begin(kind, number=number)

    return opening
