"""What of a pebble can be counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from linli.matters.counts import CATEGORY, MARK, Count, Counting, Happened
from linli.matters.everyday_counts import everyday, everyday_indicators, everyday_measures
from linli.matters.state import State

KIND = "pebble"
STEPS = {"limit": frozenset({"BroughtHome", "HandedOver"})}


def tell(happened: Sequence[Happened], state: State) -> Iterator[Count]:
    """Every count says of which size the pebble is."""
    size = state.data.get("size", "")
    for count in everyday(KIND, happened, steps=STEPS):
        yield replace(count, facets={"sort": size, **count.facets})


COUNTING = Counting(
    measures=everyday_measures(KIND),
    facets={"category": CATEGORY, "sort": "size", "step": MARK},
    indicators=everyday_indicators(KIND),
    tell=tell,
    pairs=(("category", "colour"), ("colour", "sort")),
)
