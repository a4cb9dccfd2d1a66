"""Every path is taken, and ends where it is meant to end."""

from collections import defaultdict

from linli.demo import material
from linli.demo.paths.settled import SETTLED
from linli.demo.paths.special import HANDED_OVER, SPECIAL
from linli.demo.paths.street import STREET_NEW, STREET_UNSETTLED, STREET_WATCHED
from tests.demo_material.planned import TODAY, told

LAST_WORD = {
    "assessed": material.Assess,
    "accepted": material.Accept,
    "one_side_willing": material.Consent,
    "dangerous": material.Opine,
    "danger_lifted": material.Assess,
    "extended": material.Meet,
    "paying": material.Perform,
    "unpaid": material.Note,
    "defaulted": material.Default,
    "window_open": material.Agree,
    "window_closing": material.Agree,
    "application_made": material.ApplyForConfirmation,
    "performed": material.Perform,
    "visited": material.Visit,
    "dissatisfied": material.Visit,
    "reopened": material.Note,
    "danger_now": material.Note,
    "paused": material.Pause,
    "due_today": material.Perform,
    "due_tomorrow": material.Perform,
    "due_soon": material.Perform,
    "visit_today": material.Perform,
    "visit_soon": material.Perform,
    "assessed_this_morning": material.Assess,
    "taken_on_this_morning": material.Accept,
    "settled_again": material.Close,
    "came_to_blows": material.Convert,
    "handed_over": material.Convert,
    "handed_over_after_its_end": material.Convert,
}


def test_every_path_is_taken_as_often_as_it_is_ordered() -> None:
    taken = defaultdict(list)
    for each in told(TODAY):
        taken[each.course].append(each)
    for course in (*SPECIAL, *HANDED_OVER, *STREET_UNSETTLED, *STREET_WATCHED, *STREET_NEW):
        assert len(taken[course.name]) >= course.count
    assert all(taken[course.name] for course in SETTLED)


def test_every_path_ends_where_it_is_meant_to_end() -> None:
    for each in told(TODAY):
        if each.course in {"just_opened", "this_morning"}:
            assert not each.steps
        elif each.course.startswith("filed_"):
            assert isinstance(each.steps[-1], material.Close)
            assert isinstance(each.steps[-2], material.Terminate)
        elif each.course.startswith("terminated_"):
            assert isinstance(each.steps[-1], material.Terminate)
        elif each.course.startswith("declined_"):
            assert isinstance(each.steps[-1], material.Decline)
        elif each.course in LAST_WORD:
            assert isinstance(each.steps[-1], LAST_WORD[each.course]), each
