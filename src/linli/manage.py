"""Any Django command, with a refused configuration told as one plain sentence."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from linli.configuration import Refused
from linli.serve.folder import prepare

WITHOUT_DATA = frozenset({"check", "due", "help", "makemigrations", "startkind", "version"})


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    try:
        if not WITHOUT_DATA.intersection(sys.argv[1:2]):
            os.umask(0o077)
            prepare(Path(os.environ.get("LINLI_DATA") or "data"))
        execute_from_command_line(["linli", *sys.argv[1:]])
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
