"""The language in which the commands speak, and what they say in it where there is no Django yet."""

import os
import sys
from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

CHINESE, ENGLISH = TONGUES = ("zh-hans", "en")
SAID_BY_THE_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Read in the order in which a system itself goes by them."""


def tongue(environment: Mapping[str, str] = os.environ) -> str:
    """What LINLI_LANGUAGE names; else English on an English system and Chinese on every other. English too where no
    Chinese could be written."""
    if not writes_chinese():
        return ENGLISH
    named = environment.get("LINLI_LANGUAGE", "")
    if named in TONGUES:
        return named
    system = next((environment[name] for name in SAID_BY_THE_SYSTEM if environment.get(name)), "")
    return ENGLISH if system.startswith("en") else CHINESE


def writes_chinese() -> bool:
    """Whether what is told there can be told in Chinese: not so on an output of Latin-1, say."""
    try:
        "邻里".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def gettext(sentence: str) -> str:
    """The sentence in that language, from the catalogue of the house."""
    return _catalogue().gettext(sentence) if tongue() == CHINESE else sentence


@cache
def _catalogue() -> NullTranslations:
    folder = Path(__file__).parent / "locale"
    return translation("django", folder, languages=["zh_Hans"], fallback=True)
