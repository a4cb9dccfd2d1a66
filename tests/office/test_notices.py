"""Channels and texts in the office: what is secret goes in and never comes out; what was not sent is sent again."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from linli.matters.models import Event
from linli.matters.sealing import seal_new
from linli.notices.models import Channel, Notice, Text, Try
from linli.notices.private import Private, keep, private_of
from linli.notices.signing import make_webhook_secret, webhook_key
from linli.place.models import Unit
from tests.office.visiting import LONG_AGO, administrator, page, said, text
from tests.town import build, pebble

pytestmark = pytest.mark.django_db
SECRET, HOOK = "SEC-of-the-bot", "https://bot.example.cn/send?key=the-key-of-the-bot"


def told(**more: object) -> dict[str, object]:
    unit = Unit.objects.get(code="1").pk
    plain = {"title": "群", "sort": "dingtalk", "unit": unit, "language": "zh-hans", "valid_from": "2026-01-01"}
    return {**plain, "below": "on", "target": HOOK, "secret": SECRET, "headers": "", "body": "", "proof": "", **more}


def shown(client: Client, row: Channel) -> str:
    return text(client.get(page("notices_channel_change", row.pk)))


def test_where_a_channel_leads_and_its_secret_are_sealed_and_never_shown_again() -> None:
    client = administrator()
    assert client.post(page("notices_channel_add"), told()).status_code == 302
    row = Channel.objects.get()
    assert private_of(row) == Private(HOOK, SECRET)
    stored = str(Channel.objects.values().get()) + bytes(row.sealed or b"").decode("latin-1")
    for seen in (stored, shown(client, row), text(client.get(page("notices_channel_changelist")))):
        assert SECRET not in seen
        assert "the-key" not in seen
    assert row.shown == "bot.example.cn"


def test_left_empty_they_stay_as_they_are_and_each_is_changed_by_itself() -> None:
    client = administrator()
    client.post(page("notices_channel_add"), told())
    row = Channel.objects.get()
    for target, secret, wanted in (
        ("", "", Private(HOOK, SECRET)),
        ("", "SEC-new", Private(HOOK, "SEC-new")),
        ("https://other.example.cn/", "", Private("https://other.example.cn/", "SEC-new")),
    ):
        client.post(page("notices_channel_change", row.pk), told(target=target, secret=secret, title="改名"))
        row.refresh_from_db()
        assert private_of(row) == wanted
    assert row.title == "改名"


def test_a_webhook_without_a_secret_gets_one_that_is_shown_once() -> None:
    client = administrator()
    response = client.post(page("notices_channel_add"), told(sort="webhook", secret=""), follow=True)
    secret = private_of(Channel.objects.get()).secret
    assert webhook_key(secret)
    assert secret in text(response)
    assert secret not in shown(client, Channel.objects.get())


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"target": ""}, "target"),
        ({"target": "http://bot.example.cn/"}, "target"),
        ({"target": "https://a:b@bot.example.cn/"}, "target"),
        ({"sort": "email", "target": "nobody", "secret": "smtp://a:b@mail.example.cn"}, "target"),
        ({"sort": "email", "target": "north@example.cn", "secret": "word"}, "secret"),
        ({"sort": "webhook", "secret": "whsec_short"}, "secret"),
        ({"sort": "sms", "body": ""}, "body"),
        ({"valid_until": "2025-01-01"}, "valid_until"),
    ],
)
def test_what_cannot_work_comes_back_with_the_reason(more: dict[str, str], field: str) -> None:
    client = administrator()
    response = client.post(page("notices_channel_add"), told(**more))
    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors
    assert not Channel.objects.exists()


def test_a_channel_in_force_keeps_its_sort_and_unit_and_is_ended() -> None:
    client = administrator()
    client.post(page("notices_channel_add"), told())
    row = Channel.objects.get()
    change = told(sort="sms", body="{to}", valid_from="2020-01-01", valid_until="2030-01-01")
    assert client.post(page("notices_channel_change", row.pk), change).status_code == 302
    row.refresh_from_db()
    assert (row.sort, row.valid_from, row.valid_until) == ("dingtalk", date(2026, 1, 1), date(2030, 1, 1))
    assert said(client, page("notices_channel_delete", row.pk))
    assert Channel.objects.exists()


def dead_letter() -> Notice:
    """One notice that was given up, of a matter of the town."""
    town = build()
    pebble(town, at=timezone.now())
    seal_new(at=timezone.now())
    row = Channel(title="群", sort="webhook", unit=town.north, valid_from=LONG_AGO)
    keep(row, Private(HOOK, make_webhook_secret()))
    row.save()
    event, now = Event.objects.earliest("pk"), timezone.now()
    notice = Notice.objects.create(
        key="notice_x", event=event, matter_id=event.matter_id, channel=row, audience="unit", said="一件", state="dead",
        tries=6, next_at=now, made_at=now, reason="The receiver did not take it.", detail="403",
    )  # fmt: skip
    Try.objects.create(notice=notice, at=now, took=False, reason="The receiver did not take it.", detail="403")
    return notice


def test_dead_letters_stand_on_the_page_of_their_channel_with_the_reason_and_are_sent_again(client: Client) -> None:
    notice = dead_letter()
    client.force_login(notice.channel.unit.parent.parent.posts.get(role="administrator").user)  # type: ignore[union-attr]
    seen = shown(client, notice.channel)
    assert "notice_x" in seen
    assert "接收方未接收。 403" in seen
    assert notice.matter.number not in seen
    answer = client.post(page("notices_channel_change", notice.channel_id), {"_again": "1", "again": [notice.pk]})
    assert answer.status_code == 302
    notice.refresh_from_db()
    assert (notice.state, notice.tries) == ("waiting", 0)
    assert "notice_x" not in shown(client, notice.channel)


@pytest.mark.parametrize("again", [[], ["999"], ["x"], ["9" * 40]])
def test_what_is_not_there_is_not_sent_again(client: Client, again: list[str]) -> None:
    notice = dead_letter()
    client.force_login(notice.channel.unit.parent.parent.posts.get(role="administrator").user)  # type: ignore[union-attr]
    told_again: dict[str, Any] = {"_again": "1", "again": again}
    assert client.post(page("notices_channel_change", notice.channel_id), told_again).status_code == 302
    notice.refresh_from_db()
    assert notice.state == "dead"


def text_told(**more: str) -> dict[str, str]:
    plain = {"audience": "resident", "event": "Noted", "kind": "", "stage": "", "category": "", "text_en": ""}
    return {**plain, "text": "{number}", "valid_from": "2026-01-01", **more}


def test_a_text_that_names_more_than_it_may_comes_back_with_the_reason() -> None:
    client = administrator()
    response = client.post(page("notices_text_add"), text_told(text="{phone}"))
    assert "text" in response.context["adminform"].form.errors
    assert not Text.objects.exists()
    assert client.post(page("notices_text_add"), text_told()).status_code == 302


def test_a_text_too_long_for_one_short_message_is_taken_with_a_warning() -> None:
    client = administrator()
    answer = client.post(page("notices_text_add"), text_told(text="您反映的事项" * 12), follow=True)
    assert Text.objects.count() == 1
    assert "70" in " ".join(str(message) for message in answer.context["messages"])
    answer = client.post(page("notices_text_add"), text_told(event="Replied"), follow=True)
    assert "70" not in " ".join(str(message) for message in answer.context["messages"])
