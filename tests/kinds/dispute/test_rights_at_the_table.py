"""What a body called in may do in a dispute of somebody else, and a mediator named from elsewhere."""

import pytest
from django.http import Http404

from linli.matters.access import may
from linli.matters.commands import NotAllowed
from linli.matters.everyday import note
from linli.matters.models import Matter
from linli.staff.acts import ACTS
from linli.staff.models import User
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.told import say, session
from tests.town import MONDAY, Town, resident, said, viewing

pytestmark = pytest.mark.django_db


def joined(town: Town) -> Matter:
    return said(say.join, in_mediation(town), by=town.wang, at=MONDAY, member=town.south, member_kind="police")


def allowed(user: User, matter: Matter) -> set[str]:
    return {act for act in ACTS if may(viewing(user), act, matter)}


def test_who_is_called_in_says_their_opinion_and_decides_nothing(town: Town) -> None:
    officer = resident("officer", "方警官", unit=town.south, role="handler")
    matter = said(say.opine, joined(town), by=officer, at=MONDAY, member=town.south, opinion="支持调解")
    for command in (say.close, say.hold_session, say.add_party):
        with pytest.raises(NotAllowed):
            said(command, matter, by=officer, at=MONDAY)


def test_a_leader_who_is_called_in_cannot_erase_assign_or_take_out(town: Town) -> None:
    matter, chief = joined(town), resident("chief", "齐局长", unit=town.south, role="leader")
    assert allowed(chief, matter) == {"see", "note", "reveal"}
    assert {"erase", "assign", "export"} < allowed(town.chen, matter)


def test_once_it_is_closed_who_was_called_in_only_looks(town: Town) -> None:
    told = {"termination_reason": "unwilling", "ways": ["court"]}
    matter = said(say.consent, joined(town), by=town.mei, at=MONDAY, side="b", agreed=False)
    matter = said(say.terminate, matter, by=town.wang, at=MONDAY, **told)
    assert "note" in allowed(town.sun, matter)
    matter = said(say.close, matter, by=town.gu, at=MONDAY)
    assert allowed(town.sun, matter) == {"see"}
    with pytest.raises(NotAllowed):
        said(note, matter, by=town.sun, at=MONDAY, text="补充")


def test_a_mediator_named_from_elsewhere_mediates_and_nobody_else_from_there_sees_it(town: Town) -> None:
    luo = resident("luo", "罗调解", unit=town.south, role="mediator")
    matter = said(say.change_mediator, in_mediation(town), by=town.gu, at=MONDAY, mediator=luo, note="双方选定")
    assert allowed(luo, matter) == {"see", "note", "attach", "handle", "reveal", "mediate"}
    said(say.hold_session, matter, by=luo, at=MONDAY, **session(MONDAY))
    with pytest.raises(Http404):
        said(note, matter, by=town.sun, at=MONDAY, text="看看")
