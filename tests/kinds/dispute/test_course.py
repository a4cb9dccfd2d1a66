"""The whole course through the database: from the window to settled and followed up, and the ways it can end."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from linli.ground.clock import day_of
from linli.kinds.dispute.kind import DISPUTE
from linli.kinds.dispute.panel import panel_values
from linli.matters.commands import NotAllowed, Refused
from linli.matters.everyday import erase
from linli.matters.models import Look, Matter, Words
from linli.matters.verify import verify
from linli.matters.words import words_of
from tests.kinds.dispute.told import CALM, DANGER, agreement, application, quarrel, say, session, visiting
from tests.pebble.commands import hand_over
from tests.town import MONDAY, Town, facts_of, opened, pebble, said, state_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def registered(town: Town, **more: Any) -> Matter:
    return opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(**more), at=MONDAY)


def in_mediation(town: Town, **more: Any) -> Matter:
    matter = registered(town, dangers=[], **more)
    matter = said(say.accept, matter, by=town.mei, at=MONDAY)
    for side in ("a", "b"):
        matter = said(say.consent, matter, by=town.mei, at=MONDAY, side=side, agreed=True, rights_told=True)
    return said(say.name_mediator, matter, by=town.gu, at=MONDAY, mediator=town.wang)


def light(matter: Matter) -> tuple[str, str]:
    return matter.colour, matter.because


def test_from_the_window_through_danger_to_settled_and_followed_up(town: Town) -> None:
    matter = registered(town)
    assert (matter.stage, matter.title, light(matter)) == (
        "registered",
        "阳台渗水引发邻里纠纷",
        ("yellow", "Ordinary, in hand"),
    )
    matter = said(say.assess, matter, by=town.mei, at=MONDAY, **DANGER)
    assert light(matter) == ("red", "Someone may get hurt")
    matter = said(say.accept, matter, by=town.mei, at=MONDAY)
    matter = said(say.consent, matter, by=town.mei, at=MONDAY, side="a", agreed=True, rights_told=True)
    matter = said(say.name_mediator, matter, by=town.gu, at=MONDAY, mediator=town.wang)
    assert matter.stage == "accepted"
    matter = said(say.consent, matter, by=town.mei, at=MONDAY, side="b", agreed=True, rights_told=True)
    assert (matter.stage, matter.holder_id) == ("mediating", town.wang.pk)
    matter = said(say.join, matter, by=town.wang, at=MONDAY, member=town.street, member_kind="judicial")
    matter = said(say.opine, matter, by=town.wang, at=MONDAY, member=town.street, opinion="建议先固定事实。")
    matter = said(say.assess, matter, by=town.mei, at=MONDAY + DAY, **CALM)
    assert light(matter) == ("yellow", "Ordinary, in hand")
    at = MONDAY + 2 * DAY
    matter = said(say.hold_session, matter, by=town.wang, at=at, **session(at))
    matter = said(say.agree, matter, by=town.wang, at=at, **agreement(at, 5, 12))
    assert (matter.stage, matter.turns_at == state_of(matter).marks["performance"].at) == ("agreed", True)
    matter = said(say.apply_confirmation, matter, by=town.wang, at=at, **application(day_of(at)))
    court = {"confirmation_result": "confirmed", "decided_on": day_of(at + 3 * DAY)}
    matter = said(say.confirmation_result, matter, by=town.wang, at=at + 3 * DAY, **court)
    for number, later in ((1, 4), (2, 10)):
        kept = {"number": number, "performed_on": day_of(at + later * DAY), "proof": "转账凭证"}
        matter = said(say.perform, matter, by=town.wang, at=at + later * DAY, **kept)
    assert (matter.stage, matter.because) == ("performed", "Performed; the follow-up visit is to come")
    matter = said(say.visit, matter, by=town.wang, at=at + 15 * DAY, **visiting(day_of(at + 15 * DAY)))
    matter = said(say.close, matter, by=town.wang, at=at + 16 * DAY)
    assert (matter.stage, matter.phase, matter.outcome) == ("closed", "closed", "settled")
    assert light(matter) == ("green", "Settled, and followed up")
    assert facts_of(matter).count("Turned") == 7
    assert verify().differences == ()


def test_a_side_that_refuses_ends_it_with_the_lawful_ways_told(town: Town) -> None:
    matter = in_mediation(town)
    matter = said(say.consent, matter, by=town.mei, at=MONDAY, side="b", agreed=False, rights_told=True)
    with pytest.raises(Refused):
        said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY))
    with pytest.raises(Refused):
        said(say.terminate, matter, by=town.wang, at=MONDAY, termination_reason="unwilling", ways=[])
    matter = said(say.terminate, matter, by=town.wang, at=MONDAY, termination_reason="unwilling", ways=["court"])
    assert (matter.stage, matter.because) == ("terminated", "Mediation ended; the file is still to be closed")
    matter = said(say.close, matter, by=town.wang, at=MONDAY + DAY)
    assert (matter.outcome, light(matter)) == (
        "terminated",
        ("green", "Closed without a settlement; the other lawful ways were told"),
    )
    assert verify().differences == ()


def test_parties_are_sealed_masked_and_never_in_the_state(town: Town) -> None:
    matter = registered(town)
    assert "周桂兰" not in state_of(matter).written()
    shown = words_of(matter, masks={"name": "name", "phone": "phone"})
    first = state_of(matter).data["parties"][0]["seqs"][0]
    assert (shown.at(first, "name").text, shown.at(first, "phone").text) == ("周**", "138****0011")
    assert not Words.objects.filter(text__contains="周桂兰").exists()


def test_a_clerk_may_register_and_accept_but_not_mediate(town: Town) -> None:
    matter = in_mediation(town)
    with pytest.raises(NotAllowed):
        said(say.hold_session, matter, by=town.mei, at=MONDAY, **session(MONDAY))
    assert said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY)).seq > matter.seq


def test_it_is_handed_to_another_unit_and_loses_its_mediators(town: Town) -> None:
    matter = in_mediation(town)
    with pytest.raises(Refused):
        said(say.hand_to, matter, by=town.gu, at=MONDAY, to_unit=town.north, why="属地")
    matter = said(say.hand_to, matter, by=town.gu, at=MONDAY + DAY, to_unit=town.south, why="属地")
    assert (matter.unit_id, matter.holder_id, matter.stage) == (town.south.pk, None, "accepted")
    assert verify().differences == ()


def test_it_is_handed_over_as_another_kind_of_matter_in_one_step(town: Town) -> None:
    matter = in_mediation(town)
    told = {"title": "打人", "text": "调解中动手", "why": "涉嫌违法"}
    with pytest.raises(Refused):
        said(say.convert, matter, by=town.chen, at=MONDAY, to_kind="dispute", **told)
    matter = said(say.convert, matter, by=town.chen, at=MONDAY, to_kind="pebble", **told)
    other = Matter.objects.get(kind="pebble")
    assert (matter.stage, light(matter)) == ("converted", ("green", "Handed over; it goes on as another matter"))
    assert state_of(matter).data["ending"]["to_number"] == other.number
    assert (other.title, other.unit_id) == ("打人", town.north.pk)


def test_a_matter_of_another_kind_goes_on_as_a_dispute(town: Town) -> None:
    stone = pebble(town)
    stone = said(hand_over, stone, by=town.gu, at=MONDAY, kind="dispute", title="为一块石头争执")
    dispute = Matter.objects.get(kind="dispute")
    assert (dispute.stage, dispute.title) == ("registered", "为一块石头争执")
    assert state_of(dispute).data["from_number"] == stone.number
    assert verify().differences == ()


def test_the_concession_is_sealed_apart_and_the_undisputed_facts_are_not(town: Town) -> None:
    matter = in_mediation(town)
    more = {"undisputed": "渗水属实。", "concession": "可少赔两百。", "concession_side": "a"}
    matter = said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY, "continued", **more))
    assert facts_of(matter)[-3:] == ["SessionHeld", "UndisputedNoted", "ConcessionNoted"]
    data, shown = state_of(matter).data, words_of(matter)
    assert shown.at(data["undisputed"][0], "undisputed").text == "渗水属实。"
    assert shown.at(data["concessions"][0]["seq"], "concession").text == "****"


def test_when_the_words_of_a_session_are_erased_the_rest_stands(town: Town) -> None:
    matter = in_mediation(town)
    matter = said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY))
    seq = state_of(matter).data["sessions"][0]["seq"]
    told = {"of": seq, "fields": ("record", "place"), "ground": "request"}
    matter = said(erase, matter, by=town.chen, at=MONDAY + DAY, **told)
    assert panel_values(state_of(matter), words_of(matter)).sessions[0].record.erased
    assert verify().differences == ()


def test_a_concession_is_opened_by_who_mediates_and_not_even_by_the_head_of_the_street(
    client: Client, town: Town
) -> None:
    matter = in_mediation(town)
    matter = said(
        say.hold_session,
        matter,
        by=town.wang,
        at=MONDAY,
        **session(MONDAY, concession="可少赔两百", concession_side="a"),
    )
    seq = state_of(matter).data["concessions"][0]["seq"]
    answers = {}
    for user in (town.chen, town.mei, town.wang):
        client.force_login(user)
        answers[user.username] = client.post(f"/m/{matter.number}/reveal/{seq}/", {"purpose": "handling"})
    assert {name: answer.status_code for name, answer in answers.items()} == {"chen": 403, "mei": 403, "wang": 200}
    assert "可少赔两百" in answers["wang"].content.decode()
    assert list(Look.objects.values_list("user", flat=True)) == [town.wang.pk]
