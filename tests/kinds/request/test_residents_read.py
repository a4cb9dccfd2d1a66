"""What residents read of their request: every step that concerns them, and nothing that is said among colleagues."""

from dataclasses import fields
from string import Formatter

import pytest

from linli.kinds.request.facts.beyond import BEYOND
from linli.matters.facts import Fact, privacy_of
from tests.for_residents import residents_read

AMONG_COLLEAGUES = frozenset(
    {
        "CallBackWaived",
        "Urged",
        "DelayExplained",
        "NoticeAnswered",
        "Supervised",
        "SupervisionLifted",
        "WhistleBlown",
        "WhistleSigned",
        "WhistleSignedLate",
        "WhistleContacted",
        "WhistleContactedLate",
        "WhistleRated",
        "Absorbed",
        "Released",
        "AnswerPassedOn",
        "PartTakenIn",
        "PartAnswered",
        "PartDropped",
        "PartClosed",
        "Lapsed",
        "Archived",
    }
)
WRITTEN_FOR_THEM = {"Parked": {"why"}, "AnsweredAlong": {"text"}, "DataAnswered": {"answer"}}
"""The words that a form says the resident reads."""


@pytest.mark.parametrize("fact", BEYOND, ids=lambda fact: fact.__name__)
def test_a_resident_reads_what_concerns_them_and_only_words_written_for_them(fact: type[Fact]) -> None:
    sentences = residents_read(fact)
    named = {name for text in sentences for _text, name, _spec, _how in Formatter().parse(text) if name}
    assert (not any(sentences)) == (fact.__name__ in AMONG_COLLEAGUES)
    assert named <= {field.name for field in fields(fact)}
    assert named & set(privacy_of(fact)) == WRITTEN_FOR_THEM.get(fact.__name__, set())
    assert not named & {"number", "user", "from_unit", "late_minutes"}
