"""./linli check: every law that needs no test run, one line each, and what to do when one is broken."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

AT_ONCE = 2


@dataclass(frozen=True)
class Check:
    """A law, the program that watches it, and the way out of a breach."""

    name: str
    command: Sequence[str]
    way_out: str


@dataclass(frozen=True)
class Outcome:
    """How one check ended."""

    check: Check
    passed: bool
    output: str
    seconds: float


CHECKS = (
    Check("types", ("mypy", "--no-error-summary", "src", "tests"), "mend the types named above"),
    Check("imports", ("linli.toolbox.floors",), "move the import down a floor, or the code up"),
    Check("lint", ("ruff", "check", "--quiet", "."), "run: ruff check --fix, then mend the rest"),
    Check("format", ("ruff", "format", "--check", "--quiet", "."), "run: ruff format"),
    Check("sizes", ("linli.toolbox.sizes",), "part what has grown too long"),
    Check("templates", ("djlint", "src", "--lint", "--quiet"), "mend the templates named above"),
    Check("bare words", ("linli.toolbox.bare_words",), "put the words into {% trans %} or {{ _() }}"),
    Check("words", ("linli.toolbox.words", "--check"), "run ./linli words, then fill in the Chinese"),
    Check("traces", ("linli.toolbox.traces",), "take registry addresses and machine paths out"),
    Check("migrations", ("linli.toolbox.migrations",), "make or rename the migration"),
    Check("system", ("linli.manage", "check", "--fail-level", "WARNING"), "do what Django's line says"),
)


def main(arguments: Sequence[str]) -> int:
    """All checks, or those named."""
    chosen = [check for check in CHECKS if not arguments or check.name in arguments]
    started = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(told, chosen))
    broken = [outcome.check.name for outcome in outcomes if not outcome.passed]
    verdict = f"broken: {', '.join(broken)}" if broken else "all kept"
    print(f"{len(outcomes)} checks in {time.monotonic() - started:.0f} s, {verdict}")
    return 1 if broken or not outcomes else 0


def told(check: Check) -> Outcome:
    outcome = run(check)
    line = f"{'ok    ' if outcome.passed else 'BROKEN'} {check.name:<11}{outcome.seconds:5.1f} s"
    if outcome.passed:
        print(line, flush=True)
    else:
        print(f"{line}\n{indented(outcome.output)}\n       -> {check.way_out}", flush=True)
    return outcome


def run(check: Check) -> Outcome:
    program, *rest = check.command
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", program, *rest],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )
    return Outcome(check, done.returncode == 0, done.stdout.strip(), time.monotonic() - started)


def indented(output: str) -> str:
    lines = output.splitlines()
    left_out = [f"... and {len(lines) - 60} lines more"] if len(lines) > 60 else []
    return "\n".join(f"       {line}" for line in [*lines[:60], *left_out])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
