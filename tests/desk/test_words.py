"""Personal words stay masked until a purpose is named; attachments are made harmless; the record can be taken out."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from linli.doors.desk import files
from linli.ground.chain import GENESIS
from linli.matters.models import Look, Matter
from linli.matters.timeline import Told, hash_of
from tests.desk.conftest import Desk, page, post, told
from tests.pebble.commands import warn
from tests.town import TUESDAY, ZHOU, Town, pebble, said

PHONE = "13800000013"


def picture(*, size: tuple[int, int] = (40, 30), kind: str = "JPEG", note: str = "") -> bytes:
    content, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = note
    Image.new("RGB", size, "teal").save(content, format=kind, **({"exif": exif} if note else {}))
    return content.getvalue()


def office(*names: str, filling: bytes = b"x") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as parts:
        for name in ("[Content_Types].xml", "word/document.xml", *names):
            parts.writestr(name, filling)
    return content.getvalue()


def attach(desk: Desk, town: Town, matter: Matter, name: str, content: bytes) -> Any:
    return post(desk(town.mei), matter, "attach", label="evidence", file=SimpleUploadedFile(name, content))


def kept() -> list[Path]:
    return [file for file in Path(settings.MEDIA_ROOT).rglob("*") if file.is_file()]


def test_a_party_is_masked_until_somebody_says_why(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    assert ZHOU not in page(mei, f"/m/{matter.number}/")
    response = mei.post(f"/m/{matter.number}/reveal/1/", {"purpose": "handling"})
    assert ZHOU in response.content.decode()
    assert PHONE in response.content.decode()
    assert ZHOU not in page(mei, f"/m/{matter.number}/")
    assert list(Look.objects.values_list("user", "seq", "purpose")) == [(town.mei.pk, 1, "handling")]


def test_without_a_purpose_nothing_opens_and_nothing_is_logged(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    response = mei.post(f"/m/{matter.number}/reveal/1/", {"purpose": "curiosity"})
    assert response.status_code == 422
    assert ZHOU not in response.content.decode()
    assert not Look.objects.exists()


def test_looking_again_within_minutes_is_one_look(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    for _again in range(3):
        mei.post(f"/m/{matter.number}/reveal/1/", {"purpose": "handling"})
    assert Look.objects.count() == 1


def test_who_may_not_reveal_sees_no_way_to(town: Town, desk: Desk) -> None:
    matter, lei = pebble(town), desk(town.lei)
    assert "/reveal/" not in page(lei, f"/m/{matter.number}/")
    assert lei.post(f"/m/{matter.number}/reveal/1/", {"purpose": "audit"}).status_code == 403


def test_claiming_to_have_opened_other_words_opens_nothing(town: Town, desk: Desk) -> None:
    matter = said(warn, pebble(town), by=town.mei, at=TUESDAY)
    post(desk(town.mei), matter, "note", text="一句话")
    noted = Matter.objects.get(pk=matter.pk).version
    response = desk(town.mei).post(f"/m/{matter.number}/reveal/{noted}/", {"purpose": "handling", "opened": "1"})
    assert ZHOU not in response.content.decode()


def test_the_auditor_reads_who_looked(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    desk(town.mei).post(f"/m/{matter.number}/reveal/1/", {"purpose": "follow_up"})
    assert "个人信息查看记录" in page(desk(town.lei), f"/m/{matter.number}/")
    assert "个人信息查看记录" not in page(desk(town.mei), f"/m/{matter.number}/")


def test_a_picture_is_kept_without_what_it_told_about_itself(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    assert attach(desk, town, matter, "现场.jpg", picture(note="115.01,28.01")).status_code == 303
    assert b"115.01" not in kept()[0].read_bytes()
    seq = Matter.objects.get(pk=matter.pk).version
    response = desk(town.mei).get(f"/m/{matter.number}/files/{seq}/")
    assert b"115.01" not in response.content
    assert Image.open(io.BytesIO(response.content)).size == (40, 30)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_what_lies_on_the_disk_is_sealed(town: Town, desk: Desk) -> None:
    attach(desk, town, pebble(town), "协议.pdf", b"%PDF-1.4 secret words %%EOF")
    assert b"secret" not in kept()[0].read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("program.exe", b"MZ\x90"),
        ("drawing.svg", b"<svg onload='x()'/>"),
        ("page.jpg", b"<html><script>x()</script>"),
        ("not.png", picture()),
        ("broken.jpg", b"\xff\xd8\xff but no picture"),
        ("macro.docx", office("word/vbaProject.bin")),
        ("bomb.docx", office("word/a.bin", filling=b"0" * 20_000_000)),
        ("sheet.xlsx", office()),
        ("script.pdf", b"%PDF-1.4 /JavaScript (x) %%EOF"),
        ("cut.pdf", b"%PDF-1.4 and no end"),
    ],
)
def test_a_file_that_may_do_harm_is_refused_in_words_and_not_kept(
    town: Town, desk: Desk, name: str, content: bytes
) -> None:
    matter = pebble(town)
    response = attach(desk, town, matter, name, content)
    assert response.status_code == 422
    assert 'class="summary"' in response.content.decode()
    assert kept() == []
    assert attach(desk, town, matter, "good.docx", office()).status_code == 303


def test_a_file_over_ten_megabytes_is_stopped_on_its_way(town: Town, desk: Desk) -> None:
    response = attach(desk, town, pebble(town), "large.pdf", b"%PDF-" + b"0" * files.MOST + b"%%EOF")
    assert response.status_code == 413
    assert "10 MB" in response.content.decode()
    assert kept() == []


def test_the_file_of_a_post_that_was_second_is_not_kept(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    early = told(mei, matter, "attach")
    said(warn, matter, by=town.wang, at=TUESDAY)
    upload = SimpleUploadedFile("现场.jpg", picture())
    response = mei.post(f"/m/{matter.number}/attach/", {**early, "label": "evidence", "file": upload})
    assert response.status_code == 409
    assert kept() == []


def test_an_erased_file_is_gone_and_the_timeline_says_so(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    attach(desk, town, matter, "现场.jpg", picture())
    seq = Matter.objects.get(pk=matter.pk).version
    assert post(desk(town.chen), matter, "erase", of=seq, ground="mistake").status_code == 303
    assert desk(town.mei).get(f"/m/{matter.number}/files/{seq}/").status_code == 410
    assert "（已清除）" in page(desk(town.mei), f"/m/{matter.number}/")


def test_the_record_taken_out_can_be_checked_without_this_house_and_names_nobody(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    text = page(desk(town.chen), f"/m/{matter.number}/export/")
    record = json.loads(text)
    assert ZHOU not in text
    prev = GENESIS
    for event in record["events"]:
        again = Told(
            seq=event["seq"],
            fact=event["fact"],
            payload=event["payload"],
            digests=event["digests"],
            at=event["at"],
            user=event["actor"][0],
            post=event["actor"][1],
            behalf=event["behalf"],
            request=event["request"],
        )
        assert hash_of(again, number=record["number"], prev=prev) == event["hash"]
        prev = event["hash"]
    assert prev == record["head"]


def test_who_may_not_export_is_told_so(town: Town, desk: Desk) -> None:
    assert desk(town.mei).get(f"/m/{pebble(town).number}/export/").status_code == 403
