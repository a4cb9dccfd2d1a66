"""Ready phrases at a step: offered while they hold, filled in on request, and never over what was typed."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from linli.policy.models import Phrase
from tests.town import LONG_AGO, Town, pebble

pytestmark = pytest.mark.django_db


def phrase(text: str, *, until: date | None = None) -> Phrase:
    told = {"kind": "pebble", "verb": "note", "title": text[:4], "valid_from": LONG_AGO, "valid_until": until}
    return Phrase.objects.create(text=text, **told)


def test_a_phrase_in_force_is_offered_and_filled_in_when_asked_for(town: Town, client: Client) -> None:
    held, ended = phrase("已到现场查看"), phrase("早已不用的话", until=date(2021, 1, 1))
    client.force_login(town.mei)
    place = reverse("act", args=(pebble(town).number, "note"))
    page = client.get(place).content.decode()
    assert f'data-text="{held.text}"' in page
    assert ended.text not in page
    assert f"{held.text}</textarea>" in client.get(place, {"phrase": held.pk}).content.decode()
    for nobody in (ended.pk, "x"):
        assert "话</textarea>" not in client.get(place, {"phrase": nobody}).content.decode()


def test_what_was_typed_stays_where_a_phrase_was_chosen_too(town: Town, client: Client) -> None:
    held = phrase("已到现场查看")
    client.force_login(town.mei)
    matter = pebble(town)
    place = reverse("act", args=(matter.number, "note"))
    told = {"text": "自己写的话" + "长" * 30_000, "phrase": held.pk, "version": matter.version}
    answer = client.post(place, told)
    assert answer.status_code == 422
    assert "自己写的话" in answer.content.decode()
    assert f"{held.text}</textarea>" not in answer.content.decode()
