"""The four colours, each with the shape and the word that always stand beside it."""

from enum import StrEnum

from linli.ground.text import msg


class Colour(StrEnum):
    """Most urgent first; what each one means belongs to the kind."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"

    @property
    def shape(self) -> str:
        """Tells the colours apart in print and for eyes that do not see them."""
        return _SHAPES[self]

    @property
    def word(self) -> str:
        """The colour's name, as a msgid."""
        return _WORDS[self]

    @property
    def rank(self) -> int:
        """0 for the most urgent, 3 for the least."""
        return _RANKS[self]


_SHAPES = {Colour.RED: "■", Colour.ORANGE: "▲", Colour.YELLOW: "●", Colour.GREEN: "✓"}
_WORDS = {
    Colour.RED: msg("Red"),
    Colour.ORANGE: msg("Orange"),
    Colour.YELLOW: msg("Yellow"),
    Colour.GREEN: msg("Green"),
}
_RANKS = {colour: rank for rank, colour in enumerate(Colour)}
