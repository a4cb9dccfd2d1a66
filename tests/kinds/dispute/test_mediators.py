"""Who mediates: named, changed, recused."""

import pytest

from linli.matters.command import Refused
from linli.matters.state import CO_HOLDER, HOLDER
from tests.kinds.dispute.pure import GU, HE, WANG, Told
from tests.kinds.dispute.stages import MONDAY, accepted
from tests.kinds.dispute.told import PARTIES, say


def mediators(told: Told) -> list[int | None]:
    return [duty.user for role in (HOLDER, CO_HOLDER) for duty in told.state.holders(role)]


def test_mediation_begins_when_every_side_agrees_and_somebody_mediates() -> None:
    told = accepted().say(say.name_mediator, at=MONDAY, mediator=WANG, second=GU)
    told.say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=True)
    assert (told.state.stage, mediators(told)) == ("accepted", [WANG, GU])
    told.say(say.consent, at=MONDAY, side="b", agreed=True, rights_told=True)
    assert told.state.stage == "mediating"


def test_each_of_three_sides_is_asked() -> None:
    third = {"side": "c", "name": "钱物业", "party_sort": "organisation"}
    told = accepted(parties=(*PARTIES, third)).say(say.name_mediator, at=MONDAY, mediator=WANG)
    for side in "ab":
        told.say(say.consent, at=MONDAY, side=side, agreed=True, rights_told=True)
    assert told.state.stage == "accepted"
    assert told.say(say.consent, at=MONDAY, side="c", agreed=True, rights_told=True).state.stage == "mediating"


def test_mediators_are_named_once_and_changed_afterwards() -> None:
    told = accepted()
    with pytest.raises(Refused):
        told.say(say.change_mediator, at=MONDAY, mediator=WANG, note="案情需要")
    with pytest.raises(Refused):
        told.say(say.name_mediator, at=MONDAY, mediator=WANG, second=WANG)
    told.say(say.name_mediator, at=MONDAY, mediator=WANG, second=GU)
    with pytest.raises(Refused):
        told.say(say.name_mediator, at=MONDAY, mediator=HE)
    told.say(say.change_mediator, at=MONDAY, mediator=HE, note="案情需要")
    assert mediators(told) == [HE]


def test_who_was_recused_does_not_come_back_and_the_second_leads() -> None:
    told = accepted().say(say.name_mediator, at=MONDAY, mediator=WANG, second=GU)
    with pytest.raises(Refused):
        told.say(say.recuse, at=MONDAY, user=HE, why="近亲属")
    told.say(say.recuse, at=MONDAY, user=WANG, why="近亲属")
    assert mediators(told) == [GU]
    with pytest.raises(Refused):
        told.say(say.change_mediator, at=MONDAY, mediator=WANG, note="换回")
    assert mediators(told.say(say.change_mediator, at=MONDAY, mediator=HE, note="更换")) == [HE]
