"""How a request comes in: what it must say at the least, at the desk and at the counter."""

from typing import Any

import pytest
from django.test import Client

from linli.kinds.request.forms.opening import HandInForm, TakeInForm
from linli.kinds.request.kind import REQUEST
from linli.matters.command import Refused, Scene
from linli.matters.commands import NotAllowed, open_matter
from linli.matters.models import Matter
from linli.matters.timeline import begin
from linli.matters.words import words_of
from linli.policy.book import book
from linli.policy.models import Category
from linli.staff.counter import counter_user
from linli.staff.hiring import appoint
from tests.counter.visiting import hidden, page
from tests.kinds.request.in_town import clerk
from tests.kinds.request.pure import DAY, MONDAY, NORTH, Told, taken_in
from tests.kinds.request.told import CALL, NAME, lamp, nameless, say
from tests.town import LONG_AGO, Town, facts_of, opened, said, saying, state_of, viewing


def test_a_request_says_its_matter_and_how_to_reach_who_asks_or_that_it_is_anonymous() -> None:
    for told, lacks in (
        (lamp(), {"phone": ""}),
        (lamp(), {"story": " "}),
        (nameless(), {"anonymous": False}),
        (nameless(), {"name": NAME}),
    ):
        assert Told(told).state.stage == "handed_in"
        with pytest.raises(Refused):
            Told({**told, **lacks})


def test_it_is_at_the_desk_that_took_it_in_which_has_a_day_to_accept_it() -> None:
    told = taken_in()
    assert {duty.role: duty.unit for duty in told.state.duties} == {"desk": 7, "unit": 7}
    assert told.light == ("yellow", "Handed in; to be accepted")
    assert told.due("accept").date() == (MONDAY + DAY).date()
    assert told.wait(MONDAY + 2 * DAY).light == ("orange", "Not accepted or answered in time")
    assert told.say(say.accept, at=MONDAY + 2 * DAY).light[1] == "Accepted; to be dispatched"


def test_it_may_be_accepted_with_the_same_words_by_who_may_accept() -> None:
    told = taken_in(accept_now=True)
    assert (told.facts[-2:], told.state.stage) == (["Accepted", "Turned"], "accepted")
    assert "reply" in told.state.marks


@pytest.mark.django_db
def test_who_may_not_accept_only_takes_it_in(town: Town) -> None:
    told = lamp()
    assert opened(REQUEST, by=town.he, unit=town.north, told=told, at=MONDAY).stage == "handed_in"
    with pytest.raises(Refused):
        opened(REQUEST, by=town.he, unit=town.north, told={**told, "accept_now": True}, at=MONDAY)


def test_a_complaint_of_a_unit_is_not_taken_in_there_nor_below_it() -> None:
    for unit, taken in ((NORTH.pk, False), (9, True), (7, False), (1, False)):
        told = {**lamp(sort="report", reported_unit=unit)}
        if taken:
            assert opened_at_north(told).state.data["reported_unit"] == 9
        else:
            with pytest.raises(Refused):
                opened_at_north(told)


def opened_at_north(told: dict[str, Any]) -> Told:
    """As if the desk were the one of North."""
    line = taken_in()
    line.timeline = begin(REQUEST, number="QS-2026-000002")
    return line.say(REQUEST.opening, at=MONDAY, unit=NORTH, **told)


@pytest.mark.parametrize(
    ("sort", "urgency", "reply"),
    [("consult", "ordinary", DAY), ("help", "ordinary", 7 * DAY), ("complaint", "ordinary", 21 * DAY)],
)
def test_the_limit_of_the_reply_goes_by_what_it_is(sort: str, urgency: str, reply: Any) -> None:
    told = taken_in(sort=sort, urgency=urgency).say(say.accept, at=MONDAY)
    assert told.due("reply").date() == (MONDAY + reply).date()


def test_danger_to_life_is_red_at_once_and_to_be_answered_within_two_hours() -> None:
    told = taken_in(urgency="life").say(say.accept, at=MONDAY)
    assert told.light == ("red", "Danger to life or property")
    assert (told.due("reply") - MONDAY).total_seconds() == 2 * 3600
    told = taken_in().say(say.accept, at=MONDAY, urgency="life")
    assert (told.light[0], "danger" in told.state.flags) == ("red", True)


@pytest.mark.django_db
def test_at_the_counter_the_title_is_the_category_and_nobodys_name_gets_into_it(town: Town) -> None:
    appoint(counter_user(), unit=town.county, role="counter", from_on=LONG_AGO)
    told = {"category": "street-light", "story": "3号楼路灯坏了", "sort": "help", "name": NAME, "phone": CALL}
    matter = handed_in(town, told)
    label = Category.objects.get(kind="request", code="street-light").name
    assert (matter.title, matter.unit, facts_of(matter)[::2]) == (label, town.street, ["HandedIn", "ReporterNamed"])
    state = state_of(matter)
    assert (state.data["channel"], REQUEST.reach(state)) == ("site", None)
    assert REQUEST.reach(state_of(handed_in(town, {**told, "wants_reply": True}))) == (3, "phone")
    with pytest.raises(Refused):
        handed_in(town, {**told, "phone": ""})
    book = words_of(matter, masks=REQUEST.masks, withheld=frozenset())
    assert CALL not in book.at(3, "phone").text


def handed_in(town: Town, told: dict[str, Any]) -> Matter:
    assert REQUEST.counter
    by = saying(counter_user(), at=MONDAY)
    return open_matter(REQUEST, unit=town.street, told=told, saying=by, opening=REQUEST.counter.hand_in).matter


def test_the_counter_asks_in_three_steps_for_every_field_of_the_form() -> None:
    counter = REQUEST.counter
    assert counter
    assert {name for step in counter.steps for name in step} == set(counter.hand_in.form.base_fields)
    assert counter.progress(taken_in().state) == 1
    assert counter.progress(taken_in().say(say.accept, at=MONDAY).state) == 2


@pytest.mark.django_db
def test_the_desk_may_only_accept_what_is_its_own(town: Town) -> None:
    matter = opened(REQUEST, by=clerk(town), unit=town.street, told=lamp(), at=MONDAY)
    with pytest.raises(NotAllowed):
        said(say.accept, matter, by=town.tan, at=MONDAY)
    assert said(say.accept, matter, by=clerk(town), at=MONDAY).stage == "accepted"


def test_the_counter_says_when_alone_the_telephone_may_be_left_out(client: Client, town: Town) -> None:
    told = {"category": "street-light", "story": "路灯坏了。", "step": "1", "go": "next"}
    html = client.post("/counter/request/", {**hidden(page(client, "/counter/request/")), **told}).content.decode()
    label = html[html.index('for="hand_in_phone"') :].partition("</label>")[0]
    assert "匿名时可不填" in label


def test_the_desk_says_at_once_all_that_is_wrong_and_marks_the_telephone(client: Client, town: Town) -> None:
    client.force_login(town.mei)
    told = {name: value for name, value in lamp().items() if value is not True}
    response = client.post("/new/request/", {**told, "phone": "", "title": ""})
    shown = response.content.decode()
    assert response.status_code == 422
    assert all(f'href="#take_in_{name}"' in shown for name in ("title", "phone"))
    assert 'id="take_in_phone_error"' in shown
    assert shown.count("请填写电话，或者勾选匿名。") == 2, "in the summary and at the field"
    label = shown[shown.index('for="take_in_phone"') :].partition("</label>")[0]
    assert 'class="needed"' in label
    assert "匿名时可不填" in label


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"name": "", "phone": ""}, {"phone"}),
        ({"phone": "无"}, {"phone"}),
        ({"name": "", "phone": "无", "anonymous": "on"}, {"phone", "anonymous"}),
        ({"anonymous": "on"}, {"anonymous"}),
        ({"name": "", "phone": "", "anonymous": "on"}, set()),
    ],
)
def test_the_forms_ask_for_a_way_to_reach_who_asks_by_the_rule_of_the_gate(
    town: Town, told: dict[str, str], wrong: set[str]
) -> None:
    for form in (TakeInForm, HandInForm):
        scene = Scene(
            state=taken_in().state, told={}, by=viewing(town.mei).posts[0], at=MONDAY, book=book(MONDAY), number=""
        )
        asked = form({"name": NAME, "phone": CALL, **told}, scene=scene)
        assert {"name", "phone", "anonymous"} & set(asked.errors) == wrong
        assert "可留空" not in str(asked.errors), "it may not stay blank but for the anonymous"
