"""The organisation tree: grafting a unit under another, its path, and what lies below it."""

from collections.abc import Callable, Collection, Sequence

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.place.models import LEVELS, Unit, UnitKind

Path = tuple[int | None, ...]
Follower = Callable[[Sequence[int]], None]

FOLLOWERS: list[Follower] = []

COLUMNS = ("unit_1", "unit_2", "unit_3", "unit_4")
ASKED = f"SELECT id, {', '.join(COLUMNS)} FROM place_unit WHERE id"  # noqa: S608 names of our own columns
STREETS = (UnitKind.STREET, UnitKind.TOWN)
PARENTS: dict[str, tuple[str, ...]] = {
    UnitKind.COUNTY: (),
    UnitKind.STREET: (UnitKind.COUNTY,),
    UnitKind.TOWN: (UnitKind.COUNTY,),
    UnitKind.ORGANISATION: (UnitKind.COUNTY, *STREETS),
    UnitKind.DEPARTMENT: (UnitKind.COUNTY, UnitKind.DEPARTMENT, *STREETS),
    UnitKind.COMMUNITY: STREETS,
    UnitKind.GRID: (UnitKind.COMMUNITY,),
}
STANDS_ALONE = msg("A {kind} stands at the top and belongs to no other unit.")
WRONG_PARENT = msg("A {kind} cannot belong to a {parent}.")
NO_PARENT = msg("A {kind} must belong to another unit.")
CIRCLE = msg("{unit} cannot belong to a unit below itself.")
TOO_DEEP = msg("The tree has four levels; {unit} would stand on a fifth.")


@transaction.atomic
def graft(unit: Unit, *, under: Unit | None) -> Unit:
    """Save the unit in its place in the tree; whatever is below it moves along."""
    refuse(unit, under=under)
    before = path_of(unit)
    unit.parent = under
    if unit._state.adding:
        unit.level = 1 + (under.level if under else 0)
        unit.save()
    set_path(unit)
    unit.save()
    if any(before) and before != path_of(unit):
        carry(unit)
    return unit


def follow(follower: Follower) -> Follower:
    """Let a room above keep its own copies of paths right: it is told the ids of the units that moved."""
    FOLLOWERS.append(follower)
    return follower


def refuse(unit: Unit, *, under: Unit | None) -> None:
    """Raise the sentence that says why the unit may not stand there."""
    sentence = misplaced(unit.kind, under.kind if under else None)
    if not sentence and under and not unit._state.adding and unit.pk in path_of(under):
        sentence = _(CIRCLE).format(unit=unit.label)
    if not sentence and under and under.level + height(unit) > LEVELS:
        sentence = _(TOO_DEEP).format(unit=unit.label)
    if sentence:
        raise ValidationError({"parent": sentence})


def misplaced(kind: str, parent_kind: str | None) -> str:
    """Why this kind of unit may not stand under that kind; empty when it may."""
    label = UnitKind(kind).label
    if parent_kind is None:
        return _(NO_PARENT).format(kind=label) if PARENTS[kind] else ""
    if not PARENTS[kind]:
        return _(STANDS_ALONE).format(kind=label)
    if parent_kind not in PARENTS[kind]:
        return _(WRONG_PARENT).format(kind=label, parent=UnitKind(parent_kind).label)
    return ""


def height(unit: Unit) -> int:
    """How many levels the unit and all below it take up."""
    if unit._state.adding:
        return 1
    deepest = subtree(unit).order_by("-level").values_list("level", flat=True).first()
    return 1 + (deepest or unit.level) - unit.level


def set_path(unit: Unit) -> None:
    """Level and columns from the parent's; the unit must have its id already."""
    over = path_of(unit.parent) if unit.parent else ()
    unit.level = 1 + (unit.parent.level if unit.parent else 0)
    path = [*over[: unit.level - 1], unit.pk, None, None, None]
    for column, pk in zip(COLUMNS, path, strict=False):
        setattr(unit, column, pk)


def carry(unit: Unit) -> None:
    """Give every unit below a moved one its path again, level by level, and tell who follows."""
    parents, moved = [unit], [unit.pk]
    while parents:
        children = list(Unit.objects.filter(parent__in=parents).select_related("parent"))
        for child in children:
            set_path(child)
        Unit.objects.bulk_update(children, ["level", *COLUMNS])
        parents = children
        moved += [child.pk for child in children]
    for follower in FOLLOWERS:
        follower(moved)


def keep_still(ids: Collection[int]) -> dict[int, Path]:
    """Nobody moves these units until the transaction ends; whoever is moving one is waited for. Their paths.

    Many may keep a unit still at once: only a move waits for them. SQLite has locked the whole file already.
    """
    if not ids:
        return {}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"{ASKED} = ANY(%s) ORDER BY id FOR SHARE", [list(ids)])
        else:
            cursor.execute(f"{ASKED} IN ({', '.join(['%s'] * len(ids))})", list(ids))
        return {pk: tuple(path) for pk, *path in cursor.fetchall()}


def path_of(unit: Unit) -> Path:
    return (unit.unit_1, unit.unit_2, unit.unit_3, unit.unit_4)


def subtree(unit: Unit) -> QuerySet[Unit]:
    """The unit and all below it, by the one column of its level."""
    return Unit.objects.filter(**{f"unit_{unit.level}": unit.pk})


def within(unit_path: Path, unit: Unit) -> bool:
    """Whether the thing that stands at this path stands in the unit or below it."""
    return unit_path[unit.level - 1] == unit.pk
