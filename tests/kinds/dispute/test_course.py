"""The whole course through the database: from the window to settled and followed up."""

import pytest

from linli.ground.clock import day_of
from linli.matters.verify import verify
from tests.kinds.dispute.in_town import DAY, light, registered
from tests.kinds.dispute.told import CALM, DANGER, agreement, application, say, session, visiting
from tests.town import MONDAY, Town, facts_of, said, state_of

pytestmark = pytest.mark.django_db


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
