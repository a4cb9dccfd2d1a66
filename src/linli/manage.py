"""Any Django command, with a refused configuration told as one plain sentence."""

import os
import sys

from django.core.management import execute_from_command_line

from linli.configuration import Refused


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    try:
        execute_from_command_line(["linli", *sys.argv[1:]])
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
