"""An attachment is kept sealed and without what it told about itself, until it is erased."""

import io
from typing import Any

from PIL import Image

from linli.matters.files import place_of
from linli.matters.models import Matter
from tests.desk.conftest import Desk, page, post
from tests.desk.uploads import attach, kept, picture
from tests.town import Town, pebble, state_of


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


def test_an_erased_file_is_gone_and_the_timeline_says_so(
    town: Town, desk: Desk, django_capture_on_commit_callbacks: Any
) -> None:
    matter = pebble(town)
    attach(desk, town, matter, "现场.jpg", picture())
    attach(desk, town, matter, "别的.jpg", picture())
    seq = Matter.objects.get(pk=matter.pk).version - 1
    erased, other = (place_of(file.stored) for file in state_of(matter).files)
    with django_capture_on_commit_callbacks(execute=True):
        assert post(desk(town.chen), matter, "erase", of=seq, ground="mistake").status_code == 303
        assert erased.exists()
    assert kept() == [other]
    assert desk(town.mei).get(f"/m/{matter.number}/files/{seq}/").status_code == 410
    assert "（已清除）" in page(desk(town.mei), f"/m/{matter.number}/")
