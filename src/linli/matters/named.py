"""Who and where behind the numbers on one page: users, units and posts, looked up together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from linli.matters.models import Matter
from linli.place.models import Cell, Unit
from linli.staff.models import Post, User


class Directory(dict[int, str]):
    """Names by id, fetched in one question when the first is wanted; a latecomer costs one more."""

    def __init__(self, model: type[User | Unit], wanted: Iterable[int]) -> None:
        super().__init__()
        self.model = model
        self.update(self._fetch(set(wanted)))

    def __missing__(self, pk: int) -> str:
        self.update(self._fetch({pk}) or {pk: "—"})
        return self[pk]

    def _fetch(self, wanted: set[int]) -> dict[int, str]:
        rows = self.model._default_manager.filter(pk__in=wanted) if wanted else ()
        return {row.pk: row.name if isinstance(row, User) else row.label for row in rows}


@dataclass(frozen=True)
class Names:
    """The names needed for one matter."""

    users: frozenset[int]
    units: frozenset[int]
    posts: frozenset[int]

    @cached_property
    def people(self) -> Directory:
        return Directory(User, self.users)

    @cached_property
    def places(self) -> Directory:
        return Directory(Unit, {*self.units, *(post.unit_id for post in self.held.values())})

    @cached_property
    def held(self) -> dict[int, Post]:
        return {post.pk: post for post in Post.objects.filter(pk__in=self.posts)}


def names_in(*values: Any, users: Iterable[int | None] = (), posts: Iterable[int | None] = ()) -> Names:
    """The names behind every `user` and `unit` anywhere in these values."""
    found = [pair for value in values for pair in _ids(value)]
    return Names(
        users=frozenset({pk for name, pk in found if _is(name, "user")} | {pk for pk in users if pk}),
        units=frozenset(pk for name, pk in found if _is(name, "unit")),
        posts=frozenset(pk for pk in posts if pk),
    )


def grid_of(matter: Matter) -> Cell | None:
    """The cell of the grid in which it happened, with the grid's own unit."""
    return Cell.objects.select_related("unit").filter(pk=matter.cell_id).first() if matter.cell_id else None


def _ids(value: Any, name: str = "") -> Iterator[tuple[str, int]]:
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield name, value
    elif isinstance(value, dict):
        for inner, told in value.items():
            yield from _ids(told, inner)
    elif isinstance(value, list | tuple):
        for told in value:
            yield from _ids(told, name)


def _is(name: str, what: str) -> bool:
    return name in (what, f"{what}s") or name.endswith((f"_{what}", f"_{what}s"))
