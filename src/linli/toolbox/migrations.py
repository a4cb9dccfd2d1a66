"""No migration is missing, and each has a name that says what it does."""

import re
import sys
from pathlib import Path

import django
from django.core.management import call_command

UNNAMED = re.compile(r"^\d{4}_(?:auto_|.*_auto_|initial$)")


def main() -> int:
    unnamed = [str(file) for file in sorted(Path("src").rglob("migrations/0*.py")) if UNNAMED.match(file.stem)]
    if unnamed:
        print("\n".join(f"{file}: give it a name that says what it does" for file in unnamed))
        return 1
    django.setup()
    try:
        call_command("makemigrations", "--check", "--dry-run", verbosity=1)
    except SystemExit:
        print("A migration is missing: ./linli manage makemigrations ROOM --name WHAT_IT_DOES")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
