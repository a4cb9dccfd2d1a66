"""A row of a list as it was found, and why a list or a row cannot be read."""

from dataclasses import dataclass
from datetime import datetime

Cell = str | datetime


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; `number` is what a spreadsheet writes beside it, `wrong` a sentence of the catalogue."""

    number: int
    cells: tuple[Cell, ...]
    wrong: str = ""

    @property
    def blank(self) -> bool:
        return not self.wrong and not any(cell.strip() if isinstance(cell, str) else cell for cell in self.cells)


class Unreadable(ValueError):
    """Why no row of the file can be read: a sentence of the catalogue, and the words that fill it."""

    def __init__(self, sentence: str, **words: object) -> None:
        super().__init__(sentence.format(**words))
        self.sentence, self.words = sentence, words
