"""An answer that was given where a request came from: no paper of this office says it once more as its own."""

import pytest
from django.test import Client
from django.utils.translation import gettext

from linli.kinds.request.kind import REQUEST
from linli.kinds.request.papers.answering import ANSWERED_THERE
from linli.kinds.request.papers.routing import DISPATCHED_THERE
from linli.matters.issuing import issuable
from linli.matters.models import Event, Matter
from tests.kinds.request.in_town import clerk, replied
from tests.kinds.request.outside import CLOSED, HOUR, row, taken
from tests.kinds.request.told import answer, say
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, Town, said, state_of

pytestmark = pytest.mark.django_db


def letters(found: Matter, name: str = "reply_letter") -> list[int]:
    return [about for form, about in issuable(state_of(found)) if form.name == name]


def test_no_letter_is_offered_of_it_and_the_page_says_why(town: Town, client: Client) -> None:
    taken(town, [row(1, **CLOSED)])
    client.force_login(clerk(town))
    found, form = Matter.objects.get(), REQUEST.paper("reply_letter")
    assert form
    assert (form.needs(state_of(found)), letters(found)) == (ANSWERED_THERE, [])
    page = f"/m/{found.number}/"
    assert gettext(ANSWERED_THERE) in client.get(page).content.decode()
    reply = Event.objects.get(fact="RepliedThere").seq
    assert client.get(f"{page}papers/reply_letter/{reply}/").status_code == 404


def test_who_answers_it_anew_here_writes_a_letter_of_that_alone(town: Town) -> None:
    taken(town, [row(1, **{**CLOSED, "handler": "360101"})])
    found = said(say.order_redo, Matter.objects.get(), by=clerk(town), at=FRIDAY, why="现场核查未修复")
    assert letters(found) == []
    found = said(say.reply, found, by=town.he, at=NEXT_MONDAY, **answer())
    assert letters(found) == [Event.objects.get(matter=found, fact="Replied").seq]
    assert len(letters(replied(town))) == 1


def test_nobody_is_late_to_sign_for_what_was_closed_elsewhere_or_went_there_without_a_day(town: Town) -> None:
    week = {**CLOSED, "closed_at": NEXT_MONDAY}
    dated = row(3, handler="北社区", dispatched_at=MONDAY + HOUR)
    taken(town, [row(1, **week), row(2, handler="北社区"), dated], at=NEXT_MONDAY + HOUR)
    there, here, on_a_day = (Matter.objects.get(taken__external=f"12345-000{place}") for place in (1, 2, 3))
    late = Event.objects.filter(fact="Turned", payload__contains="Not signed for in time")
    assert list(late.values_list("matter", flat=True)) == [on_a_day.pk]
    assert state_of(here).marks["sign"].at > NEXT_MONDAY + HOUR, "it has its time from the day of the list"
    for one in (here, on_a_day):
        assert letters(one, "transfer_letter") == [Event.objects.get(matter=one, fact="Dispatched").seq]
    form = REQUEST.paper("transfer_letter")
    assert form
    assert (form.needs(state_of(there)), letters(there, "transfer_letter")) == (DISPATCHED_THERE, [])
