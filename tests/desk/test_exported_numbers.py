"""A list that leaves the house says of each row where it came from and its number there."""

import json
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext, override

from linli.doors.desk import taking_out
from linli.doors.desk.exporting import posts_to_export
from linli.doors.desk.taking_out import HEADINGS, lines, objects
from linli.matters.elsewhere import of_somebody
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.sheets.mapping import Mapping
from linli.sheets.proposing import proposed
from tests.desk.conftest import ABOVE, Desk, page, table, took
from tests.kinds.request.in_town import taken_in
from tests.kinds.request.outside import row, taken
from tests.town import PHONE, TUESDAY, Town, viewing

FOUND_AGAIN = "12345-0001"


@pytest.fixture
def five_taken(town: Town) -> list[str]:
    """Five requests of a list, one with a telephone, one with an identity card and one with a formula for a number."""
    told = [FOUND_AGAIN, PHONE, "36010119800101001X", "=1+1-0004", "12345-0005"]
    taken(town, [row(place, external=number) for place, number in enumerate(told, 1)])
    return [FOUND_AGAIN, "", "", "'=1+1-0004", "12345-0005"]


def test_a_row_bears_its_number_of_where_it_came_from_and_none_that_is_somebodys(
    town: Town, desk: Desk, five_taken: list[str]
) -> None:
    begun_here = taken_in(town)
    told = table(took(desk(town.chen), sort="number"))
    rows = [dict(zip(told[ABOVE], row, strict=True)) for row in told[ABOVE + 1 :]]
    there = {row["编号"]: (row["来源平台"], row["来源编号"]) for row in rows}
    assert there.pop(begun_here.number) == ("", "")
    assert sorted(there.values()) == sorted(("12345", number) for number in five_taken)
    seen = Matter.objects.get(taken__external=FOUND_AGAIN)
    assert f"来自 12345：{FOUND_AGAIN}" in page(desk(town.chen), f"/m/{seen.number}/")
    assert there[seen.number] == ("12345", FOUND_AGAIN)


def test_for_programs_too_the_number_there_stands_beside_its_source(
    town: Town, desk: Desk, five_taken: list[str]
) -> None:
    begun_here = taken_in(town)
    _about, *rows = [json.loads(line) for line in took(desk(town.chen), form="jsonl").getvalue().splitlines()]
    there = {row["number"]: (row["source"], row["external"]) for row in rows}
    assert there.pop(begun_here.number) == ("", "")
    assert sorted(there.values()) == sorted(("12345", number.lstrip("'")) for number in five_taken)


@pytest.mark.parametrize(
    ("number", "hidden"),
    [
        *(
            (one, True)
            for one in ("13800138000", "138-0013-8000", "138 0013 8000", "+8613800138000", "１３８００１３８０００")
        ),
        *(
            (one, True)
            for one in ("13800138000-2", "13800138000/2", "张三13800138000", "0571-88886666", "(0571)88886666")
        ),
        *((one, True) for one in ("36010119800101001X", "360101198001010", "360101198001010012-1")),
        *((one, False) for one in ("12345-0001", "FL123452025050018", "20250305123456789012", "GD-2025-13-00018")),
    ],
)
def test_a_telephone_or_an_identity_card_is_known_however_it_is_written(number: str, hidden: bool) -> None:
    assert of_somebody(number) is hidden


@pytest.mark.usefixtures("five_taken")
@pytest.mark.parametrize("told_as", [lines, objects])
def test_where_the_rows_of_a_set_came_from_is_asked_once(
    town: Town, monkeypatch: pytest.MonkeyPatch, told_as: Callable[..., Iterator[object]]
) -> None:
    who, ids = viewing(town.chen), list(Matter.objects.values_list("pk", flat=True))
    (by,) = posts_to_export(who)
    monkeypatch.setattr(taking_out, "AT_ONCE", 5)
    list(told_as(ids, who, by=by, at=TUESDAY))
    asked_for = []
    for some in (ids, ids[:1]):
        with CaptureQueriesContext(connection) as told:
            assert len(list(told_as(some, who, by=by, at=TUESDAY))) == len(some)
        asked_for.append([one["sql"] for one in told if "matters_taken" in one["sql"]])
    assert [len(one) for one in asked_for] == [1, 1]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_when_the_list_comes_in_again_the_numbers_of_elsewhere_are_not_proposed_for_those_it_is_known_by(
    language: str,
) -> None:
    """Only some of its rows have one, and every row needs one."""
    with override(language):
        heads = [str(gettext(word)) for word, _width in HEADINGS]
    for incoming in filter(None, (kind.incoming for kind in kinds())):
        read = {
            head for one in proposed(heads, incoming=incoming, like=Mapping()).columns.values() for head in one.heads
        }
        assert not read & set(heads[-2:])
