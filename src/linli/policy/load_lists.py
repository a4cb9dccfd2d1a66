"""The shipped entries of the office's lists as rows: the dispatch catalogue, the town duty list and phrases."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from linli.place.models import Unit
from linli.policy.models import Catalogue, Category, Phrase, TownDuty

Row = Mapping[str, str]
OF_THE_PLACE = (Catalogue.To.COMMUNITY, Catalogue.To.STREET)


def add_entry(row: Row) -> bool:
    """Known by category and, where it assists, by whom: an office that gave another unit the lead keeps it."""
    told: dict[str, Any] = {"category": _category(row), "role": row["role"]}
    unit = Unit.objects.filter(code=row["to"]).first()
    if lacks_unit(row):
        return False
    to = {"to": row["to"] if unit is None else Catalogue.To.UNIT, "unit": unit}
    same = told if row["role"] == Catalogue.Role.LEAD else {**told, **to}
    if Catalogue.objects.filter(**same).exists():
        return False
    Catalogue.objects.create(**told, **to, **_more(row))
    return True


def lacks_unit(row: Row) -> bool:
    """Whether the entry names a unit that does not exist here."""
    return row["to"] not in OF_THE_PLACE and not Unit.objects.filter(code=row["to"]).exists()


def add_town_duty(row: Row) -> bool:
    category = _category(row)
    if TownDuty.objects.filter(category=category).exists():
        return False
    TownDuty.objects.create(category=category, **_more(row))
    return True


def add_phrase(row: Row) -> bool:
    same = {name: row[name] for name in ("kind", "verb", "title")}
    if Phrase.objects.filter(**same).exists():
        return False
    told = {"title_en": row["title_en"], "text": row["text"], "valid_from": date.fromisoformat(row["valid_from"])}
    Phrase.objects.create(**same, **told)
    return True


def _category(row: Row) -> Category:
    return Category.objects.get(kind=row["kind"], code=row["category"])


def _more(row: Row) -> dict[str, Any]:
    return {"basis": row["basis"], "valid_from": date.fromisoformat(row["valid_from"])}
