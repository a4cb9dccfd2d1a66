"""A mapping taken out of the desk reads the next file of the same platform, wherever its headings stand there."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from xlsxwriter import Workbook

from linli.matters.kind import kind_named
from linli.paper.rows.table import Layout, opened
from linli.sheets.mapping import Mapping, from_toml
from linli.sheets.proposing import knows
from tests.desk.conftest import Desk, page
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import HEADS, rows, written
from tests.town import Town

CONTENT = written(rows(3))


@pytest.fixture
def client(town: Town, desk: Desk) -> Client:
    return desk(clerk(town))


def handed(client: Client, content: bytes) -> str:
    file = SimpleUploadedFile("五月.csv", content)
    answer: Any = client.post("/imports/", {"kind": "request", "file": file})
    return str(answer["Location"])


def book(sheets: dict[str, list[dict[str, str]]]) -> bytes:
    into = BytesIO()
    made = Workbook(into)
    for name, told in sheets.items():
        tab = made.add_worksheet(name)
        for place, line in enumerate([HEADS, *([row.get(head, "") for head in HEADS] for row in told)]):
            tab.write_row(place, 0, line)
    made.close()
    return into.getvalue()


def taken_out(client: Client, where: str) -> Mapping:
    return from_toml(page(client, f"{where}files/map.toml"), incoming=kind_named("request").incoming)


def test_the_row_of_headings_that_was_found_is_found_anew_in_the_next_file(client: Client) -> None:
    mapping = taken_out(client, handed(client, CONTENT))
    incoming = kind_named("request").incoming
    assert incoming
    assert mapping.columns
    later = opened(
        BytesIO(("六月诉求清单\n制表：热线办\n" + CONTENT.decode("utf-8-sig")).encode()),
        layout=mapping.layout,
        known=knows(incoming),
    )
    assert (later.layout.head, later.heads) == (3, tuple(HEADS))


def test_the_row_of_headings_that_was_chosen_by_hand_stays_chosen(client: Client) -> None:
    where = handed(client, CONTENT)
    told = {"encoding": "utf-8", "separator": ",", "head": "2"}
    assert client.post(where, told).status_code == 302
    assert taken_out(client, where).head == 2


def test_only_what_was_chosen_by_hand_is_said_of_how_the_file_is_written(client: Client) -> None:
    where = handed(client, CONTENT)
    assert taken_out(client, where).layout == Layout()
    told = {"encoding": "gb18030", "separator": ",", "head": "1"}
    assert client.post(where, told).status_code == 302
    assert taken_out(client, where).layout == Layout(encoding="gb18030")


def test_the_sheet_is_said_only_where_another_than_the_first_was_chosen(client: Client) -> None:
    """That of May is called otherwise in June."""
    where = handed(client, book({"五月": rows(5), "附表": rows(2)}))
    assert taken_out(client, where).sheet == ""
    assert client.post(where, {"sheet": "附表", "head": "1"}).status_code == 302
    assert taken_out(client, where).sheet == "附表"
