"""The colours of the desk can be told apart and read, in the light and in the dark, also without colour."""

import re
from pathlib import Path

import pytest

from linli.colours.colour import Colour
from linli.doors import desk

STYLES = Path(desk.__file__).parent / "static" / "desk"
Tokens = dict[str, str]


def tokens(*files: str) -> Tokens:
    text = "".join((STYLES / file).read_text(encoding="utf-8") for file in files)
    return dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", text))


THEMES = {"light": tokens("tokens.css"), "dark": tokens("tokens.css", "dark.css")}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["sheet", "ground", "sunk"])
@pytest.mark.parametrize("ink", ["ink", "ink-2", "ink-3", "accent", "red"])
def test_text_can_be_read_on_every_ground(theme: str, ground: str, ink: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", list(Colour))
def test_each_of_the_four_colours_is_legible_and_its_edge_visible(theme: str, colour: Colour) -> None:
    named = THEMES[theme]
    assert contrast(named[colour], named[f"{colour}-soft"]) >= 4.5
    assert contrast(named[colour], named["sheet"]) >= 4.5
    assert contrast(named["ink"], named[f"{colour}-soft"]) >= 4.5
    assert contrast(named[f"{colour}-edge"], named["sheet"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_buttons_and_the_ring_of_focus_stand_out(theme: str) -> None:
    named = THEMES[theme]
    assert contrast(named["on-accent"], named["accent"]) >= 4.5
    assert contrast(named["focus"], named["sheet"]) >= 3


def test_the_colours_are_told_apart_by_shape_and_word_too() -> None:
    assert len({colour.shape for colour in Colour}) == len({colour.word for colour in Colour}) == 4
