"""What is written at each step, with drawn alternatives."""

import random
import re
from collections.abc import Mapping

from linli.demo.shelf import HERE, texts

CHOICE = re.compile(r"\[([^\[\]]*)\]")


def draw(text: str, *, chance: random.Random) -> str:
    """The text with one of each [a|b|c] taken."""
    return CHOICE.sub(lambda found: chance.choice(found.group(1).split("|")), text)


def phrase(shelf: str, name: str, *, chance: random.Random, slots: Mapping[str, str]) -> str:
    """A drawn phrase of steps.toml with its slots filled."""
    found = texts(HERE / "steps.toml")[shelf][name]
    text = found if isinstance(found, str) else chance.choice(found)
    return draw(text, chance=chance).format_map(slots)


def has(shelf: str, name: str) -> bool:
    """Whether steps.toml has such a phrase."""
    return name in texts(HERE / "steps.toml")[shelf]
