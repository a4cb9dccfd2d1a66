"""What is sealed, masked and erased in a dispute."""

import pytest

from linli.kinds.dispute.panel.whole import panel_values
from linli.matters.everyday import erase
from linli.matters.models import Words
from linli.matters.verify import verify
from linli.matters.words import words_of
from tests.kinds.dispute.in_town import DAY, in_mediation, registered
from tests.kinds.dispute.told import say, session
from tests.town import MONDAY, Town, facts_of, said, state_of

pytestmark = pytest.mark.django_db


def test_parties_are_sealed_masked_and_never_in_the_state(town: Town) -> None:
    matter = registered(town)
    assert "周桂兰" not in state_of(matter).written()
    shown = words_of(matter, masks={"name": "name", "phone": "phone"}, withheld=frozenset())
    first = state_of(matter).data["parties"][0]["seqs"][0]
    assert (shown.at(first, "name").text, shown.at(first, "phone").text) == ("周**", "138****0011")
    assert not Words.objects.filter(text__contains="周桂兰").exists()


def test_the_concession_is_sealed_apart_and_the_undisputed_facts_are_not(town: Town) -> None:
    matter = in_mediation(town)
    more = {"undisputed": "渗水属实。", "concession": "可少赔两百。", "concession_side": "a"}
    matter = said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY, "continued", **more))
    assert facts_of(matter)[-3:] == ["SessionHeld", "UndisputedNoted", "ConcessionNoted"]
    data, shown = state_of(matter).data, words_of(matter, withheld=frozenset())
    assert shown.at(data["undisputed"][0], "undisputed").text == "渗水属实。"
    assert shown.at(data["concessions"][0]["seq"], "concession").text == "****"


def test_when_the_words_of_a_session_are_erased_the_rest_stands(town: Town) -> None:
    matter = in_mediation(town)
    matter = said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY))
    seq = state_of(matter).data["sessions"][0]["seq"]
    told = {"of": seq, "fields": ("record", "place"), "ground": "request"}
    matter = said(erase, matter, by=town.chen, at=MONDAY + DAY, **told)
    assert panel_values(state_of(matter), words_of(matter, withheld=frozenset())).sessions[0].record.erased
    assert verify().differences == ()
