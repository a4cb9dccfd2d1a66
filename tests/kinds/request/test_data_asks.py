"""What residents ask of what is kept about them: asked once, answered by the desk, owed even when it is closed."""

import pytest

from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.everyday import erase
from linli.matters.verify import verify
from tests.kinds.request.at_counter import answers, called, lead
from tests.kinds.request.in_town import clerk, in_hand, replied
from tests.kinds.request.told import say
from tests.town import MONDAY, TUESDAY, WEDNESDAY, Town, said, state_of

pytestmark = pytest.mark.django_db


def test_a_question_has_its_own_date_and_is_asked_once_until_it_is_answered(town: Town) -> None:
    matter = answers(say.ask_data, in_hand(town), at=MONDAY, data_ask="copy")
    (row,) = state_of(matter).data["data_asks"]
    assert f"data_answer_{row['seq']}" in state_of(matter).marks
    with pytest.raises(Refused):
        answers(say.ask_data, matter, at=MONDAY, data_ask="copy")
    matter = answers(say.ask_data, matter, at=MONDAY, data_ask="delete")
    told = {"asked": row["seq"], "data_ruling": "granted", "answer": "请持身份证到窗口领取。"}
    matter.refresh_from_db()
    matter = said(say.answer_data, matter, by=lead(town), at=TUESDAY, **told)
    with pytest.raises(Refused):
        said(say.answer_data, matter, by=lead(town), at=TUESDAY, **told)
    first, second = state_of(matter).data["data_asks"]
    assert (first["ruling"], second["ruling"]) == ("granted", "")
    owed = [name for name in state_of(matter).marks if name.startswith("data_answer")]
    assert owed == [f"data_answer_{second['seq']}"]
    assert verify().differences == ()


def test_what_is_wrong_has_to_be_said(town: Town) -> None:
    matter = in_hand(town)
    with pytest.raises(Refused):
        answers(say.ask_data, matter, at=MONDAY, data_ask="correct")
    matter = answers(say.ask_data, matter, at=MONDAY, data_ask="correct", said="电话尾号应为12")
    assert len(state_of(matter).data["data_asks"]) == 1


def test_the_head_of_the_desk_answers_and_the_deletion_is_done_by_erasing(town: Town) -> None:
    matter = answers(say.ask_data, in_hand(town), at=MONDAY, data_ask="delete")
    reporter = state_of(matter).data["reporter"]["seq"]
    (row,) = state_of(matter).data["data_asks"]
    told = {"asked": row["seq"], "data_ruling": "granted", "answer": "已删除。"}
    for nobody in (clerk(town), town.gu):
        with pytest.raises(NotAllowed):
            said(say.answer_data, matter, by=nobody, at=TUESDAY, **told)
    matter = said(say.answer_data, matter, by=lead(town), at=TUESDAY, **told)
    said(erase, matter, by=town.chen, at=WEDNESDAY, of=reporter, fields=("name", "phone"), ground="request")
    assert verify().differences == ()


def test_what_was_asked_is_still_owed_when_it_is_closed(town: Town) -> None:
    matter = called(answers(say.ask_data, replied(town), at=MONDAY, data_ask="copy"), by=clerk(town), at=TUESDAY)
    assert matter.stage == "closed"
    assert [name.rpartition("_")[0] for name in state_of(matter).marks] == ["data_answer", "redo"]
    assert answers(say.ask_data, matter, at=TUESDAY, data_ask="delete").stage == "closed"


def test_what_was_asked_is_still_owed_when_the_resident_takes_the_request_back(town: Town) -> None:
    matter = answers(say.ask_data, in_hand(town), at=MONDAY, data_ask="copy")
    matter = answers(say.take_back, matter, at=TUESDAY)
    assert matter.closed_at
    assert [name.rpartition("_")[0] for name in state_of(matter).marks] == ["data_answer"]
