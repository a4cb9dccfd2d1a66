"""The four colours."""

from linli.colours.colour import Colour


def test_each_colour_stands_with_its_shape_word_and_rank() -> None:
    assert [(str(colour), colour.shape, colour.word, colour.rank) for colour in Colour] == [
        ("red", "■", "Red", 0),
        ("orange", "▲", "Orange", 1),
        ("yellow", "●", "Yellow", 2),
        ("green", "✓", "Green", 3),
    ]
