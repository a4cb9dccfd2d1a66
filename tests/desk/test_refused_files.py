"""A file that may do harm, is too large or came second is refused in words and not kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

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
