"""What a cell or block of a form shows, as it is chosen beside the sheet: figure, period, filters, what heads say."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.matters.counts import CATEGORY
from linli.matters.kind import kind_named, kinds
from linli.paper.form.address import block
from linli.paper.form.binding import INDICATOR, PARTS, PERIODS, TURN, UNIT, Binding, Heads
from linli.policy.models import Category
from linli.reports.facet_words import COLOUR, listed
from linli.tally.defined import countings, indicators, kind_of

FACETS: Mapping[str, Any] = {
    "kind": _("Kind of matter"),
    CATEGORY: _("Category"),
    "sort": _("Sort"),
    "origin": _("Origin"),
    "result": _("Result"),
    "step": _("Step"),
    "colour": _("Colour"),
}
HEADS: Mapping[str, Any] = {
    INDICATOR: _("the figure"),
    TURN: _("the period or the change"),
    UNIT: _("the unit"),
    **FACETS,
}
SIDES = ("across", "across_2", "down", "down_2")
NO_HEADS: tuple[tuple[str, Any], ...] = (("", _("nothing")),)


class PanelForm(forms.Form):
    """One binding; which filters there are depends on the kind of the figure."""

    sheet = forms.CharField(widget=forms.HiddenInput, max_length=100)
    cells = forms.CharField(label=_("Cell or block"), max_length=24, help_text=_("Such as B7, or B7:F12 for a block."))
    indicator = forms.ChoiceField(label=_("Indicator"), required=False)
    kind = forms.ChoiceField(label=_("Kind of matter"), required=False)
    period = forms.ChoiceField(label=_("Of which time"), required=False)
    part = forms.ChoiceField(label=_("What of it"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        told = {**self.initial, **(self.data.dict() if isinstance(self.data, QueryDict) else self.data)}
        self.of = _kind(told)
        self._choices(INDICATOR, [("", gettext("as the heads say"))], list(_figures()))
        self._choices(
            "kind", [("", gettext("All kinds of matter"))], [(one.name, gettext(one.word)) for one in counted()]
        )
        self._choices("period", [], [(code, gettext(word)) for code, word in PERIODS.items()])
        self._choices("part", [], [(code, gettext(word)) for code, word in PARTS.items()])
        if told.get("indicator"):
            del self.fields["kind"]
        facets = facets_of(self.of)
        for facet in facets:
            choices = [("", gettext("all")), *codes_of(facet, self.of).items()]
            self.fields[facet] = forms.ChoiceField(label=FACETS[facet], choices=choices, required=False)
        self._sides(facets)

    def _sides(self, facets: tuple[str, ...]) -> None:
        for side in SIDES:
            offered = [
                *NO_HEADS,
                *((name, word) for name, word in HEADS.items() if name not in FACETS or name in facets),
            ]
            label = _("The heads above say") if side.startswith("across") else _("The heads on the left say")
            second = side.endswith("2")
            self.fields[side] = forms.ChoiceField(
                label=_("and also") if second else label, choices=offered, required=False
            )

    def clean_cells(self) -> str:
        told: str = self.cleaned_data["cells"]
        try:
            return block(told).name
        except ValueError as error:
            raise ValidationError(gettext("Write a cell like B7, or a block like B7:F12.")) from error

    def binding(self, read: Mapping[str, dict[str, str]]) -> Binding:
        """`read`: by facet, what was said of heads that are not understood by themselves."""
        told = self.cleaned_data
        kind = {"kind": (told["kind"],)} if told.get("kind") else {}
        filters = {facet: (told[facet],) for facet in facets_of(self.of) if told.get(facet)}
        heads = {side: Heads(told[side], read.get(told[side], {})) for side in SIDES if told.get(side)}
        return Binding(
            sheet=told["sheet"],
            cells=told["cells"],
            indicator=told["indicator"],
            filters={**kind, **filters},
            period=told["period"] or "this",
            part=told["part"] or "value",
            across=tuple(one for side, one in heads.items() if side.startswith("across")),
            down=tuple(one for side, one in heads.items() if side.startswith("down")),
        )

    def _choices(self, name: str, first: list[Any], others: list[Any]) -> None:
        self.fields[name].choices = [*first, *others]  # type: ignore[attr-defined]

    @property
    def narrows(self) -> int:
        """By how many filters the figure is narrowed."""
        return sum(1 for facet in facets_of(self.of) if self[facet].value())

    def groups(self) -> dict[str, list[forms.BoundField]]:
        """The fields as they stand in the panel: what is shown, how it is narrowed, what heads say."""
        narrowed = [name for name in facets_of(self.of) if name in self.fields]
        shown = [name for name in ("cells", INDICATOR, "kind", "period", "part") if name in self.fields]
        return {
            "shown": [self[name] for name in shown],
            "narrowed": [self[name] for name in narrowed],
            "heads": [self[name] for name in SIDES],
        }


def initial_of(binding: Binding) -> dict[str, str]:
    """A binding as the panel shows it."""
    sides = dict(zip(("across", "across_2"), (one.facet for one in binding.across), strict=False))
    sides |= dict(zip(("down", "down_2"), (one.facet for one in binding.down), strict=False))
    filters = {facet: codes[0] for facet, codes in binding.filters.items()}
    shown = {"indicator": binding.indicator, "period": binding.period, "part": binding.part}
    return {"sheet": binding.sheet, "cells": binding.cells, **filters, **shown, **sides}


def read_in(data: QueryDict, *, of: Iterable[Heads] = ()) -> dict[str, dict[str, str]]:
    """What was said of heads: three lists beside each other; and what was said of them before."""
    read = {heads.facet: dict(heads.read) for heads in of}
    told = zip(data.getlist("read_facet"), data.getlist("read_text"), data.getlist("read_code"), strict=False)
    for facet, text, code in told:
        if code:
            read.setdefault(facet, {})[text] = code
    return read


def counted() -> list[Any]:
    return [one for one in kinds() if one.name in countings()]


def facets_of(of: str) -> tuple[str, ...]:
    """By what figures of this kind can be narrowed."""
    known = {*countings()[of].facets, COLOUR} if of else set()
    return tuple(facet for facet in FACETS if facet in known)


def codes_of(facet: str, of: str) -> dict[str, str]:
    """The codes of a facet with their words, for lists to choose from."""
    if facet == CATEGORY:
        rows = Category.objects.filter(kind=of) if of else Category.objects.all()
        return {one.code: one.label for one in rows.order_by("kind", "pk")}
    return {code: gettext(word) for code, word in listed(facet, kind_named(of)).items()} if of else {}


def _figures() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Every indicator, grouped by its kind."""
    for kind in counted():
        names = [(name, gettext(one.word)) for name, one in indicators().items() if kind_of(name) == kind.name]
        yield gettext(kind.plural), names


def _kind(told: Mapping[str, Any]) -> str:
    chosen = told.get("indicator") or ""
    named = kind_of(chosen) if chosen in indicators() else str(told.get("kind") or "")
    return named if named in countings() else ""
