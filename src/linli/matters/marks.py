"""The marks every kind has beside its own: a call for the next meeting, one for each instruction; and what waits."""

from functools import lru_cache

from linli.ground.text import msg

CALLED_UP, INSTRUCTION = "called_up", "instruction"
AWAITING = "awaiting"
"""The mark of a kind that a matter waits for a decision, since when."""
EVERYDAY_MARKS = {
    CALLED_UP: msg("Called up for the next meeting"),
    INSTRUCTION: msg("Instruction to be carried out"),
}


def instruction_mark(seq: int) -> str:
    """The mark of the instruction that was given as event `seq`."""
    return f"{INSTRUCTION}_{seq}"


@lru_cache(maxsize=4096)
def sort_of(name: str) -> str:
    """The name of a mark without the event that it belongs to."""
    stem, _line, seq = name.rpartition("_")
    return stem if stem and seq.isascii() and seq.isdigit() else name


def everyday_word(name: str) -> str:
    """The msgid of an everyday mark; empty for any other."""
    return EVERYDAY_MARKS.get(sort_of(name), "")
