"""The order of urgency, written as the index has it: by the rank of the colour, and within a colour by what is due."""

from django.db.models import BooleanField, F, Func, OrderBy, SmallIntegerField

from linli.colours.colour import Colour

RANK = Func(
    F("colour"),
    template="CASE %(expressions)s "
    + " ".join(f"WHEN '{colour.value}' THEN {colour.rank}" for colour in Colour)
    + f" ELSE {len(Colour)} END",
    output_field=SmallIntegerField(),
)
"""The most urgent colour first. No parameters: a database takes an index only for the very same words."""
UNDATED = Func(F("due_at"), template="(%(expressions)s IS NULL)", output_field=BooleanField())


def by_urgency(*, down: bool = False, backwards: bool = False) -> tuple[OrderBy, ...]:
    """What has no deadline stands last within its colour when read forwards."""
    turned = (OrderBy(column, descending=down) for column in (F("due_at"), F("id")))
    return OrderBy(RANK, descending=down), OrderBy(UNDATED, descending=backwards), *turned
