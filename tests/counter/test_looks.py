"""How pages look: both languages, large type and light, kept in cookies and switched without scripts."""

import re

import pytest
from django.test import Client

from linli.matters.following import code_of
from tests.counter.visiting import page
from tests.town import Town, pebble

CHINESE = re.compile(r"[\u4e00-\u9fff]")
OF_THE_LEDGER = re.compile(r"简体中文|石子|桥头")


@pytest.mark.parametrize("path", ["/counter/", "/counter/pebble/", "/counter/dispute/", "/t/", "{}", "{}kept/"])
def test_every_page_is_whole_in_both_languages(town: Town, client: Client, path: str) -> None:
    place = path.format(f"/t/{code_of(pebble(town).number)}/")
    assert 'lang="zh-hans"' in page(client, place)
    client.cookies["django_language"] = "en"
    english = OF_THE_LEDGER.sub("", page(client, place))
    assert 'lang="en"' in english
    left = {line for line in english.splitlines() if CHINESE.search(line)}
    assert not [line for line in left if "<option" not in line and "北社区" not in line and "（" not in line], left


def test_a_switch_is_kept_and_leads_back_to_where_one_was(client: Client, town: Town) -> None:
    response = client.post("/counter/look/", {"look": "large:1", "next": "/t/"})
    assert response.headers["Location"] == "/t/"
    assert 'class="large"' in page(client, "/t/")
    client.post("/counter/look/", {"look": "light:dark"})
    html = page(client, "/counter/")
    assert 'data-bs-theme="dark"' in html
    assert 'class="large"' in html
    client.post("/counter/look/", {"look": "large:0"})
    assert 'class="large"' not in page(client, "/counter/")


@pytest.mark.parametrize(
    "place", ["https://elsewhere.example/", "//elsewhere.example/t/", "/matters/", "/t/\\evil", "x"]
)
def test_a_switch_never_leads_out_of_the_counter(client: Client, town: Town, place: str) -> None:
    target = client.post("/counter/look/", {"look": "large:1", "next": place}).headers["Location"]
    assert target.startswith(("/counter/", "/t/"))
    assert "elsewhere" not in target


def test_what_no_button_says_changes_nothing(client: Client, town: Town) -> None:
    response = client.post("/counter/look/", {"look": "language:xx"})
    assert response.cookies["django_language"].value == "zh-hans"
