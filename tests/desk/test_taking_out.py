"""A file may hold names: it opens only to who may open personal words, and each look is logged."""

from linli.matters.models import Look
from tests.desk.conftest import Desk
from tests.desk.uploads import attach, picture
from tests.town import Town, pebble, state_of


def test_who_may_not_open_names_cannot_take_out_a_file_and_who_may_is_logged(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    attach(desk, town, matter, "证据.jpg", picture())
    seq = state_of(matter).files[0].seq
    address = f"/m/{matter.number}/files/{seq}/"
    assert desk(town.tan).get(address).status_code == 403
    assert desk(town.mei).get(address).status_code == 200
    assert list(Look.objects.values_list("user", "seq", "purpose")) == [(town.mei.pk, seq, "file")]
