"""A file that may do harm, is too large or came second is refused in words and not kept."""

import contextlib
import io
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from linli.matters import uploads
from tests.desk.conftest import Desk, told
from tests.desk.uploads import attach, kept, office, picture
from tests.pebble.commands import warn
from tests.town import TUESDAY, Town, pebble, said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("program.exe", b"MZ\x90"),
        ("drawing.svg", b"<svg onload='x()'/>"),
        ("page.jpg", b"<html><script>x()</script>"),
        ("not.png", picture()),
        ("broken.jpg", b"\xff\xd8\xff but no picture"),
        ("no ending", b"%PDF-1.4 %%EOF"),
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
    response = attach(desk, town, pebble(town), "large.pdf", b"%PDF-" + b"0" * uploads.MOST + b"%%EOF")
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


def test_a_picture_whose_name_has_no_ending_is_one_by_its_content(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    assert attach(desk, town, matter, "image:1234", picture()).status_code == 303
    assert attach(desk, town, matter, "image:1234", b"<html>").status_code == 422


@pytest.mark.parametrize("side", [0, 20])
def test_a_picture_is_turned_upright_whether_made_smaller_or_not(side: int) -> None:
    exif = Image.Exif()
    exif[uploads.ORIENTATION] = 6
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, format="JPEG", exif=exif)
    safe = uploads.made_safe(SimpleUploadedFile("1.jpg", content.getvalue()), side=side)
    assert Image.open(io.BytesIO(safe.data)).size == ((15, 20) if side else (30, 40))


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_a_picture_that_was_tampered_with_is_taken_or_refused_and_breaks_nothing() -> None:
    chance, exif = Random(1), Image.Exif()
    exif[0x010E], exif[uploads.ORIENTATION] = "x" * 30, 6
    exif.get_ifd(0x8825)[2] = (1.0, 2.0, 3.0)
    for kind, name in (("JPEG", "1.jpg"), ("WEBP", "1.webp"), ("PNG", "1.png")):
        content = io.BytesIO()
        Image.new("RGB", (9, 9)).save(content, format=kind, exif=exif)
        for _time in range(200):
            data = bytearray(content.getvalue())
            for _byte in range(chance.randint(1, 4)):
                data[chance.randrange(12, len(data))] = chance.randrange(256)
            with contextlib.suppress(uploads.Unfit):
                assert uploads.made_safe(SimpleUploadedFile(name, bytes(data))).data
