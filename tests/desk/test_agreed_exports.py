"""A long list leaves only after another person agreed: asked for, decided, told, taken once or let go."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from linli.doors.desk.exporting import LASTS, forget_chosen, posts_to_export
from linli.doors.desk.models import Export
from linli.doors.desk.taking_out import lines
from linli.matters.models import Matter
from tests.desk.conftest import ABOVE, Desk, page, table, took
from tests.pebble.commands import carry
from tests.town import PHONE, TUESDAY, Town, pebble, resident, said, viewing


def asked(client: Client) -> Export:
    took(client, purpose="季度考核")
    return Export.objects.latest("pk")


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
