"""`./linli import` over a ledger of its own, as it is typed: many small chunks, each told, with hands beside it."""

import signal
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from linli import manage
from linli.matters import weighing
from linli.sheets import telling
from linli.staff.models import User
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import file_of, rows
from tests.town import build

ROWS, AT_ONCE = 600, 5
TYPED = ("--kind", "request", "--as", "qin", "--source", "12345", "--hands", "2")


def main() -> None:
    # Whatever is begun in the background of a shell is deaf to Ctrl-C, and so is all that it begins: a suite may be.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    call_command("migrate", interactive=False, verbosity=0)
    if not User.objects.exists():
        clerk(build())
    weighing.chunks.__kwdefaults__ = {"most": AT_ONCE}
    telling.EVERY = 0.0
    file = file_of(Path(settings.CONFIGURATION.data), rows(ROWS))
    sys.argv = ["linli", "takein", str(file), *TYPED]
    sys.exit(manage.main())
