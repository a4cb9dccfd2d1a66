"""Floods: the browser works for what it hands in; without scripts only a few may; staff notice nothing."""

import io
import os
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from linli.doors.counter import drafts, lanes, proof
from linli.doors.counter.models import Draft, Rate
from linli.matters.beating import beat_rooms
from linli.matters.following import code_of
from linli.matters.models import Matter
from linli.matters.uploads import Unfit
from tests.counter.visiting import PLACE, REACH, WHAT, handed_in, hidden, last_page, page, sent, solved
from tests.desk.uploads import picture
from tests.town import MONDAY, Town


def test_without_scripts_three_an_hour_then_it_is_said_when_and_nothing_is_lost(town: Town, client: Client) -> None:
    for _time in range(3):
        assert sent(client, last_page(client), go="send", **REACH).status_code == 303
    html = last_page(client)
    response = sent(client, html, go="send", **REACH)
    text = response.content.decode()
    assert response.status_code == 429
    assert f'value="{REACH["finder"]}"' in text
    assert hidden(text)["title"] == [WHAT["title"]]
    assert ":00" in text
    assert sent(client, html, go="send", nonce=solved(html), **REACH).status_code == 303
    assert Matter.objects.count() == 4


def test_a_wrong_answer_to_the_challenge_counts_as_none(town: Town, client: Client) -> None:
    wrong = {"nonce": "1x", "go": "send", **REACH}
    answers = [sent(client, last_page(client), **wrong).status_code for _time in range(4)]
    assert answers == [303, 303, 303, 429]


def test_what_was_handed_in_already_is_answered_again_even_when_the_hour_is_full(town: Town, client: Client) -> None:
    html = last_page(client)
    first = sent(client, html, go="send", **REACH)
    for _time in range(2):
        sent(client, last_page(client), go="send", **REACH)
    assert sent(client, html, go="send", **REACH).headers["Location"] == first.headers["Location"]


def test_a_challenge_is_ours_lasts_a_day_and_opens_one_matter() -> None:
    asked = proof.challenge(at=MONDAY, lately=0)
    assert proof.read(asked.text, at=MONDAY + timedelta(hours=23)) == asked
    assert proof.read(asked.text, at=MONDAY + timedelta(hours=25)) is None
    assert proof.read(asked.text[:-1] + ("A" if asked.text[-1] != "A" else "B"), at=MONDAY) is None
    assert proof.read("", at=MONDAY) is None


def test_an_old_page_asks_to_press_once_more_and_keeps_all(town: Town, client: Client) -> None:
    html = last_page(client)
    old = proof.challenge(at=timezone.now() - timedelta(days=2), lately=0).text
    response = client.post(PLACE, {**hidden(html), "challenge": [old], "go": "send", **REACH})
    text = response.content.decode()
    assert response.status_code == 409
    assert hidden(text)["challenge"] != [old]
    assert sent(client, text, go="send", **REACH).status_code == 303


def test_the_more_comes_in_the_harder_the_work_up_to_an_end() -> None:
    bits = [proof.challenge(at=MONDAY, lately=lately).bits for lately in (0, 50, 100, 400, 10**6)]
    assert bits == [15, 16, 17, 19, 19]


def test_an_hour_is_counted_by_address_and_by_everybody_and_then_forgotten(town: Town) -> None:
    lane = lanes.Lane("worked", each=2, together=3)
    for address in ("10.0.0.1", "10.0.0.1", "10.0.0.2"):
        assert lanes.full_until(lane, address, at=MONDAY) is None
        lanes.count(lane, address, at=MONDAY)
    assert lanes.full_until(lane, "10.0.0.3", at=MONDAY + timedelta(minutes=5)) == MONDAY + timedelta(hours=1)
    assert lanes.full_until(lane, "10.0.0.1", at=MONDAY + timedelta(hours=1)) is None
    assert not Rate.objects.filter(address_digest__contains="10.0").exists()
    assert lanes.digest("10.0.0.1", MONDAY) != lanes.digest("10.0.0.1", MONDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("address", "known_as"),
    [("10.0.0.1", "10.0.0.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("", ""), ("unix:", "")],
)
def test_an_address_of_a_household_is_one(rf: object, address: str, known_as: str) -> None:
    request = rf.get("/", REMOTE_ADDR=address)  # type: ignore[attr-defined]
    assert lanes.address_of(request) == known_as


def test_a_full_counter_leaves_the_desk_alone(town: Town, client: Client) -> None:
    for _time in range(3):
        handed_in(client)
    Rate.objects.update(count=10**6)
    html = last_page(client)
    assert sent(client, html, go="send", nonce=solved(html), **REACH).status_code == 429
    client.force_login(town.mei)
    assert client.get("/").status_code == 200


def test_the_tick_clears_away_drafts_a_day_old_and_past_rates(town: Town, client: Client) -> None:
    sent(client, page(client, PLACE), pictures=[SimpleUploadedFile("1.jpg", picture())], **WHAT)
    folder = Path(settings.MEDIA_ROOT).parent / "drafts"
    assert len(list(folder.iterdir())) == 1
    assert not any(b"JFIF" in file.read_bytes() for file in folder.iterdir())
    now = timezone.now()
    drafts.sweep(at=now)
    assert Draft.objects.count() == 1
    assert [said for said in beat_rooms(at=now + timedelta(hours=25)) if "公众窗口" in said]
    assert not Draft.objects.exists()
    assert not Rate.objects.exists()
    assert not list(folder.iterdir())


def test_a_file_that_no_draft_names_is_cleared_away_a_day_later_and_not_before(town: Town) -> None:
    draft = drafts.keep(SimpleUploadedFile("1.jpg", picture()), at=timezone.now())
    file = Path(settings.MEDIA_ROOT).parent / "drafts" / draft.stored
    draft.delete()
    drafts.sweep(at=timezone.now())
    assert file.exists()
    yesterday = (timezone.now() - timedelta(hours=25)).timestamp()
    os.utime(file, (yesterday, yesterday))
    drafts.sweep(at=timezone.now())
    assert not file.exists()


def test_a_large_picture_is_made_smaller(town: Town) -> None:
    for name, kind in (("1.jpg", "JPEG"), ("1.png", "PNG"), ("1.webp", "WEBP")):
        large = picture(size=(4000, 3000), kind=kind)
        draft = drafts.keep(SimpleUploadedFile(name, large), at=MONDAY)
        assert draft.size == len(drafts.opened(draft)) < len(large)
        assert Image.open(io.BytesIO(drafts.opened(draft))).size == (1600, 1200)
        assert drafts.thumb(draft).startswith("data:image/jpeg;base64,")


def test_a_picture_of_more_points_than_a_screen_ever_had_is_not_even_unpacked(town: Town, monkeypatch: Any) -> None:
    monkeypatch.setattr("linli.matters.uploads.PIXELS_MADE_SMALLER", 100)
    for name, kind in (("1.png", "PNG"), ("1.webp", "WEBP")):
        with pytest.raises(Unfit):
            drafts.keep(SimpleUploadedFile(name, picture(size=(11, 10), kind=kind)), at=MONDAY)
        drafts.keep(SimpleUploadedFile(name, picture(size=(10, 10), kind=kind)), at=MONDAY)
    drafts.keep(SimpleUploadedFile("1.jpg", picture(size=(11, 10))), at=MONDAY)
    assert Draft.objects.count() == 3


def test_pictures_that_wait_never_fill_the_disk(town: Town, monkeypatch: Any) -> None:
    size = drafts.keep(SimpleUploadedFile("1.jpg", picture()), at=MONDAY).size
    monkeypatch.setattr(drafts, "MOST_BYTES", size + 1)
    drafts.keep(SimpleUploadedFile("1.jpg", picture()), at=MONDAY)
    with pytest.raises(Unfit):
        drafts.keep(SimpleUploadedFile("1.jpg", picture()), at=MONDAY)


def test_a_matter_counts_even_when_its_pictures_are_refused(town: Town, client: Client) -> None:
    code = code_of(handed_in(client).number)
    answers = []
    for _time in range(4):
        first = sent(client, page(client, PLACE), pictures=[SimpleUploadedFile("1.jpg", picture())], **WHAT)
        third = sent(client, first.content.decode()).content.decode()
        asked = proof.read(hidden(third)["challenge"][0], at=timezone.now())
        assert asked
        taken = {"key": str(uuid.uuid5(uuid.UUID(asked.key), "pictures")), "text": "占用"}
        assert client.post(f"/t/{code}/supplement/", {**taken, "version": "1"}).status_code == 303
        answers.append(sent(client, third, go="send", **REACH).status_code)
    assert answers == [303, 303, 303, 429]


def test_a_picture_that_is_lost_keeps_nobody_from_the_code(town: Town, client: Client) -> None:
    first = sent(client, page(client, PLACE), pictures=[SimpleUploadedFile("1.jpg", picture())], **WHAT)
    third = sent(client, first.content.decode()).content.decode()
    (Path(settings.MEDIA_ROOT).parent / "drafts" / Draft.objects.get().stored).unlink()
    assert sent(client, third, go="send", **REACH).status_code == 303


def test_many_large_files_at_once_are_stopped_on_their_way(town: Town, client: Client) -> None:
    many = [SimpleUploadedFile(f"{n}.jpg", b"\xff\xd8\xff" + b"0" * 9_000_000) for n in range(4)]
    response = sent(client, page(client, PLACE), pictures=many, **WHAT)
    assert response.status_code == 422
    assert "10" in response.content.decode()
    assert not Draft.objects.exists()
