"""The invented things that residents ask for, by category."""

from dataclasses import dataclass
from functools import cache

from linli.demo.shelf import HERE, texts


@dataclass(frozen=True)
class Wish:
    """A pattern of requests of one category; its texts hold [choices] and {slots}."""

    category: str
    title: str
    story: str
    measures: str
    answer: str
    sort: str = "help"
    to: str = "community"
    """The unit that handles it: the community of the place, or a department by its name."""
    weight: int = 4


@cache
def wishes() -> tuple[Wish, ...]:
    """Every pattern of every category."""
    return tuple(Wish(**row) for row in texts(HERE / "requests" / "wishes.toml")["wish"])


def wish_of(category: str) -> Wish:
    return next(each for each in wishes() if each.category == category)
