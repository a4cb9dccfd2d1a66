"""The files of ten disputes of the county once told: what each lacks, and that each can be taken out as one paper."""

import random
from io import BytesIO

import docx
import pytest

from linli.kinds.dispute.dossier.form import DOSSIER
from linli.kinds.dispute.dossier.parts import parts
from linli.matters.commands import in_hand
from linli.matters.dossier import missing
from linli.matters.filing import bound_file
from linli.matters.kind import kind_named
from linli.matters.models import Matter
from linli.matters.paper_source import happened, whole
from linli.matters.papers import Source
from linli.matters.reading import events_of
from linli.matters.words import words_of
from tests.kinds.dispute.plodding import lacking
from tests.kinds.dispute.test_file_missing import WORDS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SEED, MANY = 20261129, 10


@pytest.fixture
def ten() -> list[Source]:
    """One at random of each stage, and others at random to make ten."""
    chance, there = random.Random(SEED), Matter.objects.filter(kind="dispute").order_by("number")
    stages = sorted(set(there.values_list("stage", flat=True)))
    picked = {chance.choice(there.filter(stage=stage).values_list("number", flat=True)) for stage in stages}
    rest = there.exclude(number__in=picked).values_list("number", flat=True)
    picked |= set(chance.sample(list(rest), max(0, MANY - len(picked))))
    return [written_from(matter) for matter in there.filter(number__in=picked)]


def written_from(matter: Matter) -> Source:
    """As somebody reads it who opened nothing."""
    kind, book = kind_named("dispute"), words_of(matter, masks=kind_named("dispute").masks, withheld=frozenset())
    told = tuple(happened(event, kind, book) for event in events_of(matter))
    return whole(kind, matter, in_hand(matter).state, told)


def test_what_is_missing_in_ten_disputes_is_what_a_plodding_reader_finds(ten: list[Source]) -> None:
    assert len({one.state.stage for one in ten}) >= 8
    for one in ten:
        found = {(part.place, WORDS[why.because]) for part, why in missing(parts(one))}
        assert found == lacking((event.seq, event.fact) for event in one.told), one.matter
        assert (1, "form") in found


def test_each_of_the_ten_is_one_paper_with_all_its_documents(ten: list[Source]) -> None:
    for one in ten:
        file = docx.Document(BytesIO(bound_file(DOSSIER, one)))
        titles = [
            paragraph.text for paragraph in file.paragraphs if paragraph.style and paragraph.style.name == "Title"
        ]
        assert len(titles) == 1 + sum(len(part.sheets) for part in parts(one)), one.matter
        assert len(file.sections) == 3
