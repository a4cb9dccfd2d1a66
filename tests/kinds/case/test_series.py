"""Cases linked into a series, and taken out again: both say so, or neither."""

import json
from typing import Any

import pytest

from linli.kinds.case.kind import CASE
from linli.matters.command import Refused
from linli.matters.models import Event, Matter, Tie
from linli.matters.ties import sharing
from linli.matters.verify import verify
from linli.policy.models import Series
from tests.kinds.case.in_town import accepted
from tests.kinds.case.told import burglary, say
from tests.kinds.dispute.in_town import registered
from tests.town import MONDAY, TUESDAY, Town, opened, said, state_of, viewing

pytestmark = pytest.mark.django_db


def linked(matter: Matter, other: str, town: Town, *, by: Any = None) -> Matter:
    matter.refresh_from_db()
    return said(say.link_series, matter, by=by or town.he, at=TUESDAY, other=other, why="同样撬窗入室")


def told_in(matter: Matter) -> list[tuple[str, str]]:
    rows = Event.objects.filter(matter=matter, fact="SeriesJoined").order_by("seq").values_list("payload", flat=True)
    return [(told["series"], told["other"]) for told in map(json.loads, rows)]


def test_two_cases_in_no_series_get_a_new_one_and_each_names_the_other(town: Town) -> None:
    first, second = accepted(town), accepted(town)
    linked(second, first.number, town)
    assert told_in(first) == [("CB-2026-0001", second.number)]
    assert told_in(second) == [("CB-2026-0001", first.number)]
    assert state_of(first).tied("series") == state_of(second).tied("series") == ["CB-2026-0001"]
    assert list(sharing(viewing(town.he), "series", "CB-2026-0001")) == [first, second]
    assert verify().differences == ()


def test_a_third_joins_by_a_case_or_by_the_number_of_the_series(town: Town) -> None:
    first, second, third, fourth = (accepted(town) for _each in range(4))
    linked(first, second.number, town)
    linked(third, second.number, town)
    linked(fourth, "CB-2026-0001", town)
    assert sharing(viewing(town.he), "series", "CB-2026-0001").count() == 4
    assert told_in(second)[-1] == ("CB-2026-0001", third.number)
    assert told_in(fourth) == [("CB-2026-0001", "")]
    trace = CASE.trace(state_of(fourth))
    assert trace is not None
    assert trace.series == "CB-2026-0001"
    with pytest.raises(Refused):
        linked(fourth, "CB-2026-0001", town)


def test_two_series_are_not_merged_and_two_of_one_series_not_linked_again(town: Town) -> None:
    first, second, third, fourth = (accepted(town) for _each in range(4))
    linked(first, second.number, town)
    linked(third, fourth.number, town)
    for other in (second.number, third.number, "CB-2026-0002", first.number):
        with pytest.raises(Refused):
            linked(first, other, town)
    assert Series.objects.get(code="case.series", year=2026).last == 2
    third.refresh_from_db()
    third = said(say.unlink_series, third, by=town.he, at=TUESDAY, why="手法不同")
    assert state_of(third).tied("series") == []
    assert state_of(linked(third, first.number, town)).tied("series") == ["CB-2026-0001"]
    assert Tie.objects.filter(matter=third).count() == 2
    assert verify().differences == ()


def test_what_one_may_not_see_or_is_no_case_cannot_be_linked(town: Town) -> None:
    first, quarrel = accepted(town), registered(town)
    foreign = opened(CASE, by=town.sun, unit=town.south, told=burglary(MONDAY), at=MONDAY)
    for other in (foreign.number, quarrel.number, "AJ-2026-999999", "CB-2026-0001"):
        with pytest.raises(Refused, match=r"no such|没有该"):
            linked(first, other, town)
    assert told_in(foreign) == []
    assert Series.objects.get(code="case.series", year=2026).last == 0


def test_a_case_over_the_border_needs_a_post_that_works_on_both(town: Town) -> None:
    first = accepted(town)
    foreign = opened(CASE, by=town.sun, unit=town.south, told=burglary(MONDAY), at=MONDAY)
    foreign = said(say.assign, foreign, by=town.chen, at=MONDAY, officer=town.he)
    linked(first, foreign.number, town)
    assert told_in(foreign) == [("CB-2026-0001", first.number)]


def test_a_case_that_ended_otherwise_is_not_linked_and_the_first_one_stays_as_it_was(town: Town) -> None:
    first, ended = accepted(town), accepted(town)
    said(say.decline_filing, ended, by=town.gu, at=MONDAY, decline_reason="no_offence", told="已书面告知")
    with pytest.raises(Refused, match=ended.number):
        linked(first, ended.number, town)
    assert (told_in(first), state_of(first).ties) == ([], [])


def test_only_what_is_in_a_series_is_taken_out(town: Town) -> None:
    with pytest.raises(Refused):
        said(say.unlink_series, accepted(town), by=town.he, at=MONDAY, why="手法不同")
