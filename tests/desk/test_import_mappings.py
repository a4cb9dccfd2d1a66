"""A mapping on the desk: remembered of one's last list, kept under a name, and loaded from a file."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from linli.ground.clock import day_of
from linli.matters.taken import Taking
from linli.policy.calendar import calendar
from linli.sheets import going_on
from linli.sheets.delivering import LASTS, mapping_of
from linli.sheets.mapping import from_toml
from linli.sheets.models import Delivery, Profile
from tests.desk.conftest import Desk, page
from tests.desk.test_imports import LIST, chosen, handed
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import HEADS, line, rows, written
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


def test_what_was_left_unread_on_purpose_is_not_proposed_again(client: Client) -> None:
    left = {f"column-{HEADS.index('联系电话')}": ""}
    taken(client, written(LIST), **left)
    handed(client, written(LIST))
    mapping = mapping_of(Delivery.objects.latest("pk"))
    assert (mapping.left, mapping.source, "phone" in mapping.columns) == (("联系电话",), "12345", False)
    where = handed(client, written(LIST))["Location"]
    client.post(f"{where}columns/", chosen(client, where, name="热线", **left))
    assert from_toml(Profile.objects.get().told).left == ("联系电话",)


def test_whose_numbers_they_are_is_remembered_of_the_very_same_headings_alone(client: Client) -> None:
    where = taken(client, written(LIST))
    taken(client, few(HEADS[:5], "甲"), source="热线乙")
    taken(client, few((*HEADS[:2], *HEADS[3:5]), "乙"), source="热线乙")
    assert "12345" in page(client, handed(client, written(LIST))["Location"] + "columns/")
    assert Delivery.objects.latest("pk").like == Delivery.objects.get(key=where.split("/")[2])
    other = handed(client, written(LIST).replace("联系电话".encode(), "回电".encode()))["Location"]
    latest = Delivery.objects.latest("pk")
    assert latest.like
    assert mapping_of(latest.like).columns["title"].heads == ("诉求标题",), "of two it is the one that names more"
    assert mapping_of(latest).source == ""
    assert "两份清单另有不同的表头" in page(client, f"{other}columns/")


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh-hans", "的读法提出"), ("en", "with the same headings was read")]
)
def test_the_page_says_as_which_list_a_mapping_is_proposed(language: str, sentence: str, client: Client) -> None:
    taken(client, written(LIST))
    client.cookies["django_language"] = language
    where = handed(client, written(LIST))["Location"]
    begun = Taking.objects.get().begun_at
    html = page(client, f"{where}columns/")
    assert (sentence in html, str(day_of(begun, zone=calendar().zone)) in html) == (True, True)
    client.post(f"{where}columns/", chosen(client, where, name="热线甲"))
    named = page(client, handed(client, written(LIST))["Location"] + "columns/")
    assert (sentence in named, "“热线甲”" in named) == (False, True)
    client.post(f"{where}columns/", {"do": "use", "profile": Profile.objects.get().pk})
    assert Delivery.objects.get(key=where.split("/")[2]).like is None


def test_nothing_is_remembered_of_a_unit_that_one_left(client: Client, town: Town) -> None:
    taken(client, written(LIST))
    Delivery.objects.update(unit=town.south)
    handed(client, written(LIST))
    assert mapping_of(Delivery.objects.latest("pk")).source == ""


def test_sentences_are_neither_remembered_nor_named(client: Client) -> None:
    said = "张三来电称楼下路灯已经坏了三天"
    told = {"word_column": ["category"] * 2, "word_text": [said, "路灯"], "word_code": ["street-light"] * 2}
    where = handed(client, written([*rows(1), line("a", 诉求类别=said), line("b", 诉求类别="路灯")]))["Location"]
    trial = client.post(f"{where}columns/", chosen(client, where))["Location"]
    client.post(trial, {**told, "name": "热线甲"})
    assert from_toml(Profile.objects.get().told).columns["category"].words == {"路灯": "street-light"}
    Profile.objects.all().delete()
    assert said in mapping_of(Delivery.objects.get()).columns["category"].words, "this list is still to be read"
    client.post(f"{where}take/", {"do": "take"})
    handed(client, written(LIST))
    assert mapping_of(Delivery.objects.latest("pk")).columns["category"].words == {"路灯": "street-light"}


def test_what_words_stood_for_goes_with_the_file(client: Client) -> None:
    told = {"word_column": "category", "word_text": "街面秩序", "word_code": "street-light"}
    where = handed(client, written(LIST))["Location"]
    client.post(client.post(f"{where}columns/", chosen(client, where))["Location"], told)
    client.post(f"{where}take/", {"do": "take"})
    kept = Delivery.objects.get()
    going_on.let_go(at=kept.handed_at + LASTS)
    gone = Delivery.objects.get()
    assert ("街面秩序" in kept.mapping, "街面秩序" in gone.mapping) == (True, False)
    assert mapping_of(gone).columns.keys() == mapping_of(kept).columns.keys()
    handed(client, written(LIST))
    assert mapping_of(Delivery.objects.latest("pk")).source == "12345"
    Delivery.objects.filter(pk=gone.pk).update(mapping=kept.mapping)
    import_module("linli.sheets.migrations.0002_words_go_with_their_file").let_words_go(apps, None)
    assert mapping_of(Delivery.objects.get(pk=gone.pk)) == mapping_of(gone), "also where it was let go before"
    where = handed(client, written(LIST))["Location"]
    client.post(client.post(f"{where}columns/", chosen(client, where))["Location"], told)
    client.post(f"{where}take/", {"do": "nothing"})
    assert "街面秩序" not in Delivery.objects.latest("pk").mapping


def taken(client: Client, content: bytes, **more: str) -> str:
    where: str = handed(client, content)["Location"]
    client.post(f"{where}columns/", chosen(client, where, **more))
    client.post(f"{where}take/", {"do": "take"})
    client.post(f"{where}on/", headers={"HX-Request": "true"})
    assert Delivery.objects.latest("pk").finished_at
    return where


def few(heads: Sequence[str], number: str) -> bytes:
    """A list of these headings and one row."""
    return f"{','.join(heads)}\n{','.join(line(number)[head] for head in heads)}\n".encode()
