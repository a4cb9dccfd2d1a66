"""The invented disputes keep their limits, except those that are to be over them."""

from datetime import date

from linli.demo import material
from tests.demo_material.planned import TODAY, day_of, limit_of, told, unpaid_of


def test_disputes_over_their_limit_were_accepted_long_ago_and_those_in_hand_were_not() -> None:
    for each in told(TODAY):
        accepted = [step.at for step in each.steps if isinstance(step, material.Accept)]
        if "over_limit" in each.course:
            assert (TODAY - day_of(accepted[0])).days > 34
        if each.course in {"in_mediation", "many_households", "danger_lifted"}:
            assert (TODAY - day_of(accepted[0])).days < 30


def test_agreements_are_reached_within_the_limit_or_the_extended_limit() -> None:
    for each in told(TODAY):
        accepted = next((step.at for step in each.steps if isinstance(step, material.Accept)), None)
        agreed = next((step.at for step in each.steps if isinstance(step, material.Agree)), None)
        if accepted and agreed:
            assert (day_of(agreed) - day_of(accepted)).days <= limit_of(each), each


def test_an_unpaid_instalment_is_past_its_day_and_a_running_plan_has_one_ahead() -> None:
    for each in told(TODAY):
        open_dues = [due.due_on for due in unpaid_of(each)]
        if each.course == "unpaid":
            assert open_dues[0] < TODAY < open_dues[-1]
        if each.course == "paying":
            assert open_dues
            assert min(open_dues) >= TODAY


def test_on_the_street_something_is_due_today_and_the_visits_are_counted_in_working_days() -> None:
    due_on = {each.course: unpaid_of(each)[0].due_on for each in told(TODAY) if each.course.startswith("due_")}
    assert due_on == {"due_today": TODAY, "due_tomorrow": date(2026, 11, 24), "due_soon": date(2026, 11, 26)}
    last = {each.course: day_of(each.steps[-1].at) for each in told(TODAY) if each.course.startswith("visit_")}
    assert last == {"visit_today": date(2026, 11, 2), "visit_soon": date(2026, 11, 4)}
