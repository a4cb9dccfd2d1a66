"""What a fact may say to residents, in whichever course of it."""

from linli.matters.facts import Fact


def residents_read(fact: type[Fact]) -> list[str]:
    """Every msgid in the code of `for_resident`: what it says may hang on what the fact holds."""
    code = fact.for_resident.__code__
    return [text for text in code.co_consts if isinstance(text, str) and text != fact.for_resident.__doc__]
