"""What the forms of a dispute ask before they send: nothing is answered that nobody said."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from linli.kinds.dispute.forms.ending import CloseForm, VisitForm
from linli.matters.command import CommandForm, Scene
from linli.matters.models import Matter
from tests.kinds.dispute.profile import policy
from tests.kinds.dispute.pure import BY, Told
from tests.kinds.dispute.stages import DAY, MONDAY, accepted, terminated, visited
from tests.kinds.dispute.told import CALM, DANGER, say
from tests.town import Town, state_of

WINDOW = {
    "title": "阳台渗水",
    "story": "楼上渗水，两家争执。",
    "category": "NB",
    "dispute_class": "not_police_led",
    "channel": "window",
    "origin": "application",
    "households": "2",
    "parties-0-side": "a",
    "parties-0-name": "周桂兰",
}


def form_of(form: type[CommandForm], told: Told, data: dict[str, Any] | None = None, *, at: datetime) -> CommandForm:
    return form(data, scene=Scene(state=told.state, told={}, by=BY, at=at, book=policy(at), number="TJ-2026-000001"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "ticked", "checks"),
    [("not_yet", [], 0), ("none", [], 1), ("some", ["weapon_at_hand"], 1), ("", ["weapon_at_hand"], 1)],
)
def test_a_danger_check_is_recorded_only_when_the_signs_were_asked_about(
    client: Client, town: Town, asked: str, ticked: list[str], checks: int
) -> None:
    client.force_login(town.mei)
    told = {**WINDOW, "danger_asked": asked, "dangers": ticked}
    assert client.post("/new/dispute/", told).status_code == 303
    state = state_of(Matter.objects.get(kind="dispute"))
    assert len(state.data["checks"]) == checks
    assert ("danger" in state.flags) == bool(ticked)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "ticked", "said"),
    [
        ("", [], "请说明是否已询问风险苗头"),
        ("none", ["weapon_at_hand"], "此处却选“均无”"),
        ("some", [], "请在下面勾选风险苗头"),
    ],
)
def test_an_answer_about_danger_that_says_nothing_or_two_things_is_asked_again(
    client: Client, town: Town, asked: str, ticked: list[str], said: str
) -> None:
    client.force_login(town.mei)
    answer = client.post("/new/dispute/", {**WINDOW, "danger_asked": asked, "dangers": ticked})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "楼上渗水，两家争执。" in answer.content.decode()


@pytest.mark.django_db
def test_whoever_leaves_the_choices_empty_is_told_of_each(client: Client, town: Town) -> None:
    client.force_login(town.mei)
    told = {**WINDOW, "category": "", "origin": "", "dispute_class": "", "danger_asked": "none"}
    answer = client.post("/new/dispute/", {**told, "parties-0-side": "", "parties-0-phone": "abc电话"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('<ul class="errors"') == 4
    assert page.count("尚未选择，请按实际情况选择。") == 6
    assert "电话请填写数字" in page


def test_closing_while_the_sides_may_still_apply_to_the_court_is_to_be_ticked() -> None:
    told, at = visited(), MONDAY + 10 * DAY
    form = form_of(CloseForm, told, {"note": ""}, at=at)
    assert "2026-04-01" in str(form.fields["window_told"].help_text)
    assert list(form.errors) == ["window_told"]
    assert form_of(CloseForm, told, {"note": "", "window_told": "on"}, at=at).is_valid()


def test_once_that_day_is_over_or_there_was_no_agreement_nothing_is_to_be_ticked() -> None:
    assert form_of(CloseForm, visited(), {"note": ""}, at=MONDAY + 40 * DAY).is_valid()
    assert form_of(CloseForm, terminated(), {"note": ""}, at=MONDAY + DAY).is_valid()


def test_where_nothing_was_agreed_nothing_is_called_performed() -> None:
    offered = [
        [code for code, _word in form_of(VisitForm, told, at=MONDAY + 9 * DAY).fields["performance_found"].choices]  # type: ignore[attr-defined]
        for told in (visited(), terminated())
    ]
    assert offered == [["yes", "partly", "no"], ["none"]]


def test_what_is_done_steps_aside_and_what_is_next_stands_first() -> None:
    told = visited()
    assert [one.weight_in(told.state) for one in (say.visit, say.close, say.assess)] == ["aside", "next", "aside"]
    told = visited(performance_found="partly")
    assert say.visit.weight_in(told.state) == "next"
    assert say.close.refusal(told.state)


def test_consent_is_next_until_every_side_has_answered_and_again_when_somebody_joins() -> None:
    told = accepted()
    weights = [say.consent.weight_in(told.state)]
    for side in ("a", "b"):
        told.say(say.consent, at=MONDAY, side=side, agreed=True, rights_told=True)
        weights.append(say.consent.weight_in(told.state))
    told.say(say.add_party, at=MONDAY, side="b", name="孙小勇")
    assert [*weights, say.consent.weight_in(told.state)] == ["next", "next", "aside", "next"]


def test_a_danger_check_is_next_until_one_finds_none() -> None:
    told = Told(MONDAY)
    weights = [say.assess.weight_in(told.state)]
    for answers in (DANGER, CALM):
        told.say(say.assess, at=MONDAY, **answers)
        weights.append(say.assess.weight_in(told.state))
    assert weights == ["next", "next", "aside"]
