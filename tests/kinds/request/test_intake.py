"""What the desk decides at intake: six lawful grounds of not accepting, and a question answered at once."""

import pytest
from django.test import Client

from linli.kinds.request.choices import ANSWERS, REFUSAL_GROUNDS
from linli.matters.command import Refused
from tests.kinds.request.in_town import clerk, taken_in
from tests.kinds.request.pure import MONDAY, Told
from tests.kinds.request.pure import accepted as accepted_in_hand
from tests.kinds.request.pure import dispatched as dispatched_in_hand
from tests.kinds.request.pure import taken_in as in_the_hand
from tests.kinds.request.told import say
from tests.town import Town, said


def answered(told: Told) -> str:
    fact = next(entry.fact for entry in told.timeline.entries if type(entry.fact).__name__ == "NotAccepted")
    return fact.words()["answer"]


@pytest.mark.parametrize("ground", REFUSAL_GROUNDS)
def test_each_of_the_six_grounds_has_its_own_answer_that_the_resident_reads(ground: str) -> None:
    told = in_the_hand().say(say.not_accept, at=MONDAY, refusal_ground=ground)
    assert told.light == ("green", "Not accepted; the ground was told")
    assert (told.state.outcome, told.state.marks) == ("not_accepted", {})
    assert len(set(ANSWERS.values())) == len(REFUSAL_GROUNDS) == 6
    assert answered(told)
    other = in_the_hand().say(say.not_accept, at=MONDAY, refusal_ground=ground, answer="请向法院起诉。")
    assert answered(other) == "请向法院起诉。"


def test_what_was_dispatched_is_no_longer_not_accepted() -> None:
    told = {"refusal_ground": "outside"}
    assert accepted_in_hand().say(say.not_accept, at=MONDAY, **told).state.stage == "not_accepted"
    with pytest.raises(Refused):
        dispatched_in_hand().say(say.not_accept, at=MONDAY, **told)


def test_only_a_question_is_answered_at_intake() -> None:
    told = in_the_hand(sort="consult").say(say.answer_now, at=MONDAY, text="周一至周五办理。")
    assert (told.state.stage, told.state.outcome) == ("answered", "answered")
    assert told.light == ("green", "Answered at intake")
    with pytest.raises(Refused, match=r"question|咨询"):
        in_the_hand(sort="complaint").say(say.answer_now, at=MONDAY, text="周一至周五办理。")


@pytest.mark.django_db
def test_the_form_shows_each_answer_at_its_ground(client: Client, town: Town) -> None:
    matter = taken_in(town)
    client.force_login(clerk(town))
    page = client.get(f"/m/{matter.number}/not_accept/").content.decode()
    assert "请立即拨打110" in page
    assert said(say.not_accept, matter, by=clerk(town), at=MONDAY, refusal_ground="emergency").stage == "not_accepted"
