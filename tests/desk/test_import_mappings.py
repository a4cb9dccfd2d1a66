"""A mapping on the desk: remembered of one's last list, kept under a name, and loaded from a file."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from linli.sheets.delivering import mapping_of
from linli.sheets.mapping import from_toml
from linli.sheets.models import Delivery, Profile
from tests.desk.conftest import Desk, page
from tests.desk.test_imports import LIST, chosen, handed
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import rows, written
from tests.town import Town


@pytest.fixture
def client(town: Town, desk: Desk) -> Client:
    return desk(clerk(town))


def test_what_words_stood_for_is_known_when_the_same_list_comes_again(client: Client) -> None:
    told = {"word_column": "category", "word_text": "街面秩序", "word_code": "street-light", "name": ""}
    where = handed(client, written(LIST))["Location"]
    trial = client.post(f"{where}columns/", chosen(client, where, **{"fixed-confidential": "yes"}))["Location"]
    assert "导入后，本人下次提交表头相同的清单会自动采用" in page(client, trial)
    client.post(trial, told)
    client.post(f"{where}take/", {"do": "take"})
    client.post(f"{where}on/", headers={"HX-Request": "true"})
    again = handed(client, written(LIST))["Location"]
    mapping = mapping_of(Delivery.objects.latest("pk"))
    assert (mapping.source, mapping.columns["category"].words) == ("12345", {"街面秩序": "street-light"})
    assert "confidential" not in mapping.columns, "that was said of the rows of one file"
    html = page(client, client.post(f"{again}columns/", chosen(client, again))["Location"])
    assert "尚未对应的词" not in html
    assert not Profile.objects.exists()


def test_only_what_was_taken_in_with_these_headings_by_oneself_is_remembered(
    client: Client, town: Town, desk: Desk
) -> None:
    where = handed(client, written(LIST))["Location"]
    client.post(f"{where}columns/", chosen(client, where))
    handed(client, written(LIST))
    assert mapping_of(Delivery.objects.latest("pk")).source == "", "nothing was taken in"
    client.post(f"{where}take/", {"do": "take"})
    handed(client, written(LIST).replace("联系电话".encode(), "回电".encode()))
    assert mapping_of(Delivery.objects.latest("pk")).source == "", "its headings are others"
    handed(desk(town.mei), written(LIST))
    assert mapping_of(Delivery.objects.latest("pk")).source == "", "another one brought it"


def test_the_words_can_be_kept_under_a_name_where_they_are_told(client: Client) -> None:
    told = {"word_column": "category", "word_text": "街面秩序", "word_code": "street-light"}
    where = handed(client, written(LIST))["Location"]
    trial = client.post(f"{where}columns/", chosen(client, where))["Location"]
    client.post(trial, {**told, "name": "名" * 90})
    assert "请给对应关系" in page(client, trial)
    client.post(trial, {**told, "name": "12345热线"})
    assert from_toml(Profile.objects.get().told).columns["category"].words == {"街面秩序": "street-light"}


def test_a_mapping_that_was_downloaded_is_loaded_for_another_list(client: Client, town: Town, desk: Desk) -> None:
    where = handed(client, written(LIST))["Location"]
    client.post(f"{where}columns/", chosen(client, where, source="热线甲"))
    made = client.get(f"{where}files/map.toml").content
    colleague = desk(town.mei)
    other = handed(colleague, written(LIST))["Location"]
    assert loaded(colleague, other, made).status_code == 302
    assert 'value="热线甲"' in page(colleague, f"{other}columns/")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"columns = 3", "对应关系"),
        ("来源".encode("gb18030"), "对应关系"),
        (b'kind = "case"', "用于“案件”"),
        (b'[columns.external]\nfrom = "X"', "没有一个"),
        (None, "尚未选择"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_a_sentence(
    content: bytes | None, sentence: str, client: Client
) -> None:
    where = handed(client, written(rows(1)))["Location"]
    before = Delivery.objects.get().mapping
    answer = loaded(client, where, content)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert Delivery.objects.get().mapping == before


def loaded(client: Client, where: str, content: bytes | None) -> Any:
    told = {} if content is None else {"map": SimpleUploadedFile("map.toml", content)}
    return client.post(f"{where}columns/", {"do": "load", **told})
