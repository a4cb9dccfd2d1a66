"""Traces of a place are found, ordinary paths are none."""

import pytest

from linli.toolbox.traces import traces


@pytest.mark.parametrize(
    "source",
    [
        "see https://py" + "pi.org/simple",
        "--index" + "-url x",
        '"resolved"' + ': "x"',
        "cp /ho" + "me/mei/x .",
        'open("/t' + 'mp/x")',
    ],
)
def test_traces_of_a_place_are_found(source: str) -> None:
    assert len(traces(f"first\n{source}\n")) == 1


def test_ordinary_paths_are_no_traces() -> None:
    assert traces("src/work/x static/home/x ./tmp https://linli.example/home/x") == []
