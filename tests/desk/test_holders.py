"""Who holds a matter, on its page: a strip, its list and its sums, told from the events the page has already."""

import re
from datetime import timedelta
from html import unescape

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.doors.desk.holders import strip_of
from linli.matters.kind import kind_named
from linli.matters.lines import names_of
from linli.matters.models import Matter
from linli.matters.reading import events_of
from tests.desk.conftest import Desk, page
from tests.kinds.request.at_counter import called, lead
from tests.kinds.request.in_town import clerk, in_hand
from tests.kinds.request.told import answer, say
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Town, said, state_of


def came_back(town: Town) -> Matter:
    """Suspended, taken up, replied, closed on Friday and opened again on Monday."""
    matter = said(say.suspend, in_hand(town), by=town.chen, at=TUESDAY, why="等待鉴定")
    matter = said(say.resume, matter, by=town.chen, at=WEDNESDAY, why="结论已出")
    matter = said(say.reply, matter, by=town.he, at=THURSDAY, **answer())
    return said(say.reopen, called(matter, by=clerk(town), at=FRIDAY), by=lead(town), at=NEXT_MONDAY, why="隐患复发")


def test_the_strip_its_list_and_its_sums_tell_the_same_course(town: Town, desk: Desk) -> None:
    matter = came_back(town)
    events, state = events_of(matter), state_of(matter)
    kind, names = kind_named("request"), names_of(state, events)
    strip = strip_of(matter, kind, events, names=names, at=NEXT_MONDAY + timedelta(days=1))
    assert [(one.clock, one.user, one.start, one.width) for one in strip.segments] == [
        ("running", "何苗", 0, 125),
        ("paused", "何苗", 125, 125),
        ("running", "何苗", 250, 250),
        ("shut", "何苗", 500, 375),
        ("running", "", 875, 125),
    ]
    assert [one.word for one in strip.segments][::2] == ["已计时", "已计时", "计时中"]
    assert (strip.elapsed, strip.shut) == ("5 天", "3 天")
    card = holders(desk, town, matter)
    assert len(re.findall(r"<rect class=\"held-\d", card)) == card.count('class="held-key') == 5
    assert (card.count("暂停计时"), card.count("合计历时")) == (3, 1)
    assert "style=" not in card


def test_the_strip_asks_nothing_of_the_database_that_the_page_did_not(town: Town) -> None:
    matter = came_back(town)
    events, state = events_of(matter), state_of(matter)
    names = names_of(state, events)
    assert (len(names.people), len(names.places)) > (0, 0)
    with CaptureQueriesContext(connection) as asked:
        strip_of(matter, kind_named("request"), events, names=names, at=timezone.now())
    assert len(asked) == 0


def test_in_the_moment_of_closing_no_clock_is_running_any_more(town: Town) -> None:
    replied = said(say.reply, in_hand(town), by=town.he, at=THURSDAY, **answer())
    matter = called(replied, by=clerk(town), at=FRIDAY)
    events, state = events_of(matter), state_of(matter)
    strip = strip_of(matter, kind_named("request"), events, names=names_of(state, events), at=FRIDAY)
    assert {one.word for one in strip.segments} == {"已计时"}


def test_a_matter_opened_this_moment_has_no_strip_yet(town: Town) -> None:
    matter = in_hand(town)
    events, state = events_of(matter), state_of(matter)
    told = strip_of(matter, kind_named("request"), events, names=names_of(state, events), at=MONDAY)
    assert (told.segments, told.by_unit) == ((), [])


def holders(desk: Desk, town: Town, matter: Matter) -> str:
    shown = page(desk(clerk(town)), f"/m/{matter.number}/")
    start = shown.index('aria-labelledby="holders-title"')
    return unescape(shown[start : shown.index("</section>", start)])
