"""A street calls departments in: each has its own clocks, answers for itself, and is judged by the street."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404

from linli.kinds.request.kind import REQUEST
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.models import Mark, Matter
from linli.matters.state import ASSISTING
from linli.matters.verify import verify
from linli.place.models import Unit
from linli.staff.models import User
from tests.kinds.request.at_counter import at_the_desk_too, called, lead
from tests.kinds.request.in_town import accepted, clerk, in_hand, light
from tests.kinds.request.told import answer, say, sending
from tests.town import FRIDAY, MONDAY, TUESDAY, Town, resident, said, state_of, unit

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
CALL = {"whistle_ground": "joint", "whistle_sort": "work", "said": "请到场会商路灯改造"}


def department(town: Town, code: str, name: str) -> tuple[Unit, User]:
    place = unit(f"36{code}", name, kind="department", under=town.county)
    return place, resident(f"head-{code}", name, unit=place, role="handler")


def two(town: Town) -> tuple[tuple[Unit, User], tuple[Unit, User]]:
    return department(town, "91", "城管局"), department(town, "92", "住建局")


def blown(town: Town, *units: Unit, at: Any = MONDAY, **more: Any) -> Matter:
    return said(say.blow, in_hand(town), by=town.chen, at=at, units=units, **{**CALL, **more})


def rows(matter: Matter) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = state_of(matter).data["whistles"]
    return found


def test_each_department_joins_in_with_three_clocks_of_its_own(town: Town) -> None:
    (city, pei), (housing, _head) = two(town)
    matter = blown(town, city, housing)
    first, second = rows(matter)
    assert (first["unit"], second["unit"]) == (city.pk, housing.pk)
    marks = state_of(matter).marks
    assert {
        f"{sort}_{row['seq']}" for sort in ("whistle_sign", "whistle_contact", "whistle_arrive") for row in rows(matter)
    } <= set(marks)
    assert marks[f"whistle_sign_{first['seq']}"].at == MONDAY + HOUR
    assert marks[f"whistle_contact_{first['seq']}"].at == MONDAY + timedelta(hours=24)
    assert [duty.unit for duty in state_of(matter).holders(ASSISTING)] == [city.pk, housing.pk]
    assert REQUEST.mark_word(f"whistle_sign_{first['seq']}") == "Department called in signs by"
    assert Mark.objects.filter(matter=matter, sort="whistle_arrive").count() == 2
    assert said(say.sign_whistle, matter, by=pei, at=MONDAY).seq > matter.seq
    assert verify().differences == ()


def test_a_hard_problem_gives_two_days_more_and_needs_leave_from_above(town: Town) -> None:
    (city, _pei), (housing, _head) = two(town)
    work = blown(town, city)
    for nothing in ({}, {"leave": " "}):
        with pytest.raises(Refused, match=r"leave|同意"):
            blown(town, housing, whistle_sort="hard", **nothing)
    hard = blown(town, housing, whistle_sort="hard", leave="分管副区长三月二日同意")
    due = [state_of(matter).marks[f"whistle_arrive_{rows(matter)[0]['seq']}"].basis["span"] for matter in (work, hard)]
    assert due == ["3wd", "5wd"]


def test_only_the_head_of_a_street_calls_and_only_departments(town: Town) -> None:
    (city, pei), _other = two(town)
    matter = in_hand(town)
    with pytest.raises(Refused):
        said(say.blow, matter, by=lead(town), at=MONDAY, units=(city,), **CALL)
    with pytest.raises(Refused):
        said(say.blow, matter, by=town.gu, at=MONDAY, units=(city,), **CALL)
    with pytest.raises(Http404):
        said(say.blow, matter, by=pei, at=MONDAY, units=(city,), **CALL)
    for wrong in ((town.north,), (town.south,), (city, city)):
        with pytest.raises(Refused):
            said(say.blow, matter, by=town.chen, at=MONDAY, units=wrong, **CALL)
    matter = said(say.blow, matter, by=town.chen, at=MONDAY, units=(city,), **CALL)
    with pytest.raises(Refused):
        said(say.blow, matter, by=town.chen, at=MONDAY, units=(city,), **CALL)


def test_who_is_complained_of_is_not_called(town: Town) -> None:
    (city, _pei), (housing, _head) = two(town)
    matter = in_hand(town, reported_unit=city.pk)
    with pytest.raises(Refused):
        said(say.blow, matter, by=town.chen, at=MONDAY, units=(city,), **CALL)
    assert rows(said(say.blow, matter, by=town.chen, at=MONDAY, units=(housing,), **CALL))[0]["unit"] == housing.pk


def test_a_department_answers_only_for_itself_and_signs_first(town: Town) -> None:
    (city, pei), (_housing, head) = two(town)
    matter = blown(town, city)
    with pytest.raises(Refused):
        said(say.sign_whistle, matter, by=town.he, at=MONDAY)
    with pytest.raises(Http404):
        said(say.sign_whistle, matter, by=head, at=MONDAY)
    with pytest.raises(Refused):
        said(say.arrive, matter, by=pei, at=MONDAY, said="已到场")
    matter = said(say.sign_whistle, matter, by=pei, at=MONDAY)
    with pytest.raises(Refused):
        said(say.sign_whistle, matter, by=pei, at=MONDAY)
    matter = said(say.contact_whistle, matter, by=pei, at=MONDAY)
    matter = said(say.arrive, matter, by=pei, at=TUESDAY, said="已到场处置")
    assert [name for name in state_of(matter).marks if name.startswith("whistle")] == []


def test_what_comes_late_is_recorded_as_late_with_by_how_much(town: Town) -> None:
    (city, pei), _other = two(town)
    intime, late = blown(town, city), blown(town, city)
    for matter, at, name, minutes in ((intime, HOUR, "WhistleSigned", 0), (late, HOUR * 1.5, "WhistleSignedLate", 30)):
        said(say.sign_whistle, matter, by=pei, at=MONDAY + at)
        event = matter.events.filter(fact__startswith="WhistleSigned").get()
        assert event.fact == name
        assert f'"late_minutes":{minutes}' in event.payload


def test_a_department_that_does_not_sign_turns_it_orange(town: Town) -> None:
    (city, pei), (housing, head) = two(town)
    matter = said(say.sign_whistle, blown(town, city, housing), by=pei, at=MONDAY)
    assert (light(matter)[0], matter.turns_at) == ("yellow", MONDAY + HOUR)
    matter = said(say.contact_whistle, matter, by=pei, at=MONDAY + HOUR * 2)
    assert light(matter) == ("orange", "A department called in did not sign in time")
    assert light(said(say.sign_whistle, matter, by=head, at=MONDAY + HOUR * 3))[0] == "yellow"


def test_the_street_judges_never_a_department_and_with_that_its_part_ends(town: Town) -> None:
    (city, pei), (housing, _head) = two(town)
    matter = said(say.sign_whistle, blown(town, city, housing), by=pei, at=MONDAY)
    first, second = rows(matter)
    boss = resident("boss", "局长", unit=city, role="leader")
    told = {"whistle": first["seq"], "satisfaction": "satisfied", "said": "到场及时"}
    with pytest.raises(NotAllowed):
        said(say.rate_whistle, matter, by=boss, at=FRIDAY, **told)
    with pytest.raises(Refused):
        said(say.rate_whistle, matter, by=town.gu, at=FRIDAY, **told)
    matter = said(say.rate_whistle, matter, by=town.chen, at=FRIDAY, **told)
    with pytest.raises(Refused):
        said(say.rate_whistle, matter, by=town.chen, at=FRIDAY, **told)
    assert [duty.unit for duty in state_of(matter).holders(ASSISTING)] == [housing.pk]
    assert {name.rpartition("_")[2] for name in state_of(matter).marks if name.startswith("whistle")} == {
        str(second["seq"])
    }
    again = said(say.blow, matter, by=town.chen, at=FRIDAY, units=(city,), **CALL)
    assert len(rows(again)) == 3
    assert verify().differences == ()


def test_who_came_for_a_department_does_not_call_the_resident_back(town: Town) -> None:
    (city, pei), _other = two(town)
    matter = said(say.sign_whistle, blown(town, city), by=pei, at=MONDAY)
    matter = said(say.arrive, matter, by=pei, at=MONDAY, said="已到场处置")
    matter = said(say.reply, matter, by=town.he, at=MONDAY, **answer())
    with pytest.raises(Refused, match=r"yourself|亲自"):
        called(matter, by=at_the_desk_too(town, pei))
    assert called(matter, by=lead(town)).stage == "closed"


def test_a_department_still_signs_while_a_return_is_asked_for(town: Town) -> None:
    (city, pei), _other = two(town)
    matter = said(say.dispatch, accepted(town), by=clerk(town), at=MONDAY, **sending(town.north))
    matter = said(say.blow, matter, by=town.chen, at=MONDAY, units=(city,), **CALL)
    matter = said(say.send_back, matter, by=town.he, at=MONDAY, return_ground="not_our_duty", why="非本社区职责")
    assert matter.stage == "return_asked"
    assert rows(said(say.sign_whistle, matter, by=pei, at=MONDAY))[0]["signed"]
