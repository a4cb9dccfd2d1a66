"""Many requests closed in one step: each with its own answer, and nothing looked up once for each of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.matters.many import Outcome, carry_out_many
from linli.matters.models import Matter
from linli.matters.verify import verify
from linli.staff.models import User
from tests.kinds.request.at_counter import at_the_desk_too, for_them, lead
from tests.kinds.request.in_town import clerk, dispatched, replied
from tests.kinds.request.told import answer, say
from tests.town import MONDAY, TUESDAY, Town, facts_of, pebble, said, saying

pytestmark = pytest.mark.django_db
UNASKED = {"waive_ground": "asked_not_to", "why": "来电时说明不必回访。"}


def waived(town: Town, count: int) -> list[Matter]:
    return [unasked(town, replied(town)) for _place in range(count)]


def unasked(town: Town, matter: Matter) -> Matter:
    """The resident is not to be called back."""
    matter.refresh_from_db()
    return said(say.waive_call_back, matter, by=lead(town), at=MONDAY, **UNASKED)


def closed(matters: list[Matter], *, by: User) -> Outcome:
    numbers = {matter.number: matter.version for matter in matters}
    return carry_out_many(say.close, numbers, told={"note": "已核实。"}, saying=saying(by, at=TUESDAY))


def came(outcome: Outcome) -> list[str]:
    return [row.came for row in outcome.rows]


def test_a_request_still_to_be_called_back_is_refused_and_stops_no_other(town: Town) -> None:
    first, last = waived(town, 2)
    uncalled = replied(town)
    outcome = closed([first, uncalled, last], by=clerk(town))
    assert came(outcome) == ["done", "refused", "done"]
    assert "回访" in outcome.rows[1].said
    assert [facts_of(one).count("ClosedUnconfirmed") for one in (first, uncalled, last)] == [1, 0, 1]
    assert Matter.objects.get(pk=uncalled.pk).version == uncalled.version
    assert verify().differences == ()


def test_nobody_closes_those_that_the_one_they_stand_in_for_handled(town: Town) -> None:
    """The same person stands in at the desk for the handler of the one, not of the other."""
    theirs, other = replied(town), said(say.sign, dispatched(town), by=town.gu, at=MONDAY)
    said(say.reply, other, by=town.gu, at=MONDAY, **answer())
    matters = [unasked(town, matter) for matter in (theirs, other)]
    stranger = for_them(town, at_the_desk_too(town, town.he))
    outcome = closed(matters, by=stranger)
    assert came(outcome) == ["refused", "done"]
    assert "代" in outcome.rows[0].said
    event = other.events.get(fact="ClosedUnconfirmed")
    assert (event.user, event.behalf) == (stranger, town.he)


def test_more_requests_are_no_more_questions(town: Town) -> None:
    """Of a clerk with two posts at the desk: which of them fits is asked for all requests at once."""
    desk = clerk(town)
    at_the_desk_too(town, desk)
    asked = []
    for matters in (waived(town, 2), waived(town, 8)):
        with CaptureQueriesContext(connection) as told:
            assert came(closed(matters, by=desk)) == ["done"] * len(matters)
        asked.append([query["sql"] for query in told])
    assert len(asked[0]) == len(asked[1])
    assert not any(sql.startswith('INSERT INTO "matters_duty"') for sql in asked[1])


def test_a_matter_of_another_kind_is_told_apart_before_any_right_is_asked(town: Town) -> None:
    """The clerk of the desk may close requests; a pebble is none, and no post of theirs would help."""
    (first,) = waived(town, 1)
    outcome = closed([pebble(town), first], by=clerk(town))
    assert came(outcome) == ["refused", "done"]
    assert "类" in outcome.rows[0].said
