"""A list leaves the house as it is filtered, with a watermark, without a party; a long one only when another agrees."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.doors.desk import taking_out
from linli.doors.desk.exporting import LASTS, forget_chosen, posts_to_export
from linli.doors.desk.models import Export
from linli.doors.desk.taking_out import HEADINGS, asked_in_words, lines
from linli.matters.asking import SORTS, Listing
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.matters.queries import every
from linli.policy.calendar import calendar
from linli.policy.models import Centre
from linli.sheets.mapping import Mapping
from linli.sheets.proposing import proposed
from linli.staff.hiring import appoint
from tests.desk.conftest import Desk, page
from tests.kinds.request.in_town import taken_in
from tests.pebble.commands import carry, warn
from tests.town import LONG_AGO, MONDAY, PHONE, TUESDAY, ZHOU, Town, pebble, resident, said, viewing

ABOVE = 6
"""Lines above the rows of a list that leaves without anybody else: name, who, filter, rows, keep it, headings."""


@pytest.fixture
def five(town: Town) -> list[str]:
    """Five pebbles of North, one of them red and one whose title looks like a formula."""
    matters = [
        pebble(town, at=MONDAY + timedelta(minutes=place), title=f"{'=' * (place == 3)}第{place}颗")
        for place in range(5)
    ]
    said(warn, matters[2], by=town.mei, at=TUESDAY)
    said(carry, matters[1], by=town.he, at=TUESDAY)
    return [matter.number for matter in matters]


@pytest.fixture
def strict(town: Town) -> None:
    """A centre where four rows leave alone."""
    Centre.objects.create(name="云棠县综治中心", exports_alone=4)


def took(client: Client, **told: str) -> Any:
    return client.post("/exports/new/", {"form": "csv", **told})


def table(response: Any) -> list[list[str]]:
    assert response.status_code == 200
    return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))


def asked(client: Client) -> Export:
    took(client, purpose="季度考核")
    return Export.objects.latest("pk")


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


@pytest.mark.parametrize("name", SORTS)
def test_however_a_list_is_sorted_it_can_be_told(name: str) -> None:
    assert asked_in_words(Listing(q="路灯", sort=f"-{name}")).endswith(("升序", "降序"))


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


@pytest.mark.usefixtures("strict", "five")
def test_a_long_list_waits_for_another_person_and_is_then_taken_once(town: Town, desk: Desk) -> None:
    gu, chen = desk(town.gu), desk(town.chen)
    assert took(gu).status_code == 422
    one = asked(gu)
    assert (one.rows, one.alone, one.granted) == (5, False, None)
    place = f"/exports/{one.number}"
    assert gu.post(f"{place}/file/").status_code == 409
    assert gu.post(f"{place}/decide/", {"do": "grant"}).status_code == 403
    assert "季度考核" in page(chen, "/exports/")
    assert "季度考核" not in page(gu, "/exports/")
    assert chen.post(f"{place}/decide/", {"do": "grant"}).status_code == 302
    assert chen.post(f"{place}/file/").status_code == 403
    told = table(gu.post(f"{place}/file/"))
    assert len(told) == ABOVE + 1 + 1 + 5
    assert "陈立" in told[4][0]
    assert gu.post(f"{place}/file/").status_code == 409
    assert Export.objects.get().digest


@pytest.mark.usefixtures("strict", "five")
def test_a_refusal_needs_a_reason_and_lets_nothing_out(town: Town, desk: Desk) -> None:
    gu, chen = desk(town.gu), desk(town.chen)
    place = f"/exports/{asked(gu).number}"
    assert chen.post(f"{place}/decide/", {"do": "refuse"}).status_code == 422
    assert chen.post(f"{place}/decide/", {"do": "refuse", "reason": "只需要本月的"}).status_code == 302
    assert chen.post(f"{place}/decide/", {"do": "grant"}).status_code == 409
    assert gu.post(f"{place}/file/").status_code == 409
    assert "只需要本月的" in page(gu, f"{place}/")
    assert Export.objects.get().chosen is None


@pytest.mark.usefixtures("strict", "five")
@pytest.mark.parametrize(
    ("answer", "told"),
    [({"do": "grant"}, "陈立已同意您申请导出的"), ({"do": "refuse", "reason": "只需要本月的"}, "只需要本月的")],
)
def test_who_asked_is_told_on_the_first_page_what_was_decided_until_it_lapses(
    town: Town, desk: Desk, answer: dict[str, str], told: str
) -> None:
    gu, chen = desk(town.gu), desk(town.chen)
    one = asked(gu)
    link = f'href="/exports/{one.number}/"'
    assert link not in page(gu, "/")
    assert chen.post(f"/exports/{one.number}/decide/", answer).status_code == 302
    assert all(words in page(gu, "/") for words in (link, told))
    assert link not in page(chen, "/")
    Export.objects.update(at=one.at - LASTS, decided_at=one.at - LASTS)
    assert link not in page(gu, "/")


@pytest.mark.usefixtures("strict", "five")
def test_a_list_that_was_taken_is_told_of_no_more(town: Town, desk: Desk) -> None:
    gu = desk(town.gu)
    one = asked(gu)
    desk(town.chen).post(f"/exports/{one.number}/decide/", {"do": "grant"})
    assert one.number in page(gu, "/")
    assert gu.post(f"/exports/{one.number}/file/").status_code == 200
    assert one.number not in page(gu, "/")


@pytest.mark.usefixtures("strict")
def test_the_rows_are_those_of_the_asking_told_as_they_stand_at_the_taking(
    town: Town, desk: Desk, five: list[str]
) -> None:
    gu = desk(town.gu)
    one = asked(gu)
    pebble(town, title="后来的")
    said(carry, Matter.objects.get(number=five[3]), by=town.he, at=TUESDAY)
    desk(town.chen).post(f"/exports/{one.number}/decide/", {"do": "grant"})
    told = table(gu.post(f"/exports/{one.number}/file/"))[ABOVE + 2 :]
    assert sorted(row[1] for row in told) == five
    assert {row[1]: row[7] for row in told}[five[3]] == "carried"


def test_of_a_row_that_is_out_of_sight_by_then_only_that_is_told(town: Town, five: list[str]) -> None:
    who = viewing(resident("bai", "白", unit=town.south, role="lead"))
    ids = list(Matter.objects.values_list("pk", flat=True))
    told = list(lines(ids, who, by=posts_to_export(who)[0], at=TUESDAY))
    assert [[cell for cell in line if cell] for line in told] == [["(目前不在您可查看的范围内)"]] * 5


@pytest.mark.usefixtures("strict", "five")
def test_pieces_of_a_long_list_count_together(town: Town, desk: Desk) -> None:
    chen = desk(town.chen)
    resident("ding", "丁一", unit=town.county, role="leader")
    assert took(chen, stage="carried").status_code == 200
    assert took(chen, stage="found").status_code == 422
    assert "今天已独自导出 1 行" in page(chen, "/exports/new/?stage=found")


@pytest.mark.usefixtures("strict", "five")
def test_where_nobody_else_may_agree_the_list_does_not_leave(town: Town, desk: Desk) -> None:
    assert took(desk(town.chen), purpose="考核").status_code == 409
    assert not Export.objects.exists()


@pytest.mark.usefixtures("strict", "five")
def test_what_nobody_took_in_time_lapses_and_its_rows_are_let_go(town: Town, desk: Desk) -> None:
    gu, chen = desk(town.gu), desk(town.chen)
    one = asked(gu)
    Export.objects.update(at=one.at - LASTS)
    assert chen.post(f"/exports/{one.number}/decide/", {"do": "grant"}).status_code == 409
    assert forget_chosen(at=timezone.now()) == 1
    assert "已失效" in page(gu, f"/exports/{one.number}/")


def test_the_purpose_holds_no_telephone(town: Town, desk: Desk, strict: None, five: list[str]) -> None:
    response = took(desk(town.gu), purpose=f"给 {PHONE}")
    assert response.status_code == 422
    assert PHONE in response.content.decode()


def test_nobody_decides_on_their_own_not_even_past_the_desk(
    town: Town, desk: Desk, strict: None, five: list[str]
) -> None:
    one = asked(desk(town.gu))
    with pytest.raises(IntegrityError), transaction.atomic():
        Export.objects.filter(pk=one.pk).update(granted=True, decided_by=town.gu)


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
    name, code = told[ABOVE][-2:]
    assert [row[name] for row in rows] == ["北社区第一网格" if language == "zh-hans" else "North Grid One", ""]
    assert [row[code] for row in rows] == [town.cell.code, ""]
    for incoming in filter(None, (kind.incoming for kind in kinds())):
        assert proposed(told[ABOVE], incoming=incoming, like=Mapping()).columns["cell"].heads == (code,)
