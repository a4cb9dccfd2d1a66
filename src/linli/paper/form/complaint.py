"""What is wrong with a form, as a sentence that names the cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.paper.form.address import Address


@dataclass(frozen=True)
class Complaint:
    """One sentence of the catalogue, with the words that fill it, about one cell."""

    sheet: str
    at: Address
    text: str
    words: Mapping[str, str] = field(default_factory=dict)


class Refused(ValueError):
    """The form is not filled; every complaint says why."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__("; ".join(one.text.format(**one.words) for one in complaints))
        self.complaints = complaints
