"""The panel of a request, card by card."""

from dataclasses import dataclass

from linli.matters.state import State
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class Panel:
    """Everything the template shows, the newest of each card first."""

    story: Said


def panel_values(state: State, words: Book) -> Panel:
    """The panel of one request."""
    return Panel(story=words.at(state.data["opened"], "story"))
