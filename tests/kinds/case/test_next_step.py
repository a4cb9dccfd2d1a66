"""What the desk offers first of a case: to the clerk who accepted it, to an officer, to a mediator."""

import re

import pytest
from django.test import Client

from linli.ground.clock import day_of
from linli.kinds.case.choices import ASSESSMENTS, GROUNDS, SUPPORTS
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.models import Matter
from linli.staff.models import User
from tests.kinds.case.in_town import accepted
from tests.kinds.case.pure import DAY, TODAY, criminal, filed
from tests.kinds.case.told import assessing, filing, say, solved
from tests.town import MONDAY, Town, said

INVESTIGATING = ("take_on", "file", "assess", "progress", "link_series", "describe_method", "decline_filing")


def foremost(client: Client, user: User, matter: Matter) -> str:
    """The verb that stands first and in colour."""
    client.force_login(user)
    page = client.get(f"/m/{matter.number}/").content.decode()
    found = re.search(r'step-next">\s*<ul><li><a href="/m/[^/]+/(\w+)/"', page)
    return found[1] if found else ""


@pytest.mark.django_db
def test_the_clerk_hands_it_on_and_the_officer_takes_it_on_files_assesses_and_goes_on(
    client: Client, town: Town
) -> None:
    matter = accepted(town)
    assert (foremost(client, town.mei, matter), foremost(client, town.he, matter)) == ("hand_to", "take_on")
    matter = said(say.take_on, matter, by=town.he, at=MONDAY)
    assert (matter.holder, foremost(client, town.he, matter)) == (town.he, "file")
    assert foremost(client, town.mei, matter) == ""
    matter = said(say.file, matter, by=town.he, at=MONDAY, **filing(day_of(MONDAY)))
    assert foremost(client, town.he, matter) == "assess"
    matter = said(say.assess, matter, by=town.he, at=MONDAY, **assessing())
    assert foremost(client, town.he, matter) == "progress"


@pytest.mark.django_db
def test_who_has_no_next_step_reads_whose_it_is(client: Client, town: Town) -> None:
    matter = said(say.take_on, accepted(town), by=town.he, at=MONDAY)
    client.force_login(town.mei)
    assert "下一步：立案（由承办人、组长办理）" in client.get(f"/m/{matter.number}/").content.decode()


@pytest.mark.django_db
def test_a_mediator_is_offered_no_step_of_an_investigation(client: Client, town: Town) -> None:
    matter = accepted(town)
    client.force_login(town.wang)
    page = client.get(f"/m/{matter.number}/").content.decode()
    assert not [verb for verb in INVESTIGATING if f"/m/{matter.number}/{verb}/" in page]
    with pytest.raises(NotAllowed):
        said(say.take_on, matter, by=town.wang, at=MONDAY)
    assert said(say.take_on, matter, by=town.he, at=MONDAY).holder == town.he


@pytest.mark.django_db
def test_what_nobody_has_in_hand_counts_as_new(client: Client, town: Town) -> None:
    matter = accepted(town)
    client.force_login(town.mei)
    assert matter.number in client.get("/matters/?taken=no").content.decode()
    said(say.take_on, matter, by=town.he, at=MONDAY)
    assert matter.number not in client.get("/matters/?taken=no").content.decode()


def test_every_ground_supports_some_assessment_and_every_assessment_has_a_ground() -> None:
    assert set(SUPPORTS) == set(GROUNDS)
    assert set().union(*SUPPORTS.values()) == set(ASSESSMENTS)
    assert all(SUPPORTS.values())


@pytest.mark.parametrize(("assessment", "ground"), [("solvable", "no_lead"), ("not_yet", "clear_lead")])
def test_an_assessment_against_its_own_ground_is_refused(assessment: str, ground: str) -> None:
    told = criminal()
    with pytest.raises(Refused, match=r"no ground for|不能作为"):
        told.say(say.assess, at=MONDAY, **assessing(assessment, assessment_ground=ground))
    told.say(say.assess, at=MONDAY, **assessing(assessment))
    assert told.state.flags == [assessment]


def test_nothing_is_solved_before_it_happened() -> None:
    told = filed(criminal())
    with pytest.raises(Refused, match=r"happened only on|发案时间为"):
        told.say(say.report_result, at=MONDAY + DAY, **solved(TODAY - 3 * DAY))
    told.say(say.report_result, at=MONDAY + DAY, **solved(TODAY))
    assert told.state.stage == "reported"
