"""An application for judicial confirmation that is withdrawn: what is left of the window comes back, or nothing."""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from linli.ground.clock import day_of
from linli.matters.command import Refused
from linli.matters.verify import verify
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, agreed, kept
from tests.kinds.dispute.told import agreement, application, say, session
from tests.town import Town, said

REMINDERS = ("confirmation_first", "confirmation_second")
WATCHED = ("yellow", "Agreed; performance is being watched")


def answered(result: str, *, at: datetime, told: Told | None = None) -> Told:
    """Agreed on Monday, applied for the next day, answered at the given moment."""
    told = told or agreed(90)
    told.say(say.apply_confirmation, at=MONDAY + DAY, **application(day_of(MONDAY + DAY)))
    return told.say(say.confirmation_result, at=at, confirmation_result=result, decided_on=day_of(at))


def test_withdrawn_in_time_both_sides_are_reminded_again() -> None:
    before, told = agreed(90).state.marks, answered("withdrawn", at=MONDAY + 5 * DAY)
    assert ("confirmable" in told.state.flags, told.light) == (True, WATCHED)
    assert [told.state.marks[name].at for name in REMINDERS] == [before[name].at for name in REMINDERS]
    seen = [told.wait(before[name].at).light[1] for name in (*REMINDERS, "confirmation")]
    assert seen == [
        "Agreed; remind both sides of judicial confirmation",
        "Agreed; last days to apply for judicial confirmation",
        "Agreed; the time to apply for judicial confirmation is over",
    ]


def test_a_reminder_that_has_passed_does_not_come_back() -> None:
    told = answered("withdrawn", at=MONDAY + 22 * DAY)
    assert [name for name in REMINDERS if name in told.state.marks] == ["confirmation_second"]
    assert told.light == WATCHED
    last_days = told.state.marks["confirmation_second"].at
    assert told.wait(last_days).light[1] == "Agreed; last days to apply for judicial confirmation"


def test_after_the_window_nothing_comes_back() -> None:
    over = agreed(90).state.marks["confirmation"].at + DAY
    told = answered("withdrawn", at=over)
    assert ("confirmable" in told.state.flags, told.light) == (False, WATCHED)
    with pytest.raises(Refused):
        told.say(say.apply_confirmation, at=over, **application(day_of(over)))


@pytest.mark.parametrize("result", ["confirmed", "refused"])
def test_what_the_court_decided_is_the_end_of_it(result: str) -> None:
    told = answered(result, at=MONDAY + 5 * DAY)
    assert "confirmable" not in told.state.flags
    assert not set(REMINDERS) & set(told.state.marks)
    assert "confirmable" in answered("withdrawn", at=MONDAY + 5 * DAY).state.flags


def test_what_is_performed_asks_for_no_confirmation_until_it_proves_untrue() -> None:
    told = kept(agreed(2), 1, after=1)
    answered("withdrawn", at=MONDAY + 2 * DAY, told=told)
    assert (told.state.stage, "confirmable" in told.state.flags) == ("performed", False)
    told.say(say.default, at=MONDAY + 4 * DAY, number=1, finding="收条不实", step="约谈")
    assert (told.state.stage, "confirmable" in told.state.flags) == ("agreed", True)
    assert set(REMINDERS) <= set(told.state.marks)


@pytest.mark.django_db
@pytest.mark.parametrize(("ago", "told"), [(3, "前共同申请"), (60, "再次申请的期限已于")])
def test_the_page_says_until_when_they_can_apply_again(client: Client, town: Town, ago: int, told: str) -> None:
    """The page is looked at now, so the story begins so many days before."""
    at = timezone.now() - ago * DAY
    matter = said(say.hold_session, in_mediation(town, at), by=town.wang, at=at, **session(at))
    matter = said(say.agree, matter, by=town.wang, at=at, **agreement(at, 90))
    matter = said(say.apply_confirmation, matter, by=town.wang, at=at, **application(day_of(at)))
    back = {"confirmation_result": "withdrawn", "decided_on": day_of(at + DAY)}
    matter = said(say.confirmation_result, matter, by=town.wang, at=at + DAY, **back)
    client.force_login(town.wang)
    page = client.get(f"/m/{matter.number}/").content.decode()
    assert "撤回申请" in page
    assert [words for words in ("前共同申请", "再次申请的期限已于") if words in page] == [told]
    assert verify().differences == ()
