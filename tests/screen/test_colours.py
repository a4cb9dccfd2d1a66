"""The colours of the screen can be read from across the room, in the dark and in the light."""

import re
from pathlib import Path

import pytest

from linli.colours.colour import Colour
from linli.doors import screen
from tests.desk.test_contrast import contrast

BLOCKS = (Path(screen.__file__).parent / "static/screen/tokens.css").read_text(encoding="utf-8").split("}")
LOOKS = {
    name: dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", block))
    for name, block in zip(("dark", "light"), BLOCKS, strict=False)
}


@pytest.mark.parametrize("look", LOOKS)
def test_text_can_be_read(look: str) -> None:
    told = LOOKS[look]
    inks = ("ink", "ink-2", "ink-3", *(colour.value for colour in Colour))
    assert [ink for ink in inks for ground in ("ground", "sheet") if contrast(told[ink], told[ground]) < 4.5] == []
    assert contrast(told["on-alarm"], told["alarm"]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
def test_a_mark_stands_out_from_its_cell_and_a_coloured_cell_from_a_quiet_one(look: str) -> None:
    told = LOOKS[look]
    for colour in Colour:
        assert contrast(told[colour.value], told[f"{colour.value}-fill"]) >= 3, colour
        assert told[f"{colour.value}-fill"] != told["quiet"]
