"""Compiles the catalogues named on the command line, and says which line is wrong."""

import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


def main(files: Sequence[str]) -> int:
    wrong = [sentence for file in files for sentence in compile_catalogue(Path(file))]
    for sentence in wrong:
        print(sentence)
    return 1 if wrong else 0


def compile_catalogue(file: Path) -> list[str]:
    """Write the .mo beside the .po whole or not at all; an unreadable catalogue answers with a sentence."""
    try:
        with file.open("rb") as source:
            catalogue = read_po(source, locale=file.parents[1].name, domain="django", abort_invalid=True)
    except PoFileError as problem:
        return [f"{file}: {problem}"]
    target = file.with_suffix(".mo")
    fresh = target.with_suffix(".mo.new")
    with fresh.open("wb") as destination:
        write_mo(destination, catalogue)
    fresh.replace(target)
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
