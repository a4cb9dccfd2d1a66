"""The whole course of a case through the database: from the call to fully closed, and who may do what."""

import pytest

from linli.ground.clock import day_of
from linli.kinds.case.kind import CASE
from linli.matters.commands import NotAllowed
from linli.matters.models import Duty, Matter
from linli.matters.telling import begin_telling, record_many, tell
from linli.matters.verify import verify
from linli.policy.book import book
from linli.staff.posts import held
from tests.kinds.case.in_town import accepted, at_work, light
from tests.kinds.case.pure import DAY
from tests.kinds.case.told import CALL, HOME, NAME, assessing, beating, burglary, filing, say, solved
from tests.town import MONDAY, Town, facts_of, opened, said, state_of

pytestmark = pytest.mark.django_db


def test_from_the_call_to_fully_closed(town: Town) -> None:
    matter = at_work(town, name=NAME, phone=CALL, address=HOME)
    assert (matter.number, matter.holder, matter.stage) == ("AJ-2026-000001", town.he, "filed")
    matter = said(say.assess, matter, by=town.he, at=MONDAY, **assessing("not_yet"))
    matter = said(say.progress, matter, by=town.he, at=MONDAY + DAY, text="比对监控", first_results=True)
    matter = said(say.assess, matter, by=town.he, at=MONDAY + DAY, **assessing("solvable"))
    assert light(matter) == ("red", "Can be solved now: act")
    matter = said(say.report_result, matter, by=town.he, at=MONDAY + 2 * DAY, **solved(day_of(MONDAY + DAY)))
    matter = said(say.send_back, matter, by=town.chen, at=MONDAY + 2 * DAY, why="补充证据")
    matter = said(say.report_result, matter, by=town.he, at=MONDAY + 3 * DAY, **solved(day_of(MONDAY + DAY)))
    matter = said(say.approve_result, matter, by=town.chen, at=MONDAY + 3 * DAY)
    assert (matter.stage, matter.outcome, light(matter)) == ("closed", "solved", ("green", "Fully closed"))
    assert matter.closed_at == MONDAY + 3 * DAY
    assert set(Duty.objects.filter(matter=matter, until_at=None).values_list("role", flat=True)) == {
        "unit",
        "leader",
        "team_lead",
        "holder",
    }
    assert "ComplainantAdded" in facts_of(matter)
    assert verify().differences == ()


def test_an_extension_is_approved_over_the_officer(town: Town) -> None:
    matter = opened(CASE, by=town.mei, unit=town.north, told=beating(MONDAY), at=MONDAY)
    before = state_of(matter).marks["limit"].at
    matter = said(say.ask_extension, matter, by=town.he, at=MONDAY + DAY, why="案情复杂")
    assert matter.marks.filter(name="awaiting").exists()
    with pytest.raises(NotAllowed):
        said(say.approve_extension, matter, by=town.he, at=MONDAY + DAY)
    matter = said(say.approve_extension, matter, by=town.chen, at=MONDAY + 2 * DAY)
    assert (state_of(matter).marks["limit"].at - before).days == 30
    assert not matter.marks.filter(name="awaiting").exists()


def test_the_desk_accepts_and_only_who_handles_or_leads_goes_on(town: Town) -> None:
    matter = accepted(town)
    for verb, told in ((say.assess, assessing()), (say.file, filing(day_of(MONDAY))), (say.progress, {"text": "走访"})):
        with pytest.raises(NotAllowed):
            said(verb, matter, by=town.mei, at=MONDAY, **told)
        matter = said(verb, matter, by=town.he, at=MONDAY, **told)
    with pytest.raises(NotAllowed):
        opened(CASE, by=town.lei, unit=town.north, told=burglary(MONDAY), at=MONDAY)


def test_many_cases_are_told_in_hand_and_written_as_a_set(town: Town) -> None:
    by, known = held(town.gu, on=day_of(MONDAY))[0], book(MONDAY)
    lines = [
        begin_telling(CASE, unit=town.north, told=told, by=by, at=MONDAY, book=known)
        for told in (burglary(MONDAY), beating(MONDAY))
    ]
    for line in lines:
        tell(line, say.assess, told=assessing(), by=by, at=MONDAY, book=known)
    record_many(lines)
    assert list(Matter.objects.filter(kind="case").values_list("colour", flat=True)) == ["red", "red"]
