"""Loading units: dry runs, all or nothing, and a sentence for each wrong row."""

from pathlib import Path

import pytest

from linli.place.models import Unit, UnitKind
from linli.place.tree import graft, path_of
from linli.staff.management.commands.createadmin import TOP_CODE
from tests.place.county import UNITS, load

HOUSE = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.django_db


def test_units_load_in_any_order_of_rows_with_their_paths() -> None:
    assert load(UNITS).counts == {"new": 5, "changed": 0, "same": 0, "wrong": 0}
    grid = Unit.objects.get(code="1111")
    assert path_of(grid) == tuple(Unit.objects.get(code=code).pk for code in ("1", "11", "111", "1111"))


def test_the_same_file_again_changes_nothing() -> None:
    load(UNITS)
    assert load(UNITS).counts == {"new": 0, "changed": 0, "same": 5, "wrong": 0}


def test_a_changed_row_renames_and_moves_with_what_is_below() -> None:
    load(UNITS)
    moved = UNITS.replace("111,北社区,North Community,community,11\n", "111,北苑社区,North Court,community,12\n")
    assert load(moved).counts == {"new": 0, "changed": 1, "same": 4, "wrong": 0}
    assert Unit.objects.get(code="111").name == "北苑社区"
    assert Unit.objects.get(code="1111").unit_2 == Unit.objects.get(code="12").pk


def test_a_dry_run_says_the_same_and_saves_nothing() -> None:
    outcome = load(UNITS, dry_run=True)
    assert outcome.counts["new"] == 5
    assert not outcome.saved
    assert not Unit.objects.exists()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (",无码,,street,1", "The code is missing."),
        ("13,,,street,1", "The name is missing."),
        ("13,杨树街道,,avenue,1", "“avenue” is no kind of unit. There are: county, street, town, community, grid,"),
        ("13,杨树街道,,street,99", "There is no unit with the code “99”."),
        ("13,杨树街道,,grid,1", "cannot belong to a"),
        ("11,柳树街道,,street,1", "The code stands in row 4 already."),
    ],
)
def test_one_wrong_row_is_named_and_nothing_is_saved(row: str, sentence: str) -> None:
    outcome = load(UNITS + row + "\n")
    assert [(found.line, sentence in found.sentence) for found in outcome.wrong] == [(7, True)]
    assert not outcome.saved
    assert not Unit.objects.exists()


def test_the_english_name_may_be_left_out_and_blank_rows_are_passed_over_but_counted() -> None:
    outcome = load("code,name,kind,parent_code\n1,云河县,county,\n\n,,,\n11,柳树街道,avenue,1\n")
    assert [(row.line, row.code) for row in outcome.wrong] == [(5, "11")]
    assert load("code,name,kind,parent_code\n1,云河县,county,\n\n,,,\n11,柳树街道,street,1\n").saved
    assert Unit.objects.get(code="11").name_en == ""


def test_a_table_without_english_names_leaves_those_there_are() -> None:
    load(UNITS)
    assert load("code,name,kind,parent_code\n1,云河县,county,\n").counts["same"] == 1
    assert load("code,name,kind,parent_code\n1,云河市,county,\n").counts["changed"] == 1
    assert Unit.objects.get(code="1").name_en == "Yunhe County"


def test_departments_in_a_circle_are_refused_rather_than_followed_for_ever() -> None:
    outcome = load(UNITS + "2,甲局,,department,3\n3,乙局,,department,2\n")
    assert {row.code for row in outcome.wrong} == {"2", "3"}


@pytest.mark.parametrize("guide", ["first-day.md", "first-day.zh-CN.md"])
def test_the_table_of_the_first_day_can_be_loaded(guide: str) -> None:
    graft(Unit(code=TOP_CODE, name="柳县", kind=UnitKind.COUNTY), under=None)
    text = (HOUSE / "docs" / guide).read_text(encoding="utf-8")
    table = text.partition("```csv\n")[2].partition("```")[0]
    outcome = load(table)
    assert outcome.counts == {"new": 3, "changed": 0, "same": 0, "wrong": 0}
