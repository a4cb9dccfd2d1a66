"""`./linli backup [FILE]`: everything an empty installation needs to become this one, but for the keys."""

import os
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.ground.disk import settle, why_not
from linli.ground.text import msg
from linli.keeping.backing_up import Sum, back_up

TELL = 10_000
NAMELESS = msg("Name the file to write the backup to, or set LINLI_BACKUP to a folder for backups.")
THERE = msg("The file {file} is there already: a backup never writes over another.")
NO_FILE = msg("The file {file} cannot be written: {why}.")
DONE = msg("{matters} matters with {events} events, {files} attachments and {rows} other rows are written to {file}.")
HEAD = msg("Head of the ledger: {head}")
KEYS = msg("The keys are not in it. Keep a copy of {keys} at another place: without it nobody can use the backup.")
LOST = msg(
    "These attachments are not in it, because they are not in the data folder: {places}. A ledger that lacks some is "
    "not restored; see what ./linli verify says."
)


class Command(BaseCommand):
    help = msg(
        "Write everything an empty installation needs to become this one into one file, as it stands at this moment."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help=_("left out: one of its own in the folder LINLI_BACKUP"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Written under another name first, so that a file of that name is a whole backup."""
        now = timezone.now()
        file = options["file"] or _by_itself(now)
        if file.exists():
            raise CommandError(_(THERE).format(file=file))
        draft = file.with_name(f"{file.name}.part")
        try:
            total = self._written(draft, at=now)
            draft.rename(file)
            settle(file.parent)
        except OSError as problem:
            draft.unlink(missing_ok=True)  # on a full disk it would keep the room that the ledger needs
            raise CommandError(_(NO_FILE).format(file=file, why=_(why_not(problem)))) from problem
        self._say(total, file)

    def _written(self, draft: Path, *, at: datetime) -> Sum:
        total = Sum()
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as into:
            for total in back_up(into, at=at):
                if total.counts["matter"] % TELL == 0:
                    self.stderr.write(f"{total.counts['matter']:,} ...")
            into.flush()
            os.fsync(into.fileno())
        return total

    def _say(self, total: Sum, file: Path) -> None:
        counts = {name: f"{total.counts[name.rstrip('s')]:,}" for name in ("matters", "events", "files", "rows")}
        self.stdout.write(_(DONE).format(file=file, **counts))
        self.stdout.write(_(HEAD).format(head=total.heads.hexdigest()))
        self.stdout.write(_(KEYS).format(keys=settings.CONFIGURATION.keys))
        if total.lost:
            raise CommandError(_(LOST).format(places=", ".join(total.lost[:20])))


def _by_itself(now: datetime) -> Path:
    folder: Path | None = settings.CONFIGURATION.backup
    if folder is None:
        raise CommandError(_(NAMELESS))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"linli-{now:%Y%m%dT%H%M%SZ}.jsonl"
