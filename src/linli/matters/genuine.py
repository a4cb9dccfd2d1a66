"""The code on an official paper by which anybody may check that it is genuine, found by a keyed digest of it."""

from linli.matters.following import is_well_formed, keyed, signs_of, tidied

PURPOSE = "paper"


def paper_code(number: str, *, place: int) -> str:
    """The code of the matter's paper at that place among all it ever issued, as it is printed."""
    return signs_of(PURPOSE, f"{number} {place}")


def check_of(number: str, *, place: int) -> str:
    """The digest that is kept of that code."""
    return digest_of_paper(paper_code(number, place=place))


def digest_of_paper(code: str) -> str:
    return keyed("genuine", tidied(code)).hex()


def may_be_one(text: str) -> bool:
    """Whether the check sign fits."""
    return is_well_formed(text)
