"""./linli test: the suite on SQLite, then on PostgreSQL, then through a browser; says what it skipped and why."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn
from xml.etree import ElementTree

from linli.serve.folder import prepare
from linli.toolbox.browser import chromium_or_reason
from linli.toolbox.postgres import cluster, programs_or_reason

NO_TESTS = 5
SIDE_BY_SIDE = ["-n2", "--dist=load", "-m", "not browser"]
"""Two at once; see `tests.side_by_side` for those that stay together."""


@dataclass(frozen=True)
class Leg:
    """One part of the run: how it ended, what it left out and why."""

    name: str
    code: int
    seconds: float
    counts: str
    left_out: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    with tempfile.TemporaryDirectory(prefix="linli-test-") as place:
        folder = Path(place)
        prepare(folder / "data")
        os.environ["LINLI_DATA"] = str(folder / "data")
        if arguments:
            return pytest(["-n0", *arguments], environment={})
        legs = [on_sqlite(folder), on_postgresql(folder), in_browser(folder)]
    return told(legs)


def on_sqlite(folder: Path) -> Leg:
    return leg("SQLite", SIDE_BY_SIDE, folder=folder)


def on_postgresql(folder: Path) -> Leg:
    programs, reason = programs_or_reason()
    if programs is None:
        return Leg("PostgreSQL", 0, 0, "skipped", (reason,))
    with cluster(programs) as address:
        return leg("PostgreSQL", SIDE_BY_SIDE, folder=folder, environment={"LINLI_DATABASE": address})


def in_browser(folder: Path) -> Leg:
    browser, reason = chromium_or_reason()
    if browser is None:
        return Leg("browser", 0, 0, "skipped", (reason,))
    return leg("browser", ["-n2", "--dist=loadfile", "-m", "browser"], folder=folder)


def leg(name: str, arguments: Sequence[str], *, folder: Path, environment: dict[str, str] | None = None) -> Leg:
    started = time.monotonic()
    print(f"\n--- {name} ---", flush=True)
    results = folder / f"{name}.xml"
    code = pytest([f"--junitxml={results}", *arguments], environment=environment or {})
    counts, left_out = read(results)
    return Leg(name, 0 if code == NO_TESTS else code, time.monotonic() - started, counts, left_out)


def pytest(arguments: Sequence[str], *, environment: dict[str, str]) -> int:
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    with subprocess.Popen(command, env={**os.environ, **environment}) as running:
        try:
            return running.wait()
        except KeyboardInterrupt:
            running.send_signal(signal.SIGINT)
            running.wait()
            raise


def read(results: Path) -> tuple[str, tuple[str, ...]]:
    """Counts in words, and each reason for a skip with how often it was given."""
    if not results.exists():
        return "did not finish", ()
    cases = list(ElementTree.parse(results).iter("testcase"))  # noqa: S314 written by our own run
    reasons = Counter(skip.get("message", "") for case in cases for skip in case.iter("skipped"))
    failed = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = sum(reasons.values())
    counts = f"{len(cases) - failed - skipped} passed, {failed} failed, {skipped} skipped"
    return counts, tuple(f"{number} x {reason}" for reason, number in sorted(reasons.items()))


def told(legs: Sequence[Leg]) -> int:
    print("\n--- the whole run ---")
    for one in legs:
        print(f"{'ok    ' if one.code == 0 else 'FAILED'} {one.name:<11}{one.counts}, {one.seconds:.0f} s")
        for reason in one.left_out:
            print(f"         skipped: {reason}")
    return max(one.code for one in legs)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
