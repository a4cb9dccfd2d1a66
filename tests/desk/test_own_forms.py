"""The office's own forms on the desk: kept, bound beside the sheet, shown, filled, and traced to the matters."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from linli.paper.form import book as books
from linli.paper.form.address import address
from linli.paper.form.archive import OLD
from linli.reports.models import Filling, OwnForm
from tests.desk.conftest import Desk, page
from tests.paper.form.made import Cells, form
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, Town, opened

TOLD = {"title": "桥头的石子", "finder": "周阿婆", "phone": "13800000013", "size": "small"}
CELLS: Cells = {"A1": "石子月报", "B2": "本月", "C2": "上月", "A3": "小", "A4": "large", "A5": "合计", "B5": 2}
BLOCK = {
    "sheet": "表一",
    "cells": "b3:b4",
    "indicator": "pebble.opened",
    "across": "turn",
    "down": "sort",
    "do": "bind",
}
READ = {"read_facet": "sort", "read_text": "小", "read_code": "small"}
ASKED = "?unit=3601&period=2026-03"


def sent(client: Client, data: bytes, *, name: str = "月报.xlsx") -> Any:
    return client.post("/forms/", {"title": "石子月报", "unit": "3601", "file": SimpleUploadedFile(name, data)})


@pytest.fixture
def kept(town: Town, desk: Desk) -> tuple[Client, str]:
    """The street's leader has kept a form; two pebbles were opened in March."""
    for days in (0, 1):
        opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY + timedelta(days=days))
    client = desk(town.chen)
    return client, sent(client, form(CELLS, merged=("A1:C1",)))["Location"]


def test_what_is_no_form_is_refused_with_a_sentence_and_nothing_typed_is_lost(town: Town, desk: Desk) -> None:
    client = desk(town.chen)
    for data, said in ((OLD + bytes(600), "旧版 .xls"), (b"%PDF-1.7", "不是 Excel 工作簿")):
        answer = sent(client, data)
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert 'value="石子月报"' in answer.content.decode()
    assert not OwnForm.objects.exists()


def test_a_block_is_bound_by_its_heads_filled_downloaded_and_traced(
    kept: tuple[Client, str], town: Town, desk: Desk
) -> None:
    client, place = kept
    panel = page(
        client, f"{place}?sheet=表一&cells=B3:B4&indicator=pebble.opened&down=sort", headers={"HX-Request": "true"}
    )
    assert "<html" not in panel
    assert panel.index("is-unread") < panel.index(">小<")
    assert client.post(f"{place}bind/", {**BLOCK, **READ}).status_code == 302
    assert 'value="small" selected' in page(client, f"{place}?sheet=表一&cells=B3:B4")
    shown = page(client, f"{place}{ASKED}")
    assert re.search(r'data-at="B3" class="is-bound is-filled is-number">2<', shown)
    answer = client.post(f"{place}fill/", {"unit": "3601", "period": "2026-03"})
    filling = Filling.objects.get()
    assert answer["Location"] == f"/fillings/{filling.number}/"
    data = b"".join(client.get(f"/fillings/{filling.number}/file/"))
    sheet = books.opened(BytesIO(data).getvalue()).sheets[0]
    assert [str(sheet.value(address(cell))) for cell in ("B3", "B4")] == ["2", "0"]
    assert "桥头的石子" in page(client, f"/fillings/{filling.number}/B3/?sheet=表一")
    assert page(desk(town.lei), answer["Location"]).count("/B3/") == 2


def test_a_form_that_contradicts_itself_names_the_cell_and_is_not_filled(kept: tuple[Client, str]) -> None:
    client, place = kept
    client.post(f"{place}bind/", {**BLOCK, **READ})
    client.post(f"{place}file/", {"file": SimpleUploadedFile("新.xlsx", form({**CELLS, "B5": 3}))})
    for answer in (client.get(f"{place}{ASKED}"), client.post(f"{place}fill/", {"unit": "3601", "period": "2026-03"})):
        assert "B5 填的是 3，但其各分项（B3:B4）之和为 2" in answer.content.decode()
    assert answer.status_code == 409
    assert "form-fill" not in answer.content.decode()
    assert not Filling.objects.exists()


def test_what_is_typed_wrong_is_told_and_kept(kept: tuple[Client, str]) -> None:
    client, place = kept
    answer = client.post(f"{place}bind/", {**BLOCK, "cells": "B3-B4"})
    assert answer.status_code == 422
    assert 'value="B3-B4"' in answer.content.decode()
    answer = client.get(f"{place}?unit=3601&period=Mai")
    assert "2026-Q2" in answer.content.decode()
    assert 'value="Mai"' in answer.content.decode()


def test_more_rows_behind_a_cell_cost_no_more_queries(kept: tuple[Client, str], town: Town) -> None:
    client, place = kept
    client.post(f"{place}bind/", {**BLOCK, **READ})
    counts = []
    for more in (0, 4):
        for _ in range(more):
            opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY)
        client.post(f"{place}file/", {"file": SimpleUploadedFile("新.xlsx", form({**CELLS, "B5": None}))})
        number = client.post(f"{place}fill/", {"unit": "3601", "period": "2026-03"})["Location"]
        page(client, f"{number}B3/")
        with CaptureQueriesContext(connection) as asked:
            page(client, f"{number}B3/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
