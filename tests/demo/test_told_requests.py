"""The requests of the county as they stand in the ledger: every stage, fact and colour, posts, and nobody's name."""

import pytest
from django.db.models import QuerySet

from linli.colours.colour import Colour
from linli.demo.requests.planning import requests
from linli.matters.kind import kind_named
from linli.matters.models import Event, Matter, Standing, Tie, Words
from linli.matters.state import State
from linli.matters.verify import verify
from linli.place.models import Unit
from linli.staff.acts import roles_for
from linli.staff.models import Post
from tests.demo.duties import covers, homes_of, joined, units_in
from tests.demo.moments import AT, THIS_MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NOT_TOLD = {
    "TakenOver": "nothing of another kind goes on as a request",
    "PartDropped": "no part ends without an answer",
    "Lapsed": "no whole ends before its parts",
    "DispatchedThere": "no list comes into the county from outside",
    "RepliedThere": "no list comes into the county from outside",
    "RatedThere": "no list comes into the county from outside",
    "JoinedIn": "whoever joins in does so at the counter, of what is told near them there",
    "KeptConfidential": "who wants it kept confidential says so when it is taken in",
    "WentAlone": "nothing that others go with ends without a reply",
    **dict.fromkeys(
        (
            "Attached",
            "Renamed",
            "Erased",
            "Noted",
            "Instructed",
            "Fulfilled",
            "CalledUp",
            "CallDismissed",
            "PaperVoided",
        ),
        "everyday steps, told of disputes and cases where at all",
    ),
}
ACTS = {
    "TakenIn ClosedUnconfirmed AnsweredNow CalledBack NotReached Withdrawn": "record",
    "Reclassified PlaceCorrected PaperIssued": "record",
    "ReporterNamed": "record hand_in",
    "HandedIn": "hand_in",
    "Closed RedoBegan": "record answer",
    "Rated RedoAsked TakenBack DataAsked Supplemented": "answer",
    "Accepted NotAccepted Dispatched ReDispatched Designated ReturnUpheld RedoOrdered Parked TakenUp Urged": "assign",
    "Merged Unmerged Absorbed Released Split PartTakenIn Converted": "assign",
    "Signed Contacted Progressed Replied ReturnAsked ExtensionAsked DelayExplained": "handle",
    "NoticeAnswered": "handle",
    "AnswerPassedOn AnsweredAlong PartAnswered PartClosed": "handle",
    "WhistleSigned WhistleSignedLate WhistleContacted WhistleContactedLate Arrived ArrivedLate": "handle",
    "ExtensionGranted ExtensionRefused Suspended Resumed CallBackWaived DataAnswered": "approve",
    "Supervised SupervisionLifted WhistleBlown WhistleRated": "approve",
    "Archived": "close",
    "Reopened": "reopen",
}
ACTS_OF = {fact: acts.split() for facts, acts in ACTS.items() for fact in facts.split()}
FOLLOWS = {"AnsweredAlong", "PartAnswered"}
"""Said beside a step in another request, by the right to that step."""


def there() -> QuerySet[Matter]:
    return Matter.objects.filter(kind="request")


def events() -> QuerySet[Event]:
    return Event.objects.filter(matter__kind="request")


def states() -> list[State]:
    return [
        State.read(text) for text in Standing.objects.filter(matter__kind="request").values_list("state", flat=True)
    ]


def because(colour: str) -> set[str]:
    return set(there().filter(closed_at=None, colour=colour).values_list("because", flat=True))


def test_700_and_the_parts_of_five_are_told() -> None:
    assert there().count() == 700 + 5
    assert there().filter(number__startswith="QS-").count() == there().count()


def test_every_fact_occurs_except_those_named_here() -> None:
    told = set(events().values_list("fact", flat=True)) - {"Turned"}
    facts = {fact.__name__ for fact in kind_named("request").facts}
    assert told == facts - set(NOT_TOLD)


def test_every_way_of_being_red_and_most_of_being_orange_stand_there_today() -> None:
    assert set(there().values_list("colour", flat=True)) == {colour.value for colour in Colour}
    assert because("red") >= {
        "Danger to life or property",
        "Overdue",
        "Not solved, the resident says: do it again",
        "Not solved, the resident says, and the time to do it again is over",
    }
    assert because("orange") >= {
        "Due within one working day",
        "Reported by many",
        "Under a red notice",
        "More time was asked for; nobody decided in time",
        "A department called in did not sign in time",
        "Answered; not called back in time",
        "Parked; the day to look at it again is over",
    }


def test_some_were_handed_in_this_morning_and_some_turn_before_the_day_is_over() -> None:
    assert there().filter(stage="handed_in", opened_at__gte=THIS_MORNING).count() >= 8
    states_now = [state for state in states() if not state.closed_at]
    until = [mark.at for state in states_now for mark in state.marks.values()]
    assert sum(AT < at < AT.replace(hour=12) for at in until) >= 10


def test_the_clerk_of_the_street_has_some_to_accept_to_dispatch_and_to_call_back() -> None:
    here = there().filter(unit_2=Unit.objects.get(name="拂柳街道").pk)
    assert here.filter(stage="handed_in").count() >= 5
    assert here.filter(stage="accepted").count() >= 2
    assert here.filter(stage="replied").count() >= 3


def test_the_handler_of_a_community_has_some_to_sign_to_answer_and_one_to_do_again_in_person() -> None:
    hers = there().filter(unit__name="小满社区")
    assert hers.filter(stage="dispatched").count() >= 2
    assert hers.filter(stage="in_progress", holder__username="ruan").count() >= 3
    assert hers.filter(stage="redo", colour=Colour.RED, holder__username="ruan").exists()


def test_the_pump_was_reported_by_many_and_one_of_them_goes_by_itself_again() -> None:
    pump = there().get(because="Reported by many")
    waiting = there().filter(stage="merged")
    assert waiting.count() == 4
    ties = Tie.objects.filter(matter=pump, until_at=None, number__in=waiting.values("number"))
    assert ties.count() == 4
    assert events().filter(fact="Unmerged").count() == 1


def test_each_who_reported_the_lamp_was_asked_for_an_answer_of_their_own() -> None:
    along = there().filter(pk__in=events().filter(fact="AnsweredAlong").values("matter"))
    answers = events().filter(fact__in=("Rated", "CalledBack"), matter__in=along)
    assert along.count() == 3
    assert answers.values("matter").distinct().count() == 3


def test_who_handled_a_request_did_not_call_back() -> None:
    handled = set(events().filter(fact="Replied").values_list("matter_id", "user"))
    called = set(events().filter(fact__in=("CalledBack", "NotReached")).values_list("matter_id", "user"))
    assert called
    assert not handled & called


def test_nobody_told_anything_without_a_post_that_allows_it() -> None:
    posts = {post.pk: post for post in Post.objects.select_related("unit")}
    homes, called_in = homes_of("unit", "desk"), units_in(role="assisting")
    for event in events().exclude(user=None):
        post = posts[event.post_id or 0]
        assert post.user_id == event.user_id
        assert post.role in frozenset().union(*(roles_for(act) for act in ACTS_OF[event.fact])), event
        helped = joined(called_in[event.matter_id, post.unit_id], at=event.at)
        follows = event.fact in FOLLOWS
        assert helped or follows or covers(post.unit, homes[event.matter_id], at=event.at), event


def test_no_title_and_no_payload_says_who_asked() -> None:
    names = {each.asked.name for each in requests(AT) if each.asked.name}
    titles = " ".join(there().values_list("title", flat=True))
    assert not [name for name in names if name in titles]
    assert not Words.objects.filter(matter__kind="request", field="name", sealed=None).exists()
    assert not events().filter(payload__regex=r"1380000\d{4}").exists()


def test_the_ledger_verifies() -> None:
    assert verify().differences == ()
