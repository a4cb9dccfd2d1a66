"""One step said to many matters: the rules of one, an answer for each, and nothing twice."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.matters import access, many
from linli.matters.command import Command, Refused, Scene, command
from linli.matters.commands import SentBefore
from linli.matters.everyday import note
from linli.matters.facts import Fact
from linli.matters.kind import kind_named
from linli.matters.many import Outcome, carry_out_many, foresee, forget_rounds, planned, report, round_of
from linli.matters.models import Event, Mark, Matter, Round, RoundRow
from linli.matters.telling import begin_telling, record_many
from linli.matters.verify import verify
from linli.policy.book import book
from linli.staff.models import User
from tests.pebble import commands, facts
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, TUESDAY, WEDNESDAY, Town, facts_of, pebble, said, saying, viewing

pytestmark = pytest.mark.django_db
KEY = "9b4c1f5e-6a54-4f0e-9d3c-1c7f5a1d2e3b"
MISSING = "PEBBLE-2026-999999"
FIND = {"title": "桥头的石子", "finder": "周阿婆", "phone": "13800000013", "size": "large"}


def all_of(matters: list[Matter]) -> dict[str, int]:
    rows = Matter.objects.filter(pk__in=[matter.pk for matter in matters]).order_by("pk")
    return dict(rows.values_list("number", "version"))


def said_to_all(
    step: Command, numbers: Mapping[str, int], *, by: User, key: str = "", told: Any = None, **more: Any
) -> Outcome:
    return carry_out_many(step, numbers, told=told or {}, saying=saying(by, at=TUESDAY, key=key), **more)


def came(outcome: Outcome) -> list[str]:
    return [row.came for row in outcome.rows]


def test_each_matter_has_its_own_answer_and_one_that_refuses_stops_no_other(town: Town) -> None:
    """Found, carried already, changed since, another unit's, and one that was never there."""
    found, carried, changed = (pebble(town) for _place in range(3))
    numbers = all_of([found, carried, changed])
    carried = said(commands.carry, carried, by=town.wang, at=MONDAY)
    numbers[carried.number] = carried.version
    said(commands.warn, changed, by=town.mei, at=MONDAY)
    numbers |= {MISSING: 1}
    outcome = said_to_all(commands.carry, numbers, by=town.he)
    assert came(outcome) == ["done", "refused", "changed", "not_seen"]
    assert "刷新" in outcome.rows[1].said
    assert [facts_of(matter).count("Carried") for matter in (found, carried, changed)] == [1, 1, 0]


def test_who_may_not_and_who_may_not_even_see_change_nothing(town: Town) -> None:
    matter = pebble(town)
    for who, answer in ((town.mei, "not_allowed"), (town.sun, "not_seen")):
        assert came(said_to_all(commands.carry, all_of([matter]), by=who)) == [answer]
    assert "Carried" not in facts_of(matter)
    assert came(said_to_all(commands.carry, all_of([matter]), by=town.he)) == ["done"]


def test_a_set_is_written_like_one_step_after_the_other(town: Town) -> None:
    one, other = (said(commands.carry, pebble(town), by=town.wang, at=MONDAY) for _place in range(2))
    said(commands.bring_home, one, by=town.wang, at=TUESDAY)
    said_to_all(commands.bring_home, all_of([other]), by=town.wang)
    names = ("fact", "payload", "at", "user", "post", "behalf")
    events = [list(Event.objects.filter(matter=matter).order_by("seq").values_list(*names)) for matter in (one, other)]
    assert events[0] == events[1]
    assert verify().differences == ()


def test_the_same_post_again_gives_the_same_report_and_writes_nothing(town: Town) -> None:
    first, second = pebble(town), pebble(town)
    numbers = all_of([first, second])
    said(commands.warn, second, by=town.mei, at=MONDAY)
    before = said_to_all(commands.carry, numbers, by=town.he, key=KEY)
    events = Event.objects.count()
    assert came(before) == ["done", "changed"]
    assert said_to_all(commands.carry, numbers, by=town.he, key=KEY) == before
    assert Event.objects.count() == events
    with pytest.raises(SentBefore):
        said_to_all(note, numbers, by=town.he, key=KEY, told={"text": "看过了"})
    assert came(said_to_all(note, all_of([second]), by=town.mei, key=KEY, told={"text": "看过了"})) == ["done"]


def test_what_was_interrupted_goes_on_where_it_stopped(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = all_of([pebble(town) for _place in range(5)])
    monkeypatch.setattr(many, "AT_ONCE", 2)
    sets = iter([True, False])
    go_on = many._said_to_next

    def once(made: Round, step: many.Step) -> bool:
        if not next(sets, False):
            raise ConnectionError
        return go_on(made, step)

    with monkeypatch.context() as patch:
        patch.setattr(many, "_said_to_next", once)
        with pytest.raises(ConnectionError):
            said_to_all(commands.carry, numbers, by=town.he, key=KEY)
    assert Matter.objects.filter(stage="carried").count() == 2
    assert came(said_to_all(commands.carry, numbers, by=town.he, key=KEY)) == ["done"] * 5
    assert Event.objects.filter(fact="Carried").count() == 5


def test_an_unexpected_failure_in_one_leaves_it_as_it_was_and_the_others_done(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    matters = [pebble(town) for _place in range(5)]
    bad = matters[2].number

    def break_at(scene: Scene) -> Fact:
        if scene.number == bad:
            raise ZeroDivisionError
        return facts.Warned()

    failing = replace(commands.warn, decide=break_at)
    kind = kind_named("pebble")
    others = tuple(failing if one is commands.warn else one for one in kind.commands)
    monkeypatch.setitem(kind.__dict__, "commands", others)
    outcome = said_to_all(failing, all_of(matters), by=town.mei)
    assert came(outcome) == ["done", "done", "failed", "done", "done"]
    assert [facts_of(matter).count("Warned") for matter in matters] == [1, 1, 0, 1, 1]


def test_a_step_that_reaches_beyond_the_matter_is_refused_and_draws_no_number(town: Town) -> None:
    matter = pebble(town)
    outcome = said_to_all(commands.hand_over, all_of([matter]), by=town.he, told={"kind": "pebble", "title": "石子"})
    assert came(outcome) == ["refused"]
    assert "事项自己的页面" in outcome.rows[0].said
    assert int(pebble(town).number[-6:]) == int(matter.number[-6:]) + 1


def test_a_verb_of_another_kind_is_refused(town: Town) -> None:
    stranger = command("Carry", act="handle")(commands.carry.decide)
    assert came(said_to_all(stranger, all_of([pebble(town)]), by=town.he)) == ["refused"]


def test_a_step_that_only_follows_another_is_nobodys(town: Town) -> None:
    alone = replace(commands.carry, only_beside=True)
    assert came(said_to_all(alone, all_of([pebble(town)]), by=town.he)) == ["not_allowed"]


def test_what_is_foreseen_is_what_then_comes_and_nothing_was_written(town: Town) -> None:
    first, second = pebble(town), said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    numbers = {**all_of([first, second]), MISSING: 1}
    events, rounds = Event.objects.count(), Round.objects.count()
    foreseen = foresee(commands.carry, numbers, told={}, saying=saying(town.he, at=TUESDAY))
    assert (Event.objects.count(), Round.objects.count()) == (events, rounds)
    assert Matter.objects.get(pk=first.pk).stage == "found"
    assert foreseen == said_to_all(commands.carry, numbers, by=town.he)
    assert [(one, len(rows)) for one, _why, rows in foreseen.grouped()] == [
        ("done", 1),
        ("refused", 1),
        ("not_seen", 1),
    ]


def test_what_was_told_is_read_again_in_each_matter_where_it_is_asked_to_be(town: Town) -> None:
    first, second = pebble(town), pebble(town)

    def only_the_first(scene: Scene) -> Mapping[str, Any]:
        if scene.number != first.number:
            raise Refused("anders")
        return {"text": scene.number}

    outcome = said_to_all(note, all_of([first, second]), by=town.mei, reread=only_the_first)
    assert [(row.came, row.said) for row in outcome.rows] == [("done", ""), ("refused", "anders")]


def test_a_round_is_its_users_own_and_gone_after_a_day(town: Town) -> None:
    numbers = all_of([pebble(town)])
    said_to_all(commands.carry, numbers, by=town.he, key=KEY)
    made = round_of(viewing(town.he), KEY)
    assert made is not None
    assert planned(made) == numbers
    assert came(report(made)) == ["done"]
    assert round_of(viewing(town.mei), KEY) is None
    assert (forget_rounds(at=TUESDAY), forget_rounds(at=WEDNESDAY + many.KEPT_FOR)) == (0, 1)
    assert not RoundRow.objects.exists()


def test_the_questions_grow_with_the_sets_and_not_with_the_matters_in_them(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note in one set of a hundred, in two, and in three."""
    lines = [
        begin_telling(PEBBLE, unit=town.north, told=FIND, by=viewing(town.mei).posts[0], at=MONDAY, book=book(MONDAY))
        for _place in range(300)
    ]
    matters = record_many(lines)
    monkeypatch.setattr(many, "AT_ONCE", 100)
    asked = []
    for rows in (100, 200, 300):
        numbers = all_of(matters[:rows])
        with CaptureQueriesContext(connection) as told:
            outcome = said_to_all(note, numbers, by=town.mei, told={"text": "看过了"})
        assert came(outcome) == ["done"] * rows
        asked.append(len(told))
    assert asked[2] - asked[1] <= 30
    planning = 2
    assert abs((asked[2] - asked[1]) - (asked[1] - asked[0])) <= planning


def test_what_a_set_lifts_is_gone_in_every_matter(town: Town) -> None:
    matters = [said(commands.carry, pebble(town), by=town.wang, at=MONDAY) for _place in range(3)]
    assert Mark.objects.filter(name="limit").count() == 3
    outcome = said_to_all(commands.pass_on, all_of(matters), by=town.gu, told={"unit": town.north})
    assert (came(outcome), Mark.objects.filter(name="limit").count()) == (["done"] * 3, 0)


def test_a_set_in_which_nothing_fails_is_written_behind_no_savepoint(town: Town) -> None:
    """That of the whole set alone, where a test runs in a transaction; SQLite lays every page aside for each."""
    numbers = all_of([pebble(town) for _place in range(3)])
    made = many.plan(commands.carry, "pebble", numbers, saying=saying(town.he, at=TUESDAY, key=KEY))
    with CaptureQueriesContext(connection) as told:
        assert many._said_to_next(made, many.Step(commands.carry, {}, saying(town.he, at=TUESDAY, key=KEY)))
    savepoints = [one["sql"] for one in told if one["sql"].startswith("SAVEPOINT")]
    assert len(savepoints) == 1
    assert came(report(made)) == ["done"] * 3


def test_whose_desk_it_is_is_asked_by_the_matters_and_not_by_the_role(town: Town) -> None:
    """Every matter that the desk ever took in has that duty."""
    ids = [pebble(town).pk, *range(1_000_000, 1_000_199)]
    with CaptureQueriesContext(connection) as told:
        access.desks_of(ids)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {told[0]['sql']}")
            assert "(matter_id=?)" in cursor.fetchall()[0][3]
    assert len(told) == 1
