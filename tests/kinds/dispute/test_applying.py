"""An application for mediation that a resident hands in at the counter, and what they read of its course."""

from uuid import uuid4

import pytest
from django.test import Client

from linli.kinds.dispute.counter import progress
from linli.kinds.dispute.kind import DISPUTE
from linli.matters.commands import Refused, Saying, open_matter
from linli.matters.following import at_the_counter, code_of
from linli.matters.models import Matter
from linli.matters.state import State
from tests.counter.visiting import page, sent, solved
from tests.town import MONDAY, Town, facts_of, state_of

WHAT = {"category": "NB", "title": "楼上漏水", "story": "楼上漏水三个月。", "requests": "修好"}
REACH = {"name": "周小满", "phone": "13800000013", "other": "楼上邻居"}
PLACE = "/counter/dispute/"


def applied(town: Town, **told: object) -> Matter:
    asked = {**WHAT, "name": "周小满", "cell": town.cell, **told}
    saying = Saying(who=at_the_counter(at=MONDAY), at=MONDAY, key=str(uuid4()))
    counter = DISPUTE.counter
    assert counter
    return open_matter(DISPUTE, unit=town.street, told=asked, saying=saying, opening=counter.hand_in).matter


def test_who_applies_is_the_first_party_and_the_other_side_may_follow(town: Town) -> None:
    data = state_of(applied(town, other="楼上邻居")).data
    assert [(party["side"], party["number"]) for party in data["parties"]] == [("a", 1), ("b", 2)]
    assert (data["origin"], data["channel"], data["dispute_class"]) == ("application", "online", "not_police_led")
    assert facts_of(applied(town)).count("PartyAdded") == 1


def test_it_is_to_be_taken_on_or_declined_in_time_like_any_other(town: Town) -> None:
    matter = applied(town)
    assert (matter.stage, matter.cell, matter.unit) == ("registered", town.cell, town.street)
    assert "acceptance" in state_of(matter).marks


def test_a_title_that_names_who_applies_is_refused(town: Town) -> None:
    with pytest.raises(Refused):
        applied(town, title="周小满家漏水")
    assert applied(town).title == WHAT["title"]


def test_the_four_steps_follow_its_stages() -> None:
    steps = {stage: progress(State(kind="dispute", stage=stage)) for stage in DISPUTE.stages}
    assert [steps[stage] for stage in ("registered", "accepted", "mediating", "paused", "agreed", "closed")] == [
        1,
        2,
        3,
        3,
        4,
        4,
    ]


def test_it_is_handed_in_at_the_counter_and_told_to_whoever_applied(town: Town, client: Client) -> None:
    html = page(client, PLACE)
    for told in (WHAT, {"cell": town.cell.code}):
        html = sent(client, html, to=PLACE, **told).content.decode()
    response = sent(client, html, to=PLACE, go="send", nonce=solved(html), **REACH)
    shown = page(client, response.headers["Location"].removesuffix("kept/"))
    assert WHAT["title"] in shown
    assert not [word for word in REACH.values() if word in shown]


@pytest.mark.django_db
def test_its_course_is_told_in_the_words_of_mediation(town: Town, client: Client) -> None:
    html = client.get(f"/t/{code_of(applied(town).number)}/").content.decode()
    steps = html[html.index('<ol class="progress"') :].partition("</ol>")[0]
    assert all(word in steps for word in ("已提交", "已受理", "调解中", "调解结束"))
    assert "已答复" not in html
