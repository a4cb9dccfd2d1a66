"""Marks of one sort are found together, whatever event each belongs to; old rows are sorted like new ones."""

from importlib import import_module

import pytest
from django.db import connection

from linli.matters.marks import instruction_mark, sort_of
from linli.matters.models import Mark
from linli.matters.verify import verify
from tests.pebble import commands
from tests.town import MONDAY, Town, pebble, said

pytestmark = pytest.mark.django_db
SORTS = {
    "limit": "limit",
    "called_up": "called_up",
    instruction_mark(4): "instruction",
    instruction_mark(1203): "instruction",
    "pay_back_12": "pay_back",
    "phase2": "phase2",
    "late_": "late_",
    "_7": "_7",
    "12": "12",
}


@pytest.mark.parametrize("name", SORTS)
def test_the_sort_is_the_name_without_the_event(name: str) -> None:
    assert sort_of(name) == SORTS[name]


def test_rows_from_before_are_sorted_by_the_database_in_the_same_way(town: Town, spoilt: None) -> None:
    matter = pebble(town)
    Mark.objects.bulk_create([Mark(matter=matter, name=name, at=MONDAY, provisional=False) for name in SORTS])
    with connection.cursor() as cursor:
        cursor.execute(import_module("linli.matters.migrations.0008_marks_by_sort").FILL)
    assert dict(Mark.objects.filter(matter=matter).values_list("name", "sort")) == SORTS


def test_verify_sees_a_mark_under_another_sort(town: Town, spoilt: None) -> None:
    matter = said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    assert verify().differences == ()
    Mark.objects.filter(matter=matter).update(sort="instruction")
    assert [one.number for one in verify().differences] == [matter.number]
