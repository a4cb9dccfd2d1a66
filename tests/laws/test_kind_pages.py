"""The page of every kind in docs/kinds equals the code: what may be said where cannot drift from what is written."""

import pytest
from django.conf import settings

from linli.matters.command import always
from linli.matters.kind import Kind, kinds
from linli.matters.kind_page import GUARDED, OPEN, page

OURS = [pytest.param(kind, id=kind.name) for kind in kinds() if kind.name != "pebble"]


@pytest.mark.parametrize("kind", OURS)
def test_the_page_in_the_docs_is_what_the_code_says(kind: Kind) -> None:
    written = (settings.ROOT / f"docs/kinds/{kind.name}.md").read_text(encoding="utf-8")
    assert written == page(kind), "./linli kindpages writes it anew"


@pytest.mark.parametrize("kind", OURS)
def test_the_table_says_of_every_step_and_stage_whether_it_can_be_said(kind: Kind) -> None:
    rows = {name: cells for name, cells in _rows(page(kind)).items() if name in {one.name for one in kind.commands}}
    assert set(rows) == {command.name for command in kind.commands}
    for command in kind.commands:
        for stage, cell in zip(kind.stages, rows[command.name], strict=True):
            lawful = not command.stages or stage in command.stages
            assert cell in ((OPEN, GUARDED) if lawful else ("",)), (command.name, stage)
            assert (cell == OPEN) == (lawful and command.guard is always)


def _rows(text: str) -> dict[str, list[str]]:
    lines = text.partition("## What may be said where")[2].partition("\n## ")[0].splitlines()
    cut = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
    return {cells[0].split("`")[1]: cells[3:] for cells in cut}
