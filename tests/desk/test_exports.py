"""A list leaves the house as it is filtered, with a watermark, without a party."""

import hashlib
import io
import json
import zipfile
from datetime import datetime

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.doors.desk import taking_out
from linli.doors.desk.exporting import posts_to_export
from linli.doors.desk.filters import orders
from linli.doors.desk.models import Export
from linli.doors.desk.taking_out import HEADINGS, asked_in_words, lines
from linli.matters.asking import SORTS, Listing
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.matters.queries import every
from linli.policy.calendar import calendar
from linli.sheets.mapping import Mapping
from linli.sheets.proposing import proposed
from linli.staff.hiring import appoint
from tests.desk.conftest import ABOVE, Desk, page, table, took
from tests.kinds.request.in_town import taken_in
from tests.town import LONG_AGO, PHONE, TUESDAY, ZHOU, Town, viewing


def test_the_file_holds_what_the_list_shows_in_its_order_and_names_no_party(
    town: Town, desk: Desk, five: list[str]
) -> None:
    told = table(took(desk(town.chen)))
    shown = every(Listing(), viewing(town.chen), at=timezone.now(), calendar=calendar())
    assert [row[1] for row in told[ABOVE + 1 :]] == [one.number for one in shown]
    assert told[ABOVE + 1][1] == five[2]
    assert {len(row) for row in told[ABOVE:]} == {len(HEADINGS)}
    assert not any(word in str(told) for word in (ZHOU, PHONE))
    red = table(took(desk(town.chen), colour="red"))
    assert [row[1] for row in red[ABOVE + 1 :]] == [five[2]]


def test_above_the_rows_stands_who_took_them_from_where_when_what_and_how_many(
    town: Town, desk: Desk, five: list[str]
) -> None:
    told = table(took(desk(town.chen), q="颗", sort="number"))
    one = Export.objects.get()
    head = " ".join(row[0] for row in told[1 : ABOVE - 1])
    assert (one.number, one.rows, one.alone, one.chosen) == (f"DC-{timezone.now().year}-0001", 5, True, None)
    for word in (one.number, "陈立", "柳树街道", "分管领导", "5 行", "在办"):
        assert word in head, word
    assert "颗" not in one.asked + head


@pytest.mark.parametrize("sort", [f"{way}{name}" for name in SORTS for way in ("", "-")])
def test_a_list_that_is_taken_out_calls_its_order_as_the_page_does(sort: str) -> None:
    listing = Listing(q="路灯", sort=sort)
    assert f"“{dict(orders(listing))[listing.order]}”" in asked_in_words(listing)


def test_no_title_is_a_formula_in_either_form(town: Town, desk: Desk, five: list[str]) -> None:
    chen = desk(town.chen)
    assert "'=第3颗" in [row[2] for row in table(took(chen))[ABOVE:]]
    content = took(chen, form="xlsx").getvalue()
    tab = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "=第3颗" in tab
    assert "<f>" not in tab


@pytest.mark.parametrize("form", ["xlsx", "csv", "jsonl"])
def test_the_digest_that_is_kept_is_that_of_the_file(town: Town, desk: Desk, five: list[str], form: str) -> None:
    content = took(desk(town.chen), form=form).getvalue()
    assert Export.objects.get().digest == hashlib.sha256(content).hexdigest()


def test_what_leaves_line_by_line_is_whole_only_when_its_last_line_went(
    town: Town, desk: Desk, five: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_out, "PIECE", 1)
    answer = took(desk(town.chen))
    assert answer.streaming
    next(iter(answer.streaming_content))
    del answer
    one = Export.objects.get()
    assert (one.digest, one.chosen, bool(one.taken_at)) == ("", None, True)
    assert "中断" in page(desk(town.chen), f"/exports/{one}/")


def test_for_programs_each_row_is_an_object_of_codes_and_moments_and_names_no_party(
    town: Town, desk: Desk, five: list[str]
) -> None:
    about, *rows = [json.loads(line) for line in took(desk(town.chen), form="jsonl").getvalue().splitlines()]
    one = Matter.objects.get(number=five[2])
    told = next(row for row in rows if row["number"] == five[2])
    assert next(row["number"] for row in rows) == five[2]
    assert (told["colour"], told["kind"], told["unit"]) == (one.colour, "pebble", one.unit.code)
    assert datetime.fromisoformat(told["opened_at"]) == one.opened_at
    assert not any(word in str((about, rows)) for word in (ZHOU, PHONE))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_for_programs_too_the_reason_is_told_in_the_language_of_whoever_takes_it_out(
    town: Town, desk: Desk, five: list[str], language: str
) -> None:
    chen = desk(town.chen)
    chen.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    _about, *rows = [json.loads(line) for line in took(chen, form="jsonl").getvalue().splitlines()]
    sheet = table(took(chen))[ABOVE:]
    place = sheet[0].index("颜色原因" if language == "zh-hans" else "Why this colour")
    assert [row["because"] for row in rows] == [row[place] for row in sheet[1:]]
    assert all(row["because"] for row in rows)


def test_rows_are_read_in_sets_with_the_same_questions_for_each(
    town: Town, five: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    who = viewing(town.chen)
    (by,), ids = posts_to_export(who), list(Matter.objects.values_list("pk", flat=True))
    asked_for = []
    for at_once in (5, 1):
        monkeypatch.setattr(taking_out, "AT_ONCE", at_once)
        with CaptureQueriesContext(connection) as told:
            assert len(list(lines(ids, who, by=by, at=TUESDAY))) == 5
        asked_for.append(len(told))
    assert asked_for[1] <= 5 * asked_for[0]
    assert asked_for[0] <= 3


def test_only_who_may_export_takes_a_list_and_only_of_the_units_of_that_post(
    town: Town, desk: Desk, five: list[str]
) -> None:
    assert took(desk(town.mei)).status_code == 403
    assert 'href="/exports/new/' not in page(desk(town.mei), "/matters/")
    sun = town.sun
    appoint(sun, unit=town.south, role="lead", from_on=LONG_AGO)
    appoint(sun, unit=town.north, role="clerk", from_on=LONG_AGO)
    assert "有 5 行" in page(desk(sun), "/exports/new/")
    assert took(desk(sun)).status_code == 409
    assert not Export.objects.exists()


def test_who_audits_sees_what_left_and_a_stranger_does_not(town: Town, desk: Desk, five: list[str]) -> None:
    took(desk(town.gu))
    one = Export.objects.get()
    number = one.number
    for asked_for in ("", f"?q={one.digest.upper()}", f"?q={number}"):
        assert f"/exports/{number}/" in page(desk(town.lei), f"/exports/{asked_for}")
    assert f"/exports/{number}/" not in page(desk(town.lei), f"/exports/?q={'0' * 64}")
    assert number not in page(desk(town.tan), "/exports/")
    assert desk(town.tan).get(f"/exports/{number}/").status_code == 404


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_grid_cell_is_named_and_its_code_is_what_is_read_back(town: Town, desk: Desk, language: str) -> None:
    """Two cells of one name are told apart when the list comes in again."""
    town.cell.unit.name_en = "North Grid One"
    town.cell.unit.save()
    taken_in(town, cell=town.cell.pk)
    taken_in(town)
    chen = desk(town.chen)
    chen.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    told = table(took(chen, sort="number"))
    rows = [dict(zip(told[ABOVE], row, strict=True)) for row in told[ABOVE + 1 :]]
    name, code = told[ABOVE][14:16]
    assert [row[name] for row in rows] == ["北社区第一网格" if language == "zh-hans" else "North Grid One", ""]
    assert [row[code] for row in rows] == [town.cell.code, ""]
    for incoming in filter(None, (kind.incoming for kind in kinds())):
        assert proposed(told[ABOVE], incoming=incoming, like=Mapping()).columns["cell"].heads == (code,)
