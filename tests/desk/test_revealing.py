"""Personal words stay masked until a purpose is named, and every look is logged."""

from linli.matters.models import Look, Matter
from tests.desk.conftest import Desk, page, post
from tests.pebble.commands import warn
from tests.town import TUESDAY, ZHOU, Town, pebble, said

PHONE = "13800000013"


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
