"""What every kind says of its figures fits together: measures, indicators, facets, steps and words."""

import pytest

from linli.matters.counts import CATEGORY, FORMS, MARK, STOCK, Counting, Indicator
from linli.matters.kind import Kind, kinds
from linli.tally.defined import NoIndicator, indicator, kind_of
from linli.tally.models import Entry

COUNTED = [pytest.param(kind, kind.counting, id=kind.name) for kind in kinds() if kind.counting]
LONGEST, CODE = 40, 24
FACETS = {"category", "sort", "origin", "result", "step", "colour"}

pytestmark = pytest.mark.parametrize(("kind", "counting"), COUNTED)


def test_measures_and_figures_are_called_by_their_kind_and_fit(kind: Kind, counting: Counting) -> None:
    names = [*counting.measures, *(one.name for one in counting.indicators)]
    assert not [name for name in names if kind_of(name) != kind.name or len(name) > LONGEST]
    assert not [name for name, word in counting.measures.items() if not word]


def test_a_figure_is_made_of_known_measures_and_says_by_which_day(kind: Kind, counting: Counting) -> None:
    for one in counting.indicators:
        assert one.top, one.name
        assert {*one.top, *one.below} <= set(counting.measures), one.name
        assert one.form in FORMS, one.name
        assert one.word, one.name
        assert one.basis, one.name
        assert one.version >= 1, one.name


def test_no_two_versions_of_a_figure_begin_on_one_day(kind: Kind, counting: Counting) -> None:
    begun = [(one.name, one.since) for one in counting.indicators]
    assert len(set(begun)) == len(begun)


def test_every_measure_is_in_a_figure_and_what_lasts_only_in_figures_of_what_lasts(
    kind: Kind, counting: Counting
) -> None:
    lasting = {name for one in counting.indicators if one.form == STOCK for name in _of(one)}
    passing = {name for one in counting.indicators if one.form != STOCK for name in _of(one)}
    assert lasting | passing == set(counting.measures)
    assert not lasting & passing


def test_two_facets_looked_at_together_are_two_that_the_kind_has(kind: Kind, counting: Counting) -> None:
    known = {*counting.facets, "colour"}
    assert all(len(pair) == len(set(pair) & known) == 2 for pair in counting.pairs)
    assert len({frozenset(pair) for pair in counting.pairs}) == len(counting.pairs)


def test_facets_are_columns_and_their_codes_have_words_and_fit(kind: Kind, counting: Counting) -> None:
    assert set(counting.facets) <= FACETS <= {field.name for field in Entry._meta.fields}
    for listing in counting.facets.values():
        codes = kind.choices[listing] if listing not in (CATEGORY, MARK) else kind.marks
        assert codes, listing
        assert not [code for code in codes if len(code) > CODE], listing


def test_a_figure_is_found_by_its_name(kind: Kind, counting: Counting) -> None:
    assert indicator(f"{kind.name}.opened").name == f"{kind.name}.opened"
    with pytest.raises(NoIndicator):
        indicator(f"{kind.name}.nobody_counts_this")


def _of(one: Indicator) -> set[str]:
    return {*one.top, *one.below}
