"""The rows of the instalments on the card of the agreement."""

from dataclasses import dataclass

from linli.kinds.dispute.course import Row
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class InstalmentShown:
    """One instalment and what it is."""

    row: Row
    what: Said
    proof: Said


def instalment_shown(part: Row, items: list[str], words: Book) -> InstalmentShown:
    place = part["number"] - 1
    shown_in = "proof" if part["state"] == "kept" else "finding"
    what = Said(items[place] if place < len(items) else "")
    return InstalmentShown(part, what, words.at(part["seq"], shown_in))
