"""The record of a matter can be taken out and checked without this house."""

import json

from linli.ground.chain import GENESIS
from linli.matters.models import Look, Matter
from linli.matters.timeline import Told, hash_of
from tests.desk.conftest import Desk, page, post
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


def test_taking_the_record_out_is_logged_and_shown_to_those_who_watch(town: Town, desk: Desk) -> None:
    matter, lei = pebble(town), desk(town.lei)
    assert "导出整份记录" not in page(lei, f"/m/{matter.number}/")
    page(desk(town.chen), f"/m/{matter.number}/export/")
    assert list(Look.objects.values_list("user", "post", "purpose")) == [
        (town.chen.pk, town.chen.posts.get().pk, "record")
    ]
    shown = page(lei, f"/m/{matter.number}/")
    assert "导出整份记录" in shown[shown.index("个人信息查看") :]
    desk(town.mei).get(f"/m/{matter.number}/export/")
    assert Look.objects.count() == 1


def test_having_taken_the_record_out_opens_no_words(town: Town, desk: Desk) -> None:
    matter, chen = pebble(town), desk(town.chen)
    post(chen, matter, "note", text="一句话")
    noted = Matter.objects.get(pk=matter.pk).version
    page(chen, f"/m/{matter.number}/export/")
    told = {"purpose": "handling", "opened": ",".join(str(seq) for seq in range(noted))}
    assert ZHOU not in chen.post(f"/m/{matter.number}/reveal/{noted}/", told).content.decode()


def test_who_may_not_export_is_told_so(town: Town, desk: Desk) -> None:
    assert desk(town.mei).get(f"/m/{pebble(town).number}/export/").status_code == 403
