"""What was learnt from words that were erased since is learnt anew at the next beat, and older versions go at once."""

from datetime import datetime, timedelta

import pytest

from linli.kinds.dispute.kind import DISPUTE
from linli.kinds.request.kind import REQUEST
from linli.likeness import due_again
from linli.likeness.due_again import Learner
from linli.likeness.forgetting import is_stale
from linli.likeness.learning import learn
from linli.likeness.models import Learned
from linli.likeness.suggesting import _model
from linli.matters.everyday import erase
from linli.matters.models import Matter
from tests.likeness.test_learning import over
from tests.likeness.test_suggesting import SAID
from tests.town import MONDAY, Town, said, state_of

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SECRET = "榕树洞"


@pytest.fixture(autouse=True)
def _nothing_read_before() -> None:
    """A test that is taken back gives the next one the same id."""
    _model.cache_clear()


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The kinds for which the tick would have begun a process."""
    asked: list[list[str]] = []
    monkeypatch.setattr(due_again, "begin", asked.append)
    return asked


def taught(town: Town, monkeypatch: pytest.MonkeyPatch) -> list[Matter]:
    """Closed requests, three of which tell of a place that is told of nowhere else; learnt three times."""
    monkeypatch.setitem(SAID, "litter", tuple(f"{SECRET}旁垃圾没人清" for _one in range(4)))
    over(town, 8)
    for days in (3, 2, 1):
        assert learn(REQUEST, at=MONDAY - days * DAY, each=5)
    return list(Matter.objects.filter(category="litter"))


def erased(town: Town, matters: list[Matter], *, at: datetime) -> None:
    for matter in matters:
        opened = state_of(matter).data["opened"]
        said(erase, matter, by=town.chen, at=at, of=opened, fields=("title", "story"), ground="request")


def pieces() -> list[set[str]]:
    """Of each version, the newest first, what it knows of the place."""
    return [{piece for piece in _model(one.pk).places if piece in SECRET} for one in Learned.objects.all()]


def test_a_fresh_version_knows_nothing_of_what_was_erased_and_no_older_one_is_left(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    matters = taught(town, monkeypatch)
    assert [SECRET in known for known in pieces()] == [True, True, True]
    assert not is_stale(REQUEST)
    erased(town, matters[:7], at=MONDAY)
    assert (is_stale(REQUEST), is_stale(DISPUTE)) == (True, False)
    assert learn(REQUEST, at=MONDAY + HOUR, each=1)
    assert [SECRET in known for known in pieces()] == [False]
    assert not is_stale(REQUEST)


def test_the_next_beat_begins_it_and_takes_the_older_ones_away(
    town: Town, monkeypatch: pytest.MonkeyPatch, begun: list[list[str]]
) -> None:
    matters, learner = taught(town, monkeypatch), Learner()
    learner.beat(at=MONDAY)
    assert (begun, Learned.objects.count()) == ([], 3)
    erased(town, matters[:1], at=MONDAY + HOUR)
    learner.beat(at=MONDAY + HOUR)
    assert (begun, Learned.objects.count()) == ([["request"]], 1)


def test_what_came_to_nothing_waits_for_a_day_and_what_was_learnt_is_looked_at_again(
    town: Town, monkeypatch: pytest.MonkeyPatch, begun: list[list[str]]
) -> None:
    matters, learner = taught(town, monkeypatch), Learner()
    erased(town, matters[:1], at=MONDAY)
    for hours in (1, 2, 23):
        learner.beat(at=MONDAY + hours * HOUR)
    assert len(begun) == 1
    learner.beat(at=MONDAY + DAY + HOUR)
    assert len(begun) == 2
    learn(REQUEST, at=MONDAY + DAY + HOUR, each=5)
    erased(town, matters[1:2], at=MONDAY + DAY + 2 * HOUR)
    learner.beat(at=MONDAY + DAY + 3 * HOUR)
    assert len(begun) == 3


def test_where_too_little_is_left_to_learn_from_nothing_suggests_any_more(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    matters = taught(town, monkeypatch)
    erased(town, matters, at=MONDAY)
    Matter.objects.exclude(category="litter").update(category="")
    assert learn(REQUEST, at=MONDAY + HOUR, each=5) is None
    assert not Learned.objects.exists()
