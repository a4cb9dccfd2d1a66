"""The page of lists that come in: which kind it proposes for a new one, and how much it asks for that."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from linli.kinds.dispute.kind import DISPUTE
from tests.desk.conftest import Desk, page
from tests.desk.test_imports import chosen, handed
from tests.kinds.dispute.told import quarrel
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import rows, written
from tests.sheets.registers import DOCKET
from tests.sheets.registers import file_of as register
from tests.town import MONDAY, Town, opened


@pytest.fixture
def client(town: Town, desk: Desk) -> Client:
    return desk(clerk(town))


def test_a_list_is_taken_for_what_was_brought_last_else_for_requests_whatever_else_one_sees(
    client: Client, town: Town, tmp_path: Path
) -> None:
    assert proposed(client) == "request", "where nothing is kept yet"
    opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(), at=MONDAY)
    assert proposed(client) == "request", "where only others are seen"
    assert handed(client, register(tmp_path, DOCKET).read_bytes(), kind="case").status_code == 302
    assert proposed(client) == "case"


def test_the_first_rows_say_how_many_columns_there_are_where_not_all_are_seen(client: Client) -> None:
    html = page(client, handed(client, written(rows(1)))["Location"])
    heads = html.split("<thead>")[1].split("</thead>")[0].count("<th ") - 1
    assert heads > 4
    assert f"共{heads}列，表格可左右滑动。" in html


def test_an_address_that_may_be_a_home_is_asked_about_before_anything_is_taken_in(client: Client) -> None:
    where = handed(client, written(rows(1)).replace("诉求地址".encode(), "详细地址".encode()))["Location"]
    columns = f"{where}columns/"
    trial = client.post(columns, chosen(client, where))["Location"]
    for one in (columns, trial):
        assert "“详细地址”可能是个人住址" in page(client, one)


def test_the_page_of_lists_counts_no_matters(client: Client) -> None:
    assert asked(client, "/imports/") <= 6, "session, user, policy, posts, lists, views"
    handed(client, written(rows(1)))
    assert asked(client, "/imports/") <= 6, "session, user, policy, posts, lists, views"


def asked(client: Client, url: str) -> int:
    """The questions that a page asks which was shown before."""
    page(client, url)
    with CaptureQueriesContext(connection) as told:
        page(client, url)
    return len(told)


def proposed(client: Client) -> str:
    """The kind that the page proposes for the rows of a new list."""
    html = page(client, "/imports/")
    chosen_ones = [part.split('"')[1] for part in html.split("<option value=")[1:] if " selected" in part.split(">")[0]]
    return chosen_ones[0]
