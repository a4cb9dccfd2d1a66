"""What of a matter is searched: its names and what it is about; never who, and nothing that only the desk may read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from linli.ground.searching import folded, without_people
from linli.matters.facts import Fact, privacy_of
from linli.matters.indexing import Row, index_many, stored
from linli.matters.kind import kind_named
from linli.matters.models import Event, Matter, Searched, Standing, Words
from linli.matters.reading import kept_by_desk
from linli.matters.state import State
from linli.matters.timeline import Timeline
from linli.matters.words import bound, keyring
from linli.place.models import Cell
from linli.place.tree import COLUMNS
from linli.policy.models import Category
from linli.policy.office import office

OPEN = "§open"
"""What stands in the index beside the bigrams begins with a sign that no bigram holds."""
KIND = "§k"
"""So the sign of a kind begins."""
MOST = 100_000
"""Signs of one matter that are searched: of more than a megabyte of bigrams PostgreSQL loses some without a word."""
NAMES = 3
"""The first lines of a text: number, category, grid cell, as the office calls these; the next is the title."""


class Said(NamedTuple):
    """One word of a matter: searched where its fact says so, kept out wherever it stands where it is personal."""

    seq: int
    text: str
    personal: bool


@dataclass(frozen=True)
class Names:
    """What the office calls its categories and cells, as it stands in the index."""

    categories: Mapping[tuple[str, str], str]
    cells: Mapping[int | None, str]


def keep_up(lines: Iterable[Timeline], rows: Mapping[str, Matter]) -> None:
    """Index what was just written: all that was opened, and whatever somebody said something about."""
    told = [line for line in lines if any(not entry.fact.quiet for entry in line.entries)]
    new = [line for line in told if line.seq == len(line.entries)]
    if new:
        states, said = {line.matter_id: line.state for line in new}, {line.matter_id: _in_hand(line) for line in new}
        index_many(searched_rows([rows[line.number] for line in new], states, said), before={})
    if moved := [line for line in told if line.seq != len(line.entries)]:
        _follow(moved, rows)


def _follow(lines: Sequence[Timeline], rows: Mapping[str, Matter]) -> None:
    """Most steps say nothing that is searched: then the text stays as it was kept, and no sealed word is opened."""
    before = stored(line.matter_id for line in lines)
    alike = [line for line in lines if line.matter_id in before and not _says_otherwise(line)]
    same = {line.matter_id for line in alike}
    others = [line for line in lines if line.matter_id not in same]
    found = _named_again([rows[line.number] for line in alike], before)
    if others:
        matters = [rows[line.number] for line in others]
        found += searched_rows(matters, {line.matter_id: line.state for line in others}, _stored(matters))
    index_many(found, before=before)


def _says_otherwise(line: Timeline) -> bool:
    """Whether what was just said can change the searched text below its names: a word that is searched or kept out of
    it, a title, an erasure, or that other events than before are for the desk only."""
    if line.kind.withheld(line.state) != line.withheld or line.state.title_seq > line.seq - len(line.entries):
        return True
    return any(
        entry.fact.erases() or not _looked_at(type(entry.fact)).keys().isdisjoint(entry.words) for entry in line.entries
    )


def _named_again(matters: Sequence[Matter], before: Mapping[int, Row]) -> list[Row]:
    """The kept texts of these under their names and signs of now."""
    if not matters:
        return []
    categories, cells = _categories(matters), _cells(matters)
    found = []
    for matter in matters:
        category, cell = categories.get((matter.kind, matter.category), ""), cells.get(matter.cell_id, "")
        rest = before[matter.pk].text.split("\n", NAMES)[NAMES]
        found.append(Row(matter.pk, signs_of(matter), _under(matter.number, category, cell, rest)))
    return found


def index_again(matters: Sequence[Matter]) -> int:
    """Index these as they are stored now. Returns how many were not indexed so."""
    return index_many(stored_rows(matters))


def people_told(matters: Sequence[Matter]) -> dict[int, list[str]]:
    """The personal words of each, only to be kept out of whatever is made of its other words."""
    return {pk: [one.text for one in said if one.personal] for pk, said in _stored(matters).items()}


def without_names(matters: Iterable[int]) -> set[int]:
    """Those of which a personal word was erased: what else is written there may still hold it, and cannot be told."""
    gone = Words.objects.filter(matter__in=list(matters), privacy="personal").exclude(erased_at=None)
    return set(gone.values_list("matter", flat=True))


def without_whoever_told(matters: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Title and story of each as they are searched: nobody's name stands in them, and nothing for the desk only."""
    rows = Searched.objects.filter(pk__in=list(matters)).values_list("pk", "text")
    lines = ((pk, [*text.split("\n", NAMES + 2)[NAMES : NAMES + 2], "", ""]) for pk, text in rows)
    return {pk: (title, story) for pk, (title, story, *_rest) in lines}


def stored_rows(matters: Sequence[Matter]) -> list[Row]:
    """What is to be searched of these, from what is stored."""
    standing = Standing.objects.filter(pk__in=[matter.pk for matter in matters]).values_list("pk", "state")
    return searched_rows(matters, {pk: State.read(state) for pk, state in standing}, _stored(matters))


def row_in_hand(line: Timeline, narrow: Mapping[str, Any], *, names: Names) -> Row:
    """What is to be searched of a new matter that is in hand only, from its row; asks the database nothing."""
    kept, said = kept_by_desk(line.state), _in_hand(line)
    number, kind, category, cell = (narrow[name] for name in ("number", "kind", "category", "cell_id"))
    text = text_of(
        number,
        names.categories.get((kind, category), ""),
        names.cells.get(cell, ""),
        narrow["title"],
        told=[word.text for word in said if not word.personal and word.seq not in kept],
        people=[word.text for word in said if word.personal],
    )
    path = [narrow[name] for name in COLUMNS]
    found = signs(number, kind, category, path=path, cell=cell, is_open=narrow["closed_at"] is None)
    return Row(line.matter_id, found, text)


def names_now() -> Names:
    """Of all categories and cells."""
    return Names(_named_categories(Category.objects.all()), _named_cells(Cell.objects.all()))


def searched_rows(
    matters: Sequence[Matter], states: Mapping[int, State], said: Mapping[int, Sequence[Said]]
) -> list[Row]:
    categories, cells = _categories(matters), _cells(matters)
    found = []
    for matter in matters:
        kept, words = kept_by_desk(states[matter.pk]), said.get(matter.pk, ())
        text = text_of(
            matter.number,
            categories.get((matter.kind, matter.category), ""),
            cells.get(matter.cell_id, ""),
            matter.title,
            told=[word.text for word in words if not word.personal and word.seq not in kept],
            people=[word.text for word in words if word.personal],
        )
        found.append(Row(matter.pk, signs_of(matter), text))
    return found


def text_of(
    number: str, category: str, cell: str, title: str, *, told: Iterable[str], people: Iterable[str] = ()
) -> str:
    """The searched text, a line for each part: three names as they are, then title and story without people."""
    lines = [_line(title), *(_line(text) for text in told if text)]
    text = without_people("\n".join(lines), people=people)
    return _under(number, category, cell, text)


def _under(number: str, category: str, cell: str, text: str) -> str:
    return "\n".join([_line(number), _name(category), _name(cell), text])[:MOST]


def signs_of(matter: Matter) -> str:
    """Its whole number, its kind, every unit that it lies in, its category and cell, and whether it is open."""
    path = (matter.unit_1, matter.unit_2, matter.unit_3, matter.unit_4)
    is_open = matter.closed_at is None
    names = (matter.number, matter.kind, matter.category)
    return signs(*names, path=path, cell=matter.cell_id, is_open=is_open)


def signs(number: str, kind: str, category: str, *, path: Iterable[int | None], cell: int | None, is_open: bool) -> str:
    found = [number_sign(number), kind_sign(kind), *(unit_sign(pk) for pk in path if pk)]
    found += [category_sign(category)] if category else []
    found += [cell_sign(cell)] if cell else []
    return " ".join([*found, *([OPEN] if is_open else [])])


def unit_sign(pk: int) -> str:
    return f"§u{pk}"


def cell_sign(pk: int) -> str:
    return f"§g{pk}"


@lru_cache(maxsize=1024)
def kind_sign(kind: str) -> str:
    return f"{KIND}{_plain(kind)}"


def number_sign(number: str) -> str:
    return f"§n{_plain(number)}"


@lru_cache(maxsize=1024)
def category_sign(code: str) -> str:
    return f"§c{_plain(code)}"


def _plain(code: str) -> str:
    """No sign is cut in two by what stands in a code, and none is a mistake for a quotation."""
    return "".join(char if char.isalnum() else f"§{ord(char)}" for char in code.casefold())


def _line(text: str) -> str:
    return " ".join(folded(text).split())


@lru_cache(maxsize=4096)
def _name(text: str) -> str:
    """The same of what the office calls many matters alike."""
    return _line(text)


def _in_hand(line: Timeline) -> list[Said]:
    erased = {place for entry in line.entries for place in entry.fact.erases()}
    return [
        Said(entry.told.seq, text, looked_at[name])
        for entry in line.entries
        if (looked_at := entry.words and _looked_at(type(entry.fact)))
        for name, text in entry.words.items()
        if name in looked_at and (entry.told.seq, name) not in erased
    ]


def _stored(matters: Sequence[Matter]) -> dict[int, list[Said]]:
    """The words of these matters, personal ones opened in memory only to be kept out of the text.

    Nothing of a narrative once a name was erased: nobody knows any more where it stands in there.
    """
    known = {matter.pk: matter for matter in matters}
    fact = Event.objects.filter(matter=OuterRef("matter"), seq=OuterRef("seq")).values("fact")
    rows = Words.objects.filter(matter__in=known, erased_at=None).annotate(fact=Subquery(fact))
    found: dict[int, list[Said]] = {pk: [] for pk in known}
    nameless = without_names(known)
    for row in rows.order_by("matter_id", "seq", "pk"):
        matter = known[row.matter_id]
        sealed = bytes(row.sealed or b"")
        text = keyring().open(sealed, bound=bound(matter.number, row.seq, row.field)) if sealed else row.text
        looked_at = _looked_at(kind_named(matter.kind).fact(row.fact))
        personal = looked_at.get(row.field)
        if personal or (personal is False and matter.pk not in nameless):
            found[matter.pk].append(Said(row.seq, text, personal))
    return found


def _looked_at(fact: type[Fact]) -> dict[str, bool]:
    """The fields of a fact that are searched, or personal and kept out of what is: field -> whether it is personal."""
    known = _LOOKED_AT.get(fact)
    if known is None:
        personal = {name: answer == "personal" for name, answer in privacy_of(fact).items()}
        known = _LOOKED_AT[fact] = {name: is_so for name, is_so in personal.items() if is_so or name in fact.searched}
    return known


_LOOKED_AT: dict[type[Fact], dict[str, bool]] = {}


def _categories(matters: Iterable[Matter]) -> dict[tuple[str, str], str]:
    keys = {(matter.kind, matter.category) for matter in matters if matter.category}
    known = office().categories if keys else {}
    return _named_categories(known[key] for key in keys if key in known)


def _named_categories(rows: Iterable[Category]) -> dict[tuple[str, str], str]:
    return {(row.kind, row.code): _both(row.name, row.name_en) for row in rows}


def _cells(matters: Iterable[Matter]) -> dict[int | None, str]:
    ids = {matter.cell_id for matter in matters if matter.cell_id}
    return _named_cells(Cell.objects.filter(pk__in=ids)) if ids else {}


def _named_cells(rows: QuerySet[Cell]) -> dict[int | None, str]:
    named = ("code", "unit__name", "unit__name_en")
    return {
        row.pk: f"{row.code} {_both(row.unit.name, row.unit.name_en)}"
        for row in rows.select_related("unit").only(*named)
    }


def _both(name: str, name_en: str) -> str:
    return f"{name} {name_en}".strip()
