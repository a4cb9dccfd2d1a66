"""Finds traces of the place the work was done at: registry addresses, machine paths."""

import re
import subprocess
import sys
from pathlib import Path

# Put together from pieces, so that this file is not its own first finding.
REGISTRIES = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "crates" + ".io",
    "npm" + "mirror.com",
)
PATHS = ("/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "/wo" + "rk/", "/t" + "mp/", "/o" + "pt/")
SETTINGS = ("--index" + "-url", "--extra-index" + "-url", "--find" + "-links", '"resolved"' + ":")
PATTERN = re.compile("|".join(re.escape(piece) for piece in (*REGISTRIES, *SETTINGS)))
PATH = re.compile(r"(?<![\w.\-/}*)])(?:" + "|".join(re.escape(piece) for piece in PATHS) + r")[\w.\-]+")
READ = frozenset(
    {".cfg", ".css", ".csv", ".html", ".ini", ".js", ".json", ".lock", ".md", ".po", ".py", ".sh", ".toml", ".txt", ""}
)


def main() -> int:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=False).stdout
    files = [Path(name) for name in listed.split("\0") if name and Path(name).suffix in READ and Path(name).is_file()]
    wrong = [f"{file}:{line}" for file in files for line in traces(file.read_text(encoding="utf-8", errors="replace"))]
    print("\n".join(wrong) or f"{len(files)} files without traces")
    return 1 if wrong else 0


def traces(source: str) -> list[str]:
    """Line number and finding, for every line that names a registry or a path of one machine."""
    rows = ((number, PATTERN.search(line) or PATH.search(line)) for number, line in enumerate(source.splitlines(), 1))
    return [f"{number}: {found.group()}" for number, found in rows if found]


if __name__ == "__main__":
    sys.exit(main())
