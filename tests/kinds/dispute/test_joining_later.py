"""A party who joins a side that has agreed already: that side is asked again before mediation goes on."""

import pytest
from django.test import Client

from linli.matters.command import Refused
from linli.matters.verify import verify
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.pure import WANG, Told
from tests.kinds.dispute.stages import DAY, MONDAY, accepted, mediating
from tests.kinds.dispute.told import agreement, say, session
from tests.town import Town, said

ASK_AGAIN = r"joined after that side agreed|该方同意调解后又有当事人加入"
HUSBAND = {"side": "b", "name": "孙小勇", "party_role": "party"}


def asked(told: Told, side: str = "b") -> Told:
    return told.say(say.consent, at=MONDAY, side=side, agreed=True, rights_told=True)


def joined_late() -> Told:
    return mediating().say(say.add_party, at=MONDAY, **HUSBAND)


def test_the_side_is_asked_again_before_a_session() -> None:
    told = joined_late()
    assert (told.state.stage, told.light) == ("mediating", ("yellow", "Ordinary, in hand"))
    with pytest.raises(Refused, match=ASK_AGAIN):
        told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    assert asked(told).say(say.hold_session, at=MONDAY, **session(MONDAY)).state.data["sessions"]


def test_the_side_is_asked_again_before_an_agreement_and_another_session_is_held() -> None:
    told = mediating().say(say.hold_session, at=MONDAY, **session(MONDAY)).say(say.add_party, at=MONDAY, **HUSBAND)
    with pytest.raises(Refused, match=ASK_AGAIN):
        told.say(say.agree, at=MONDAY, **agreement(MONDAY, 10))
    with pytest.raises(Refused, match=r"hold another session|再进行一次调解"):
        asked(told).say(say.agree, at=MONDAY, **agreement(MONDAY, 10))
    told.say(say.hold_session, at=MONDAY, **session(MONDAY)).say(say.agree, at=MONDAY, **agreement(MONDAY, 10))
    assert (told.state.stage, told.state.data["agreement"]["copies"]) == ("agreed", 4)


def test_mediation_does_not_begin_before_the_side_is_asked_again() -> None:
    told = asked(asked(accepted(), "a")).say(say.add_party, at=MONDAY, **HUSBAND)
    told.say(say.name_mediator, at=MONDAY, mediator=WANG)
    assert told.state.stage == "accepted"
    assert asked(told).state.stage == "mediating"


def test_an_agent_a_correction_and_a_party_taken_out_ask_nobody_anew() -> None:
    told = mediating().say(say.add_party, at=MONDAY, **{**HUSBAND, "party_role": "agent"})
    told.say(say.add_party, at=MONDAY, **{**HUSBAND, "party_role": "representative"})
    told.say(say.correct_party, at=MONDAY, number=2, name="孙大永").say(say.add_party, at=MONDAY, **HUSBAND)
    with pytest.raises(Refused, match=ASK_AGAIN):
        told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    told.say(say.remove_party, at=MONDAY, number=5, why="登记有误")
    assert told.say(say.hold_session, at=MONDAY, **session(MONDAY)).state.data["sessions"]


def test_a_side_that_had_refused_is_not_made_willing_by_who_joins_it() -> None:
    told = mediating().say(say.consent, at=MONDAY, side="b", agreed=False, rights_told=True)
    told.say(say.add_party, at=MONDAY, **HUSBAND)
    with pytest.raises(Refused, match=r"One side refuses|一方明确拒绝"):
        told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    assert asked(told).say(say.hold_session, at=MONDAY, **session(MONDAY)).state.data["sessions"]


def test_while_the_clock_stands_still_a_side_can_be_asked_too() -> None:
    told = joined_late().say(say.pause, at=MONDAY, pause_reason="appraisal")
    asked(told).say(say.resume, at=MONDAY + DAY)
    assert told.say(say.hold_session, at=MONDAY + DAY, **session(MONDAY + DAY)).state.data["sessions"]


@pytest.mark.django_db
def test_the_page_says_which_side_is_to_be_asked_again(client: Client, town: Town) -> None:
    matter = in_mediation(town)
    client.force_login(town.mei)
    pages = [client.get(f"/m/{matter.number}/").content.decode()]
    matter = said(say.add_party, matter, by=town.mei, at=MONDAY, **HUSBAND)
    pages.append(client.get(f"/m/{matter.number}/").content.decode())
    assert ["须重新征求意见" in page for page in pages] == [False, True]
    form = client.get(f"/m/{matter.number}/consent/").content.decode()
    assert '<option value="b" selected>' in form
    assert verify().differences == ()
