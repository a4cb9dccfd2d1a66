"""A ready phrase is written for a step that its kind of matter has; another would never be offered."""

import pytest

from linli.kinds.dispute.kind import DISPUTE
from linli.kinds.request.kind import REQUEST
from linli.policy.models import Phrase
from tests.office.visiting import LONG_AGO, administrator, page, text

pytestmark = pytest.mark.django_db


def test_kind_and_step_are_chosen_by_their_words_and_have_to_fit() -> None:
    client, place = administrator(), page("policy_phrase_add")
    told = {"title": "已解决", "text": "已处理完毕。", "valid_from": LONG_AGO.isoformat(), "verb": "reply"}
    html = text(client.get(place))
    assert '<option value="reply">答复</option>' in html
    assert '<option value="request">诉求</option>' in html
    refused = client.post(place, {**told, "kind": DISPUTE.name})
    assert "没有这个步骤" in text(refused)
    assert not Phrase.objects.exists()
    assert client.post(place, {**told, "kind": REQUEST.name}).status_code == 302
    assert Phrase.objects.get().verb == "reply"
