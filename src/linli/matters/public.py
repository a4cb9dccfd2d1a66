"""What of a kind everybody may follow by machine: how far it is, what it is about and roughly where; never who."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from linli.matters.state import State


@dataclass(frozen=True)
class Public:
    """A kind whose matters may be followed by everybody, and are handed in by the form of its counter."""

    shows: Callable[[State], bool]
    """Whether this one may be told of at all."""
    asks: tuple[str, ...] = ()
    """The fields of that form a service asks for, beside what it is, where and who."""
    assumed: Mapping[str, str] = field(default_factory=dict)
    """What is told where the other system says nothing of it."""
    anonymous: str = ""
    """The field that is ticked where nobody is named."""
