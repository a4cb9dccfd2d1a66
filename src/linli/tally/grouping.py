"""The groups of a question: what each is called, and which entries are its own."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from linli.matters.counts import CATEGORY
from linli.place.models import Unit
from linli.tally.behind import EXACTLY, FACETS, Behind, Codes
from linli.tally.periods import month_of
from linli.tally.question import BRANCH, DAY, MONTH, UNIT, Question

Group = tuple[str, ...]


@dataclass(frozen=True)
class Grouping:
    """The names of units and categories that are needed, read once."""

    question: Question
    units: Mapping[int, str]
    """The units right below the one asked for -> their codes."""
    parents: Mapping[str, str]
    """Category -> the one above it."""

    @classmethod
    def of(cls, question: Question, *, kinds: Collection[str]) -> "Grouping":
        below = Unit.objects.filter(parent=question.unit) if UNIT in question.by else Unit.objects.none()
        known = question.parents if BRANCH in question.by else {}
        parents = {code: above for (kind, code), above in known.items() if kind in kinds}
        return cls(question, dict(below.values_list("pk", "code")), parents)

    def name(self, key: tuple[Any, ...]) -> Group:
        """What a group is called of which the database gave these parts."""
        return tuple(self._part(name, part) for name, part in zip(self.question.by, key, strict=True))

    def _part(self, name: str, part: Any) -> str:
        if part is None:
            return ""
        if name == UNIT:
            return self.units.get(part, "")
        if name == BRANCH:
            return self._branch(part)
        if isinstance(part, date):
            return part.isoformat()[: 7 if name == MONTH else 10]
        return str(part)

    def _branch(self, code: str) -> str:
        """The category right below the ones asked for, or the one at the top, under which this one hangs."""
        asked = dict(self.question.codes).get(CATEGORY, ())
        while code not in asked and (above := self.parents.get(code)) and above not in asked:
            code = above
        return code

    def narrowed(self, behind: Behind, group: Group) -> Behind:
        """Those of the entries that belong to the group."""
        for name, part in zip(self.question.by, group, strict=True):
            behind = self._narrowed(behind, name, part)
        return behind

    def _narrowed(self, behind: Behind, name: str, part: str) -> Behind:
        if name == UNIT:
            pk = next((pk for pk, code in self.units.items() if code == part), None)
            return replace(behind, here=True) if pk is None else replace(behind, unit=pk)
        if name in (DAY, MONTH):
            return _within(behind, name, part)
        if name == CATEGORY:
            return _coded(behind, _with(behind, CATEGORY, f"{EXACTLY}{part}"))
        if name == BRANCH:
            asked = dict(self.question.codes).get(CATEGORY, ())
            alone = EXACTLY if part in asked or not part else ""
            return _coded(behind, _with(behind, CATEGORY, f"{alone}{part}"))
        return _coded(behind, _with(behind, name, part))


def _within(behind: Behind, name: str, part: str) -> Behind:
    """Its days, cut to that day or month."""
    if name == DAY:
        day = date.fromisoformat(part)
        return replace(behind, first=day, last=min(behind.last, day))
    month = month_of(date.fromisoformat(f"{part}-01"))
    return replace(behind, first=max(behind.first, month.first), last=min(behind.last, month.last))


def _coded(behind: Behind, codes: Codes) -> Behind:
    """As `replace` does it, in a third of the time: a report has ten thousand of these."""
    return Behind(behind.measures, behind.unit, behind.first, behind.last, codes, behind.here, behind.stock)


def _with(behind: Behind, facet: str, code: str) -> Codes:
    """Its codes, and of this facet that one alone."""
    if not behind.codes:
        return ((facet, (code,)),)
    codes = {**dict(behind.codes), facet: (code,)}
    return tuple((name, codes[name]) for name in FACETS if name in codes)
