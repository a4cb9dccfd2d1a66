"""A dispute goes on as a case, and a case as a dispute: both name the other's number and are tied to it."""

import pytest
from django.test import Client

from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.everyday import rename
from linli.matters.models import Matter
from linli.matters.ties import sharing
from linli.matters.verify import verify
from tests.kinds.case.in_town import accepted, at_work, light
from tests.kinds.case.told import assessing, say
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.told import CALM, DANGER
from tests.kinds.dispute.told import say as say_to_dispute
from tests.town import MONDAY, Town, facts_of, said, state_of, viewing

pytestmark = pytest.mark.django_db

TOLD = {"title": "调解中动手打人", "text": "调解中一方动手。", "why": "涉嫌违法"}


def test_a_dispute_that_cannot_be_mediated_arrives_as_a_case_with_its_link(town: Town) -> None:
    dispute = said(say_to_dispute.convert, in_mediation(town), by=town.chen, at=MONDAY, to_kind="case", **TOLD)
    case = Matter.objects.get(kind="case")
    state = state_of(case)
    assert (case.number, case.title, case.stage) == ("AJ-2026-000001", TOLD["title"], "accepted")
    assert (case.unit, case.category, state.data["source"]) == (town.north, "admin-other", "handed_over")
    assert light(case) == ("yellow", "Accepted; to be assessed")
    assert (state.tied("from"), state.data["from_number"]) == ([dispute.number], dispute.number)
    assert state_of(dispute).tied("goes_on_as") == [case.number]
    assert list(sharing(viewing(town.chen), "from", dispute.number)) == [case]
    assert facts_of(case)[0] == "TakenOver"
    assert verify().differences == ()


def test_a_case_that_is_really_a_dispute_goes_the_other_way(town: Town) -> None:
    case = said(say.assess, at_work(town), by=town.he, at=MONDAY, **assessing())
    with pytest.raises(Refused):
        said(say.convert, case, by=town.gu, at=MONDAY, to_kind="case", **TOLD)
    case = said(say.convert, case, by=town.gu, at=MONDAY, to_kind="dispute", **TOLD)
    dispute = Matter.objects.get(kind="dispute")
    assert (case.stage, case.outcome, state_of(case).marks) == ("converted", "converted", {})
    assert light(case) == ("green", "Handed over; it goes on as another matter")
    assert state_of(case).tied("goes_on_as") == [dispute.number]
    assert state_of(dispute).tied("from") == [case.number]
    assert state_of(dispute).data["from_number"] == case.number
    assert verify().differences == ()


def test_an_unclassified_case_has_no_trace_until_somebody_says_when(town: Town) -> None:
    said(say_to_dispute.convert, in_mediation(town), by=town.chen, at=MONDAY, to_kind="case", **TOLD)
    case = Matter.objects.get(kind="case")
    assert state_of(case).data["occurred_from"] is None
    case = said(say.classify, case, by=town.he, at=MONDAY, category="beating")
    case = said(say.correct_occurrence, case, by=town.he, at=MONDAY, occurred_from=MONDAY, cell=town.cell)
    assert (case.category, case.cell) == ("beating", town.cell)


def test_danger_is_not_lost_on_the_way_and_ends_with_an_assessment(client: Client, town: Town) -> None:
    dispute = said(say_to_dispute.assess, in_mediation(town), by=town.wang, at=MONDAY, **DANGER)
    said(say_to_dispute.convert, dispute, by=town.chen, at=MONDAY, to_kind="case", **TOLD)
    case = Matter.objects.get(kind="case")
    assert light(case) == ("red", "Handed over because someone may get hurt: look at it now")
    assert (state_of(case).marks["assess"].at, facts_of(case)) == (MONDAY, ["TakenOverUrgently", "Turned"])
    client.force_login(town.chen)
    page = client.get(f"/m/{case.number}/").content.decode()
    assert f"由{dispute.number}转来，可能有人受到伤害：行政" in page
    case = said(say.assess, case, by=town.he, at=MONDAY, **assessing("not_yet"))
    assert (light(case)[0], state_of(case).flags) == ("orange", ["not_yet"])


def test_danger_comes_back_with_a_case_that_nobody_has_assessed(town: Town) -> None:
    dispute = said(say_to_dispute.assess, in_mediation(town), by=town.wang, at=MONDAY, **DANGER)
    said(say_to_dispute.convert, dispute, by=town.chen, at=MONDAY, to_kind="case", **TOLD)
    said(say.convert, Matter.objects.get(kind="case"), by=town.chen, at=MONDAY, to_kind="dispute", **TOLD)
    again = Matter.objects.filter(kind="dispute").latest("pk")
    assert light(again) == ("red", "Someone may get hurt, and the danger check is due again")
    again = said(say_to_dispute.assess, again, by=town.wang, at=MONDAY, **CALM)
    assert light(again) == ("yellow", "Ordinary, in hand")


def test_no_title_names_who_was_in_the_matter_it_came_from_or_goes_on_as(town: Town) -> None:
    dispute = said(say_to_dispute.convert, in_mediation(town), by=town.chen, at=MONDAY, to_kind="case", **TOLD)
    case = Matter.objects.get(kind="case")
    case = said(say.add_complainant, case, by=town.mei, at=MONDAY, name="马小军", phone="13900000017")
    for matter, titles in ((case, ("周桂兰被打", "电话13800000012")), (dispute, ("马小军来过", "电话13900000017"))):
        for title in titles:
            with pytest.raises(Refused, match="不写"):
                said(rename, matter, by=town.mei, at=MONDAY, title=title)
        assert said(rename, matter, by=town.mei, at=MONDAY, title="阳台渗水后动手").title == "阳台渗水后动手"


def test_only_who_may_approve_hands_it_over(town: Town) -> None:
    case = accepted(town)
    with pytest.raises(NotAllowed):
        said(say.convert, case, by=town.he, at=MONDAY, to_kind="dispute", **TOLD)
    assert said(say.convert, case, by=town.chen, at=MONDAY, to_kind="dispute", **TOLD).stage == "converted"
