"""The built-in profile as rows: adds what is missing and leaves what the office has edited."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from django.apps import apps
from django.db import transaction

from linli.policy.load_lists import add_entry, add_phrase, add_town_duty, lacks_unit
from linli.policy.models import CalendarYear, Catalogue, Category, Holiday, Phrase, Series, Term, TownDuty

PROFILES = Path(__file__).parent / "profiles"

Row = Mapping[str, str]


@transaction.atomic
def load_profile() -> Counter[str]:
    """Add every row of the profiles that is not there yet; answer how many of each file were new."""
    added: Counter[str] = Counter()
    for folder in profiles():
        for name, add in LOADERS.items():
            added[name] += sum(add(row) for row in rows_of(folder / f"{name}.csv"))
    return added


@transaction.atomic
def load_missing() -> Counter[str]:
    """Add what a later version brought: the terms and number series of a code that the office has no row of, and the
    categories of a kind that it has none of. Whatever it has, ended or edited, stands; the calendar is its own.
    """
    added: Counter[str] = Counter()
    before = {name: known() for name, known in KNOWN.items()}
    for folder in profiles():
        for name, known in before.items():
            rows = [row for row in rows_of(folder / f"{name}.csv") if row[KEYS[name]] not in known]
            added[name] += sum(LOADERS[name](row) for row in rows if has_category(row))
    return added


def left_out() -> Iterator[Row]:
    """The entries of the dispatch catalogue that name a unit that does not exist here."""
    for folder in profiles():
        yield from (row for row in rows_of(folder / "catalogue.csv") if lacks_unit(row))


def has_category(row: Row) -> bool:
    """Whether the category that the row is for is there: the office may have taken it away."""
    code = row.get("category")
    return not code or Category.objects.filter(kind=row["kind"], code=code).exists()


def profiles() -> list[Path]:
    """The house's own, then those that kinds bring along in their folders."""
    return [PROFILES, *(Path(config.path) / "profile" for config in apps.get_app_configs())]


def rows_of(file: Path) -> Iterator[Row]:
    if not file.exists():
        return
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def add_year(row: Row) -> bool:
    told = {"published_on": date.fromisoformat(row["published_on"]), "source": row["source"]}
    return CalendarYear.objects.get_or_create(year=int(row["year"]), defaults=told)[1]


def add_holiday(row: Row) -> bool:
    told = {"working": row["working"] == "1", "name": row["name"]}
    return Holiday.objects.get_or_create(on=date.fromisoformat(row["on"]), defaults=told)[1]


def add_category(row: Row) -> bool:
    told = {
        "name": row["name"],
        "name_en": row["name_en"],
        "parent": category_of(row["kind"], code=row["parent"]),
        "valid_from": date.fromisoformat(row["valid_from"]),
    }
    return Category.objects.get_or_create(kind=row["kind"], code=row["code"], defaults=told)[1]


def add_term(row: Row) -> bool:
    """Known by code, kind and category: an office that ended or replaced the row does not get it back."""
    category = category_of(row["kind"], code=row["category"])
    if Term.objects.filter(code=row["code"], kind=row["kind"], category=category).exists():
        return False
    Term.objects.create(
        code=row["code"],
        kind=row["kind"],
        category=category,
        span=row["span"],
        starts=row["starts"],
        rolls=row["rolls"] == "1",
        profile=row["profile"],
        basis=row["basis"],
        valid_from=date.fromisoformat(row["valid_from"]),
    )
    return True


def add_series(row: Row) -> bool:
    told = {"pattern": row["pattern"]}
    return Series.objects.get_or_create(code=row["code"], year=int(row["year"]), defaults=told)[1]


def category_of(kind: str, *, code: str) -> Category | None:
    return Category.objects.get(kind=kind, code=code) if code else None


LOADERS: dict[str, Callable[[Row], bool]] = {
    "years": add_year,
    "holidays": add_holiday,
    "categories": add_category,
    "terms": add_term,
    "series": add_series,
    "catalogue": add_entry,
    "town_duty": add_town_duty,
    "phrases": add_phrase,
}
KEYS: dict[str, str] = {
    "categories": "kind",
    "terms": "code",
    "series": "code",
    "catalogue": "kind",
    "town_duty": "kind",
    "phrases": "kind",
}
KNOWN: dict[str, Callable[[], set[str]]] = {
    "categories": lambda: set(Category.objects.values_list("kind", flat=True)),
    "terms": lambda: set(Term.objects.values_list("code", flat=True)),
    "series": lambda: set(Series.objects.values_list("code", flat=True)),
    "catalogue": lambda: set(Catalogue.objects.values_list("category__kind", flat=True)),
    "town_duty": lambda: set(TownDuty.objects.values_list("category__kind", flat=True)),
    "phrases": lambda: set(Phrase.objects.values_list("kind", flat=True)),
}
"""What the office has of each file, by the column that says whether it has any."""


def load_too(name: str, add: Callable[[Row], bool], *, key: str, known: Callable[[], set[str]]) -> None:
    """Let a room above bring a file of its own: how a row is added, and by which column it is known."""
    LOADERS[name], KEYS[name], KNOWN[name] = add, key, known
