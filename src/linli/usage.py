"""The words that argparse itself puts around a command's own, in the language in which the commands speak."""

import argparse

from linli.ground.text import msg
from linli.tongue import gettext

WORDS = (
    msg("usage: "),
    msg("positional arguments"),
    msg("options"),
    msg("show this help message and exit"),
    msg("%(prog)s: error: %(message)s\n"),
    msg("argument %(argument_name)s: %(message)s"),
    msg("the following arguments are required: %s"),
    msg("unrecognized arguments: %s"),
    msg("expected one argument"),
    msg("expected at most one argument"),
    msg("expected at least one argument"),
    msg("ignored explicit argument %r"),
    msg("invalid choice: %(value)r (choose from %(choices)s)"),
    msg("invalid %(type)s value: %(value)r"),
    msg("ambiguous option: %(option)s could match %(matches)s"),
)


def speak() -> None:
    """From now on: argparse looks up this name of its module for every word, and has no other way of being told."""
    argparse._ = gettext  # type: ignore[attr-defined]  # the stubs leave it out
