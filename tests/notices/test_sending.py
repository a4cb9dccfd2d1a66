"""Sending: claimed, sent, noted; tried again, in order, given up, sent again, and never by two at once."""

from datetime import datetime, timedelta

import pytest

from linli.matters.models import Look, Matter
from linli.notices import sending
from linli.notices.again import not_sent, send_again
from linli.notices.channels.message import ANSWERED, Outcome
from linli.notices.models import Bookmark, Channel, Notice, Try
from linli.notices.sending import LEASE, NO_NUMBER, claim, conclude, send_due, sent
from tests.notices.post import beat, begin_noticing, channel, news, reachable, written
from tests.notices.receiver import receiving, says
from tests.pebble import commands
from tests.town import MONDAY, PHONE, Town, pebble, said

pytestmark = pytest.mark.django_db
TAKEN = says(200, '{"errcode":0}')
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def bookmark(town: Town) -> None:
    begin_noticing()


def noticed(town: Town, url: str, *, sort: str = "wecom") -> Notice:
    """One notice to North, written and not sent."""
    channel(sort, unit=town.north, url=url)
    pebble(town)
    (notice,) = written(at=MONDAY)
    return notice


def states() -> list[str]:
    return list(Notice.objects.order_by("pk").values_list("state", flat=True))


def beating(*, from_at: datetime, until_at: datetime, every: timedelta) -> None:
    at = from_at
    while at <= until_at:
        beat(at=at)
        at += every


def test_what_was_taken_is_noted_and_sent_no_more(town: Town) -> None:
    with receiving(TAKEN) as receiver:
        notice = noticed(town, receiver.url)
        assert [send_due(at=MONDAY), send_due(at=MONDAY + MINUTE)] == [1, 0]
        assert receiver.keys == {notice.key: 1}
    notice.refresh_from_db()
    assert (notice.state, notice.tries, notice.sent_at) == ("sent", 1, MONDAY)
    assert [one.took for one in Try.objects.all()] == [True]


def test_a_receiver_that_is_down_two_days_gets_all_in_the_order_of_each_matter(town: Town) -> None:
    with receiving(says(503)) as receiver:
        channel("wecom", unit=town.county, url=receiver.url)
        matters = [pebble(town, title=f"石子{letter}") for letter in "甲乙丙"]
        written(at=MONDAY)
        for matter in matters:
            said(commands.pass_on, matter, by=town.gu, at=MONDAY + MINUTE, unit=town.south)
        up = MONDAY + timedelta(days=2)
        beating(from_at=MONDAY + MINUTE, until_at=up, every=timedelta(minutes=20))
        assert set(states()) == {"waiting"}
        failed = len(receiver.got)
        receiver.behaviours[:] = [TAKEN]
        beating(from_at=up + MINUTE, until_at=up + timedelta(hours=2), every=timedelta(minutes=10))
        took = [got.key for got in receiver.got[failed:]]
    assert set(states()) == {"sent"}
    assert sorted(took) == sorted(Notice.objects.values_list("key", flat=True))
    for matter in matters:
        keys = list(Notice.objects.filter(matter=matter).order_by("event").values_list("key", flat=True))
        assert len(keys) == 2
        assert took.index(keys[0]) < took.index(keys[1])


def test_one_failing_channel_is_tried_once_a_beat_and_holds_up_no_other(town: Town) -> None:
    with receiving(says(500)) as down, receiving(TAKEN) as up:
        channel("wecom", unit=town.county, url=down.url)
        channel("wecom", unit=town.north, url=up.url)
        for letter in "甲乙丙丁":
            pebble(town, title=f"石子{letter}")
        assert beat(at=MONDAY) == (8, 4)
        assert (len(down.got), len(up.got)) == (1, 4)


def test_a_receiver_that_asks_to_be_left_alone_is(town: Town) -> None:
    with receiving(says(429, Retry_After="1800"), TAKEN) as receiver:
        noticed(town, receiver.url)
        pebble(town, title="第二枚")
        beat(at=MONDAY)
        beat(at=MONDAY + 29 * MINUTE)
        assert len(receiver.got) == 1
        beat(at=MONDAY + 31 * MINUTE)
        assert states() == ["sent", "sent"]


def test_one_that_refuses_is_given_up_with_the_reason_and_sent_again_by_the_office(town: Town) -> None:
    with receiving(says(403)) as receiver:
        notice = noticed(town, receiver.url)
        beating(from_at=MONDAY, until_at=MONDAY + timedelta(hours=3), every=10 * MINUTE)
        (dead,) = not_sent(notice.channel)
        assert (dead.state, dead.reason, dead.detail, dead.tries) == ("dead", ANSWERED, "403", 6)
        receiver.behaviours[:] = [TAKEN]
        again = MONDAY + timedelta(days=30)
        assert send_again(notice.channel, [dead.pk], at=again) == 1
        assert send_due(at=again) == 1
        assert set(receiver.keys) == {notice.key}
    assert not_sent(notice.channel) == []
    assert send_again(notice.channel, [dead.pk], at=again) == 0


def test_one_that_is_down_for_good_is_given_up_after_three_days(town: Town) -> None:
    with receiving(says(500)) as receiver:
        noticed(town, receiver.url)
        beating(from_at=MONDAY, until_at=MONDAY + timedelta(days=4), every=timedelta(hours=2))
    assert states() == ["dead"]
    assert Try.objects.count() == Notice.objects.get().tries


def test_what_was_given_up_lets_the_next_of_the_matter_go(town: Town) -> None:
    with receiving(says(500)) as receiver:
        channel("wecom", unit=town.county, url=receiver.url)
        matter = pebble(town)
        first, *_none = written(at=MONDAY)
        said(commands.pass_on, matter, by=town.gu, at=MONDAY, unit=town.south)
        written(at=MONDAY)
        assert claim(at=MONDAY, without=set()) == first
        assert claim(at=MONDAY, without=set()) is None
        Notice.objects.filter(pk=first.pk).update(state="dead")
        receiver.behaviours[:] = [TAKEN]
        assert send_due(at=MONDAY) == 1


def test_killed_between_claim_and_sending_it_goes_when_the_lease_is_over(town: Town) -> None:
    with receiving(TAKEN) as receiver:
        notice = noticed(town, receiver.url)
        assert claim(at=MONDAY, without=set()) == notice
        assert send_due(at=MONDAY + LEASE / 2) == 0
        assert send_due(at=MONDAY + LEASE) == 1
        assert receiver.keys == {notice.key: 1}


def test_killed_between_sending_and_the_note_it_goes_again_under_the_same_key(town: Town) -> None:
    with receiving(TAKEN) as receiver:
        notice = noticed(town, receiver.url)
        claimed = claim(at=MONDAY, without=set())
        assert claimed is not None
        assert sent(claimed, at=MONDAY).took
        assert send_due(at=MONDAY + LEASE) == 1
        assert receiver.keys == {notice.key: 2}
    assert states() == ["sent"]


def test_a_sender_that_hung_is_fenced_off(town: Town) -> None:
    with receiving(TAKEN) as receiver:
        noticed(town, receiver.url)
        slow = claim(at=MONDAY, without=set())
        assert slow is not None
        assert send_due(at=MONDAY + LEASE) == 1
        assert not conclude(slow, Outcome(False, ANSWERED), at=MONDAY + 2 * LEASE)
    assert states() == ["sent"]
    assert [one.took for one in Try.objects.order_by("pk")] == [True, False]


def test_two_senders_never_hold_the_same_notice(town: Town) -> None:
    notice = noticed(town, "http://127.0.0.1:1/")
    held = claim(at=MONDAY, without=set())
    assert held is not None
    assert claim(at=MONDAY, without=set()) is None
    taken_over = claim(at=MONDAY + LEASE, without=set())
    assert taken_over == notice
    assert taken_over.fence == held.fence + 1


def resident(town: Town, monkeypatch: pytest.MonkeyPatch, url: str) -> Matter:
    reachable(monkeypatch)
    channel("sms", unit=town.county, url=url)
    return news(town, pebble(town), at=MONDAY)


def test_the_number_of_the_resident_is_opened_to_send_and_that_is_on_the_record(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    with receiving(TAKEN) as receiver:
        matter = resident(town, monkeypatch, receiver.url)
        assert beat(at=MONDAY) == (1, 1)
        (got,) = receiver.got
    assert PHONE in got.body.decode()
    assert "/t/" in got.body.decode()
    assert [(look.seq, look.purpose) for look in Look.objects.filter(matter=matter)] == [(1, "notice")]
    for rows in (Notice.objects.values(), Try.objects.values(), Channel.objects.values()):
        assert PHONE not in str(list(rows))


def test_who_no_longer_wants_to_be_told_is_not(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    with receiving(TAKEN) as receiver:
        resident(town, monkeypatch, receiver.url)
        written(at=MONDAY)
        monkeypatch.undo()
        assert send_due(at=MONDAY) == 0
        assert receiver.got == []
    assert [(row.state, row.reason) for row in Notice.objects.all()] == [("aside", NO_NUMBER)]
    assert not Look.objects.exists()


def test_after_a_restore_residents_are_not_told_again_and_units_are(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    with receiving(TAKEN) as receiver:
        matter = resident(town, monkeypatch, receiver.url)
        channel("wecom", unit=town.north, url=receiver.url)
        Bookmark.objects.update(event=0, residents_from=0)
        written(at=MONDAY)
        backup = Bookmark.objects.values("event", "residents_from", "turn").get()
        assert send_due(at=MONDAY) == 2
        Bookmark.objects.update(**backup)
        Notice.objects.update(state="waiting", leased_until=None)
        assert send_due(at=MONDAY + MINUTE) == 1
        news(town, matter, at=MONDAY + MINUTE)
        assert beat(at=MONDAY + MINUTE) == (1, 1)
        by_audience = {row.audience: receiver.keys[row.key] for row in Notice.objects.filter(state="aside")}
    assert by_audience == {"resident": 1}
    assert sorted(states()) == ["aside", "sent", "sent"]


def test_a_sending_that_breaks_is_named_and_the_others_go_on(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    with receiving(TAKEN) as receiver:
        broken = noticed(town, receiver.url)
        pebble(town, title="第二枚")
        whole = sending.message_of

        def making(notice: Notice, *, at: datetime) -> object:
            if notice.key == broken.key:
                raise RuntimeError(notice.key)
            return whole(notice, at=at)

        monkeypatch.setattr(sending, "message_of", making)
        assert beat(at=MONDAY) == (1, 1)
    broken.refresh_from_db()
    assert (broken.state, broken.detail) == ("waiting", "RuntimeError")
