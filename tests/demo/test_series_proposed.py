"""Every planted series of the demo is proposed: each of its cases names the others among its first five."""

import sys

import pytest

from linli.demo.cases.planted import planted
from linli.likeness.lay import lay_new
from linli.likeness.series import candidates
from linli.matters.access import viewer
from linli.matters.models import Matter
from linli.staff.models import User
from tests.demo.moments import AT

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FIRST = 5


@pytest.mark.parametrize("series", sorted(planted(AT)))
def test_each_case_of_a_planted_series_is_proposed_to_each_other_one(series: str) -> None:
    while lay_new(at=AT):
        continue
    titles = [case.happening.title for case in planted(AT)[series]]
    group = list(Matter.objects.filter(kind="case", title__in=titles))
    he = viewer(User.objects.get(username="he"), at=AT)
    found = {one.number: [each.matter.number for each in candidates(one, he, at=AT, most=FIRST)] for one in group}
    missed = {
        one.number: sorted({other.number for other in group} - {one.number} - set(found[one.number])) for one in group
    }
    sys.stdout.write(f"\n{series}: {len(group)} cases, {sum(map(len, missed.values()))} missed\n")
    assert len(group) == len(titles) >= 4
    assert not {number: lost for number, lost in missed.items() if lost}
