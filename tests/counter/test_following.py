"""Following with a code: what a resident reads, what they may say, and what a wrong code tells (nothing)."""

import logging
from dataclasses import replace
from typing import Any

import pytest
import segno
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from linli.doors.counter.discreet import Discreet
from linli.matters.everyday import note
from linli.matters.following import ALPHABET, check_sign, code_of, tidied
from linli.matters.models import Matter
from tests.counter.visiting import handed_in, page, sent
from tests.desk.uploads import kept, picture
from tests.pebble.commands import bring_home, carry
from tests.town import MONDAY, Town, facts_of, pebble, said

WRONG = "AAAA-AAAA-AAAA-A"


def home(town: Town) -> Matter:
    matter = said(carry, pebble(town), by=town.wang, at=MONDAY)
    return said(bring_home, matter, by=town.wang, at=MONDAY)


def place_of(matter: Matter) -> str:
    return f"/t/{code_of(matter.number)}/"


def form_of(html: str, verb: str) -> str:
    return html[html.index(f'<details class="answer box" id="{verb}"') :].replace("<form", f'<form id="{verb}-form"', 1)


def answered(client: Client, matter: Matter, verb: str, **told: Any) -> Any:
    """The form of a public step sent as the page has it."""
    part = form_of(page(client, place_of(matter)), verb)
    return sent_part(client, matter, verb, part, **told)


def sent_part(client: Client, matter: Matter, verb: str, part: str, **told: Any) -> Any:
    html = part.replace(f'id="{verb}-form"', 'id="filling"')
    return sent(client, html, to=f"{place_of(matter)}{verb}/", go="", **told)


def test_the_result_page_shows_number_code_and_its_picture(town: Town, client: Client) -> None:
    matter = handed_in(client)
    html = page(client, f"{place_of(matter)}kept/")
    assert matter.number in html
    assert code_of(matter.number) in html
    assert "data:image/svg+xml" in html


def test_a_typed_code_leads_to_the_matter_however_it_is_written(town: Town, client: Client) -> None:
    matter = pebble(town)
    response = client.post("/t/", {"code": code_of(matter.number).lower().replace("-", " ")})
    assert (response.status_code, response.headers["Location"]) == (303, place_of(matter))


def test_the_page_tells_the_public_sentences_and_nobody_of_the_staff(town: Town, client: Client) -> None:
    matter = said(carry, pebble(town), by=town.wang, at=MONDAY)
    matter = said(note, matter, by=town.mei, at=MONDAY, text="内部：先别说")
    matter = said(note, matter, by=town.mei, at=MONDAY, text="明天送回", public=True)
    html = page(client, place_of(matter))
    assert "明天送回" in html
    assert "内部" not in html
    assert "北社区" in html
    assert not [name for name in (town.wang.name, town.mei.name, "周阿婆", "13800000013") if name in html]
    assert html.count('class="done') == 3


def test_what_is_wanted_now_is_said_once_and_by_nobody_else(town: Town, client: Client) -> None:
    matter = home(town)
    part = form_of(page(client, place_of(matter)), "praise")
    for _time in range(2):
        response = sent_part(client, matter, "praise", part, text="谢谢")
        assert (response.status_code, response.headers["Location"]) == (303, f"{place_of(matter)}?said=praise")
    assert facts_of(matter).count("Praised") == 1
    html = page(client, f"{place_of(matter)}?said=praise")
    assert 'id="praise"' not in html
    assert "谢谢" in html


def test_a_step_not_lawful_now_is_refused_in_words_and_an_internal_one_is_not_there(town: Town, client: Client) -> None:
    matter = pebble(town)
    before = facts_of(matter)
    refused = client.post(f"{place_of(matter)}praise/", {"text": "谢谢", "version": matter.version})
    assert refused.status_code == 409
    for verb in ("carry", "note", "attach", "erase", "nonsense"):
        assert client.post(f"{place_of(matter)}{verb}/", {"text": "x"}).status_code == 404, verb
    assert "praise_text" not in refused.content.decode()
    assert facts_of(matter) == before


def test_an_empty_answer_comes_back_with_what_is_missing(town: Town, client: Client) -> None:
    matter = home(town)
    response = answered(client, matter, "praise")
    assert response.status_code == 422
    assert 'id="praise_text_error"' in response.content.decode()


def test_an_answer_to_an_older_page_is_shown_again_with_its_words(town: Town, client: Client) -> None:
    matter = home(town)
    part = form_of(page(client, place_of(matter)), "praise")
    said(note, matter, by=town.mei, at=MONDAY, text="一句", public=True)
    response = sent_part(client, matter, "praise", part, text="谢谢你们")
    assert response.status_code == 409
    assert "谢谢你们" in response.content.decode()
    again = sent_part(client, matter, "praise", form_of(response.content.decode(), "praise"), text="谢谢你们")
    assert again.status_code == 303


def test_words_and_pictures_can_be_added_while_it_is_open(town: Town, client: Client) -> None:
    matter = pebble(town)
    files = [SimpleUploadedFile("IMG_1.jpg", picture(note="115.01,28.01"))]
    assert answered(client, matter, "supplement", text="又看见了", pictures=files).status_code == 303
    assert facts_of(matter)[-2:] == ["Supplemented", "Attached"]
    assert len(kept()) == 1
    html = page(client, place_of(matter))
    assert "又看见了" in html
    assert answered(client, matter, "supplement", text=" ").status_code == 409
    assert 'id="supplement"' not in page(client, place_of(home(town)))


@pytest.mark.parametrize("path", ["/t/{}/", "/t/{}/kept/", "/t/"])
def test_every_code_that_opens_nothing_gives_one_answer_by_the_same_work(town: Town, client: Client, path: str) -> None:
    mine = tidied(code_of(pebble(town).number))
    mistyped = mine[:-1] + next(sign for sign in ALPHABET if sign != mine[-1])
    foreign = mine[0:11] + next(sign for sign in ALPHABET if sign != mine[11])
    seen = set()
    asked(client, path, WRONG)
    for code in (WRONG, mistyped, foreign + check_sign(foreign), code_of("PEBBLE-2026-999999"), "x", "查询码"):
        with CaptureQueriesContext(connection) as work:
            response = asked(client, path, code)
        seen.add((response.status_code, response.content, len(work.captured_queries)))
    assert len(seen) == 1
    assert seen.pop()[0] == 404


def asked(client: Client, path: str, code: str) -> Any:
    return client.get(path.format(code)) if "{}" in path else client.post(path, {"code": code})


def test_after_twenty_wrong_codes_none_opens_anything_from_there_for_a_while(town: Town, client: Client) -> None:
    matter = pebble(town)
    for _time in range(20):
        assert client.post("/t/", {"code": WRONG}).status_code == 404
    for code in (WRONG, code_of(matter.number)):
        assert client.get(f"/t/{code}/").status_code == 429
    assert client.get(place_of(matter), REMOTE_ADDR="10.0.0.9").status_code == 200


def test_nothing_of_these_pages_is_kept_anywhere_and_no_address_is_passed_on(town: Town, client: Client) -> None:
    matter = pebble(town)
    for place in (place_of(matter), f"{place_of(matter)}kept/", "/t/", "/t/x/", "/counter/pebble/"):
        headers = client.get(place).headers
        assert headers["Cache-Control"] == "no-store", place
        assert headers["Referrer-Policy"] == "no-referrer", place
        assert "noindex" in headers["X-Robots-Tag"], place
        assert "Set-Cookie" not in headers, place


def test_no_line_of_the_log_holds_a_code() -> None:
    record = logging.LogRecord(
        "django.request", 40, "", 0, "Internal Server Error: %s", ("/t/K7PM-4XQ2-9HTD-W/",), None
    )
    assert Discreet("{message}", style="{").format(record) == "Internal Server Error: /t/…/"


def test_the_picture_of_the_code_leads_to_the_encrypted_address_that_the_owner_names(
    town: Town, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    led: list[str] = []
    place, real = f"{place_of(handed_in(client))}kept/", segno.make

    def made(address: str, **more: Any) -> segno.QRCode:
        led.append(address)
        return real(address, **more)

    monkeypatch.setattr(segno, "make", made)
    for origins in ([], ["https://other.example", "https://testserver"]):
        settings.CONFIGURATION = replace(settings.CONFIGURATION, trusted_origins=origins)
        page(client, place)
    assert [address[: address.index("/t/")] for address in led] == ["http://testserver", "https://testserver"]
