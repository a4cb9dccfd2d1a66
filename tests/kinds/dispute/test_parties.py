"""The parties of a dispute: added, put right, taken out."""

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.stages import MONDAY, accepted, checked
from tests.kinds.dispute.told import say


def test_an_agent_acts_for_somebody_who_is_there() -> None:
    told = checked()
    agent = {"side": "a", "party_role": "agent", "name": "李律师", "powers": "special"}
    with pytest.raises(Refused):
        told.say(say.add_party, at=MONDAY, **agent, acts_for=9)
    told.say(say.add_party, at=MONDAY, **agent, acts_for=1)
    assert told.state.data["parties"][-1] | {"seqs": []} == {
        "number": 3,
        "seqs": [],
        "side": "a",
        "sort": "person",
        "role": "agent",
        "acts_for": 1,
        "powers": "special",
        "gone": False,
    }


def test_a_correction_names_a_party_and_changes_something() -> None:
    told = checked()
    for wrong in ({"number": 9, "name": "周桂花"}, {"number": 1}):
        with pytest.raises(Refused):
            told.say(say.correct_party, at=MONDAY, **wrong)
    told.say(say.correct_party, at=MONDAY, number=1, name="周桂花")
    assert len(told.state.data["parties"][0]["seqs"]) == 2


def test_once_taken_on_a_dispute_keeps_two_sides() -> None:
    told = accepted()
    with pytest.raises(Refused):
        told.say(say.remove_party, at=MONDAY, number=2, why="登记有误")
    told.say(say.add_party, at=MONDAY, side="b", name="孙小勇")
    told.say(say.remove_party, at=MONDAY, number=2, why="登记有误")
    with pytest.raises(Refused):
        told.say(say.remove_party, at=MONDAY, number=2, why="再来一次")
    assert [row["number"] for row in told.state.data["parties"] if not row["gone"]] == [1, 3]
