"""The record of a matter can be taken out and checked without this house."""

import json

from linli.ground.chain import GENESIS
from linli.matters.timeline import Told, hash_of
from tests.desk.conftest import Desk, page
from tests.town import ZHOU, Town, pebble


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
