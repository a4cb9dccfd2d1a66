"""The grids of the invented county, as many as its book says."""

from functools import cache

from linli.demo.towns import communities
from linli.demo.unitlist import UnitRow, county_book


@cache
def grids() -> tuple[UnitRow, ...]:
    """The 1,223 grids: the community's code and a serial of three digits."""
    return tuple(
        UnitRow(
            f"{parent.code}{serial:03d}",
            f"{parent.name}第{serial}网格",
            f"{parent.name_en} Grid {serial}",
            "grid",
            parent.code,
        )
        for parent, count in zip(communities(), _grid_counts(), strict=True)
        for serial in range(1, count + 1)
    )


def _grid_counts() -> list[int]:
    weights = [_weight(place, name=row.name) for place, row in enumerate(communities())]
    share = county_book()["grids"] / sum(weights)
    counts = [int(weight * share) for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda place: counts[place] - weights[place] * share)
    for place in remainders[: county_book()["grids"] - sum(counts)]:
        counts[place] += 1
    return counts


def _weight(place: int, *, name: str) -> int:
    return (12 if name.endswith("社区") else 9) + (place * 7) % 4
