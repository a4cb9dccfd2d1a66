"""The county as it stands in the database once told: its figures from the events, its posts, its ledger."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F, Max, Q, QuerySet

from linli.colours.colour import Colour
from linli.demo.people import offered
from linli.ground.clock import day_of
from linli.matters.kind import kind_named
from linli.matters.models import Duty, Event, Matter, Words
from linli.matters.verify import verify
from linli.place.models import Cell, Unit
from linli.place.tree import path_of
from linli.policy.centre import the_centre
from linli.staff.acts import ASSISTING_ACTS, roles_for
from linli.staff.models import Post, User
from linli.staff.trials import trials
from tests.demo.duties import covers, homes_of, joined, units_in
from tests.demo.moments import AT, IN_THREE_WORKING_DAYS, MAY, THIS_MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ENDS = ("Agreed", "Reopened", "Terminated")
ACTS = {
    "record": (
        *("Opened", "PartyAdded", "Accepted", "Declined", "ConsentGiven", "ConsentRefused", "ComplainantAdded"),
    ),
    "assess": ("DangerFound", "DangerCleared"),
    "assign": ("MediatorsNamed", "MediatorsChanged", "Assigned", "HandedTo"),
    "mediate": (
        *("Recused", "Joined", "SessionHeld", "UndisputedNoted", "ConcessionNoted", "Paused", "Resumed", "Extended"),
        *("Agreed", "Performed", "Defaulted", "ConfirmationApplied", "ConfirmationAnswered", "Terminated"),
    ),
    "handle": (*("Opined", "Visited", "Classified", "Resumed"),),
    "investigate": ("Filed", "Assessed", "Progressed", "SeriesJoined", "ExtensionAsked", "ResultReported"),
    "approve": (
        *("Converted", "TakenOver", "TakenOverUrgently", "FilingDeclined", "Instructed", "CalledUp"),
        *("ExtensionApproved", "ResultApproved", "SentBack", "Suspended"),
    ),
    "close": ("Closed",),
    "reopen": ("Reopened",),
    "note": ("Noted", "Fulfilled"),
}
ACT_OF = {fact: act for act, facts in ACTS.items() for fact in facts}


def street() -> Unit:
    return Unit.objects.get(name="拂柳街道")


def disputes() -> QuerySet[Matter]:
    return Matter.objects.filter(kind="dispute")


def stands_agreed(numbers: set[int]) -> set[int]:
    """Settled: of the agreements, reopenings and terminations of a matter the last one is an agreement."""
    rows = Event.objects.filter(matter_id__in=numbers, fact__in=ENDS).order_by("seq").values_list("matter_id", "fact")
    return {matter for matter, fact in dict(rows).items() if fact == "Agreed"}


def happened(fact: str, **where: Any) -> set[int]:
    return set(Event.objects.filter(fact=fact, **where).values_list("matter_id", flat=True))


def test_the_county_has_its_units_its_cells_and_650_disputes_and_three_that_were_something_else() -> None:
    assert Unit.objects.count() == 1 + 12 + 120 + 1223 + 14 + 4 + 8
    assert Cell.objects.count() == 1223
    assert disputes().count() == 650 + 1 + 2
    assert Post.objects.count() == User.objects.count() == 81 + 1


def test_in_may_181_were_opened_and_all_of_them_are_settled() -> None:
    opened = happened("Opened", matter__kind="dispute", at__gte=MAY[0], at__lt=MAY[1])
    assert len(opened) == 181
    assert len(stands_agreed(opened)) == 181


def test_the_street_accepted_343_and_settled_341() -> None:
    accepted = happened("Accepted", matter__kind="dispute", matter__unit_2=street().pk)
    assert len(accepted) == 343
    assert len(stands_agreed(accepted)) == 341


def test_the_two_unsettled_of_the_street_are_red_and_orange_today() -> None:
    accepted = happened("Accepted", matter__kind="dispute", matter__unit_2=street().pk)
    rest = Matter.objects.filter(pk__in=accepted - stands_agreed(accepted)).order_by("colour")
    assert list(rest.values_list("colour", "because")) == [
        ("orange", "Unresolved past its limit"),
        ("red", "Someone may get hurt"),
    ]


def test_what_was_agreed_and_not_performed_in_time_stays_settled() -> None:
    late = disputes().filter(unit_2=street().pk, stage="agreed", colour=Colour.ORANGE)
    numbers = set(late.values_list("pk", flat=True))
    assert len(numbers) >= 3
    assert stands_agreed(numbers) == numbers


@pytest.mark.parametrize("kind", ["dispute", "case", "request"])
def test_every_colour_and_every_stage_occurs(kind: str) -> None:
    there = Matter.objects.filter(kind=kind)
    assert set(there.values_list("colour", flat=True)) == {colour.value for colour in Colour}
    assert set(there.values_list("stage", flat=True)) == set(kind_named(kind).stages)


def test_closed_without_a_settlement_is_green_for_a_reason_of_its_own() -> None:
    filed = disputes().filter(stage="closed", outcome="terminated")
    assert filed.count() == 9
    assert {(row.colour, row.because) for row in filed} == {
        ("green", "Closed without a settlement; the other lawful ways were told")
    }


def test_a_commission_of_the_court_is_under_way() -> None:
    commissioned = Event.objects.filter(fact="Opened", payload__contains='"origin":"court"', matter__stage="mediating")
    assert commissioned.exists()


def test_the_street_has_a_day_before_it() -> None:
    there = disputes().filter(unit_2=street().pk, closed_at=None)
    assert 25 <= there.count() <= 40
    assert there.filter(stage="registered").count() == 7
    assert there.filter(opened_at__gte=THIS_MORNING).count() == 3
    assert there.filter(due_at__gte=AT, due_at__lt=THIS_MORNING + timedelta(days=1)).count() >= 2
    assert there.filter(due_at__gte=AT, due_at__lt=IN_THREE_WORKING_DAYS).count() >= 5


def test_one_mediator_has_a_good_share_of_it_the_red_one_too() -> None:
    hers = disputes().filter(unit_2=street().pk, closed_at=None, holder__username="lin")
    soon = hers.filter(due_at__gte=AT, due_at__lt=IN_THREE_WORKING_DAYS)
    assert hers.count() >= 8
    assert hers.filter(colour=Colour.RED).exists()
    assert soon.exists()


def test_the_heads_of_the_street_have_the_red_one_in_charge_and_the_police_still_owe_an_opinion() -> None:
    red = disputes().get(unit_2=street().pk, colour=Colour.RED)
    duties = Duty.objects.filter(matter=red, until_at=None)
    assert set(duties.filter(role__in=("leader", "team_lead")).values_list("user__username", flat=True)) == {
        "chen",
        "zheng",
    }
    assert duties.filter(role="assisting", unit__name="云棠县公安局").exists()
    assert not Event.objects.filter(matter=red, fact="Opined", user__username="fang").exists()


def test_nothing_lies_in_the_future() -> None:
    assert Event.objects.aggregate(last=Max("at"))["last"] < AT
    assert not Matter.objects.filter(Q(touched_at__gt=AT) | Q(opened_at__gt=AT)).exists()
    assert not Event.objects.exclude(fact="Turned").filter(user=None).exists()


@pytest.mark.parametrize("kind", ["dispute", "case", "request"])
def test_numbers_follow_the_calendar(kind: str) -> None:
    rows = Matter.objects.filter(kind=kind).order_by("opened_at", "pk").values_list("number", flat=True)
    assert list(rows) == sorted(rows)


def test_the_ledger_verifies() -> None:
    outcome = verify()
    assert outcome.differences == ()
    assert (outcome.matters, outcome.events) == (Matter.objects.count(), Event.objects.count())


def test_nobody_told_anything_without_a_post_that_allows_it() -> None:
    posts = {post.pk: post for post in Post.objects.select_related("unit")}
    called_in, homes = units_in(role="assisting"), homes_of("unit")
    for event in Event.objects.exclude(user=None).exclude(matter__kind="request").select_related("matter"):
        post = posts[event.post_id or 0]
        assert post.user_id == event.user_id
        act = ACT_OF[event.fact]
        assert post.role in roles_for(act), event
        helped = act in ASSISTING_ACTS and joined(called_in[event.matter_id, post.unit_id], at=event.at)
        assert helped or covers(post.unit, homes[event.matter_id], at=event.at), event


def test_the_police_told_something_though_no_matter_is_theirs() -> None:
    by_police = Event.objects.filter(user__username="fang")
    unit = Unit.objects.get(name="云棠县公安局")
    assert set(by_police.values_list("fact", flat=True)) == {"Opined"}
    assert not Matter.objects.filter(**{f"unit_{unit.level}": unit.pk}).exists()


def test_words_stand_beside_the_events_and_names_are_sealed() -> None:
    assert not Words.objects.filter(field="name", sealed=None).exists()
    assert not Event.objects.filter(payload__regex=r"1380000\d{4}").exists()
    assert not Matter.objects.filter(title="").exists()


def test_all_who_are_shown_as_sign_ins_hold_a_post_and_the_director_reaches_everything() -> None:
    assert [trial.post.user.username for trial in trials(on=day_of(AT, zone=the_centre().zone))] == list(offered())
    county = Unit.objects.get(kind="county")
    assert Post.objects.get(user__username="he").unit == county
    assert path_of(county)[0] == county.pk
    assert not Matter.objects.exclude(unit_1=county.pk).exists()


def test_outcomes_agree_with_stages() -> None:
    found = Counter(disputes().values_list("stage", "outcome"))
    assert {stage for stage, outcome in found if outcome} == {"closed", "declined", "converted"}
    assert not Matter.objects.filter(stage="closed", closed_at=None).exists()
    assert not Matter.objects.filter(closed_at__lt=F("opened_at")).exists()
