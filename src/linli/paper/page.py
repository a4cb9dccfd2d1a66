"""The page of GB/T 9704-2012 in Word's measures: A4, its margins, 22 lines of 28 characters."""

LINES, CHARACTERS = 22, 28
BODY = 16.0  # points: what the trade calls size 3
POINT = 20


def twips(millimetres: float) -> int:
    """Word's measure, a twentieth of a point."""
    return round(millimetres * 1440 / 25.4)


WIDTH, HEIGHT = twips(210), twips(297)
TOP, BOTTOM = twips(37), twips(35)
LEFT, RIGHT = twips(28), twips(26)
TEXT_WIDTH, TEXT_HEIGHT = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

# Rounded down: with one twip more the last line, or the last character, no longer fits.
LINE = TEXT_HEIGHT // LINES
# Twips between the characters, not a grid of characters: LibreOffice gives a character wider than its cell two cells.
CLOSER = TEXT_WIDTH // CHARACTERS - round(BODY * POINT)

# The dashes of the page number lie 7 mm below the text.
FOOTER = twips(25.5)


def characters(number: float) -> int:
    """So many characters of the grid, in twips."""
    return round(number * TEXT_WIDTH / CHARACTERS)


def section(*, numbered: bool = True, first: int = 0) -> str:
    """The page itself, as the last word of a document or of a part of it; `first` is the number its pages begin with.

    A section without footers of its own has those of the one before: unnumbered pages need an empty one.
    """
    odd, even = ("odd", "even") if numbered else ("none", "none")
    begins = f'<w:pgNumType w:start="{first}"/>' if first else ""
    return (
        "<w:sectPr>"
        f'<w:footerReference w:type="default" r:id="{odd}"/><w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:pgSz w:w="{WIDTH}" w:h="{HEIGHT}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}"'
        f' w:header="{twips(15)}" w:footer="{FOOTER}" w:gutter="0"/>{begins}'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/>'
        "</w:sectPr>"
    )
