"""Which tests stay together where several processes share a run: those that stand on one county, told once."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/demo/",)
"""Telling the county takes longer than all that is asked of it."""


class Together(LoadScopeScheduling):  # type: ignore[misc]  # the library says nothing of its types
    """Every test by itself, but for those of one of these folders, which go to one process one after another."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together | None:
    """Where files are not kept together, as in the browser. A mark of the library for it comes to nothing today."""
    return Together(config, log) if config.getvalue("dist") == "load" else None
