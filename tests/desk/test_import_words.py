"""Words of a list that are not ours yet, as they are answered on the desk."""

import pytest
from django.test import Client

from linli.sheets.delivering import mapping_of, weight_of
from linli.sheets.mapping import from_toml
from linli.sheets.models import Delivery, Profile
from tests.desk.conftest import Desk, page
from tests.desk.test_imports import chosen, handed
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import HEADS, line, written
from tests.town import Town

PLACE = HEADS.index("来源")


@pytest.fixture
def client(town: Town, desk: Desk) -> Client:
    return desk(clerk(town))


def test_a_word_that_is_no_value_is_read_as_a_blank_cell_where_the_column_can_do_without(client: Client) -> None:
    where = tried(client, 来源="未评价", 承办单位="无", 诉求类别="没写", 派单时间="2026-03-02 10:00")
    html = page(client, f"{where}trial/")
    assert '<option value="-" selected>视为空白，不取值</option>' in html, "it says of itself that it is none"
    assert html.count('name="word_blank"') == 1, "a unit can be done without, a category cannot"
    assert '<option value="-"' not in page(client, f"{where}columns/"), "for all rows nothing has to be said"
    answers(
        client,
        where,
        ("category", "没写", "-"),
        ("channel", "未评价", "-"),
        ("handler", "无", "北社区"),
        name="热线",
        word_blank="2",
    )
    columns = from_toml(Profile.objects.get().told).columns
    assert (columns["channel"].words, columns["handler"].words) == ({"未评价": ""}, {"无": ""})
    assert set(asked(where)) == {"category"}, "which every row needs"
    assert "" not in mapping_of(Delivery.objects.get()).columns["category"].words.values()


def tried(client: Client, **cells: str) -> str:
    """A list of one row, run through; `cells`: what it says."""
    where: str = handed(client, written([line("1", **cells)]))["Location"]
    assert client.post(f"{where}columns/", chosen(client, where)).status_code == 302
    return where


def answers(client: Client, where: str, *told: tuple[str, str, str], **more: str) -> int:
    names, texts, codes = zip(*told, strict=True)
    said = {"word_column": names, "word_text": texts, "word_code": codes}
    return client.post(f"{where}trial/", {**said, **more}).status_code


def asked(where: str) -> dict[str, list[str]]:
    weight = weight_of(Delivery.objects.get(key=where.strip("/").split("/")[-1]))
    assert weight
    return {name: list(words) for name, words in weight.words.items()}
