"""The words by which heads of a form name a code: in both languages, as the office and the kinds call it."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext, override

from linli.colours.colour import Colour
from linli.matters.counts import CATEGORY, MARK
from linli.matters.kind import Kind, kinds
from linli.paper.form.binding import INDICATOR, UNIT, Parents, Words
from linli.place.models import Unit
from linli.policy.models import Category
from linli.tally.defined import countings, indicators, kind_of

CHINESE, COLOUR = "zh-hans", "colour"
SORTS_OF_UNIT = ("街道办事处", "街道", "社区", "网格", "镇", "乡", "村")


def words_for(unit: Unit, *, of: Iterable[str]) -> Words:
    """By facet, the codes of these kinds with their words; the units from this one on down."""
    named = [kind for kind in kinds() if kind.name in set(of) and kind.counting]
    told: dict[str, dict[str, tuple[str, ...]]] = {INDICATOR: _indicators(named), UNIT: _units(unit)}
    told[CATEGORY] = _categories(named)
    told["kind"] = {kind.name: (*_said(kind.word), *_said(kind.plural)) for kind in named}
    for facet, codes in _listed(named):
        told.setdefault(facet, {}).update(codes)
    return told


def parents_for(of: Iterable[str]) -> Parents:
    """Of categories that lie below others, the one above."""
    rows = Category.objects.filter(kind__in=set(of)).exclude(parent=None)
    return {CATEGORY: dict(rows.values_list("code", "parent__code"))}


def _indicators(of: Iterable[Kind]) -> dict[str, tuple[str, ...]]:
    wanted = {kind.name for kind in of}
    return {name: _said(one.word) for name, one in indicators().items() if kind_of(name) in wanted}


def _units(unit: Unit) -> dict[str, tuple[str, ...]]:
    rows = Unit.objects.filter(**{f"unit_{unit.level}": unit.pk})
    return {one.code: (one.name, *_short(one.name), one.name_en, one.code) for one in rows}


def _short(name: str) -> Iterator[str]:
    """As forms leave out what sort of unit it is."""
    ending = next((one for one in SORTS_OF_UNIT if name.endswith(one) and len(name) > len(one) + 1), "")
    if ending:
        yield name.removesuffix(ending)


def _categories(of: Iterable[Kind]) -> dict[str, tuple[str, ...]]:
    rows = Category.objects.filter(kind__in=[kind.name for kind in of]).order_by("kind", "pk")
    return {one.code: (one.name, one.name_en, one.code) for one in rows}


def _listed(of: Iterable[Kind]) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """The codes that kinds keep in lists of their own."""
    for kind in of:
        for facet in {**countings()[kind.name].facets, COLOUR: ""}:
            yield facet, {code: (*_said(word), code) for code, word in listed(facet, kind).items()}


def listed(facet: str, kind: Kind) -> Mapping[str, str]:
    """The codes of a facet that a kind keeps itself, with their msgids; none of the office's categories."""
    listing = countings()[kind.name].facets.get(facet, "")
    if facet == COLOUR:
        return {one.value: one.word for one in Colour}
    if listing == MARK:
        return {name: word for name in kind.marks if (word := kind.mark_word(name))}
    return kind.choices.get(listing, {})


def _said(word: str) -> tuple[str, ...]:
    """A word of the catalogue as it is said in Chinese and in English."""
    with override(CHINESE):
        return (gettext(word), word)
