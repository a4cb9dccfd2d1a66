"""`./linli tick`: the one heartbeat, once or for as long as the desk is open."""

import threading
import time
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.doubt import Reading
from linli.ground.text import msg
from linli.matters.beating import beat_rooms
from linli.matters.heart import Doubted, Heart
from linli.matters.newest import confirm
from linli.policy.present import lasted, leave_off, present

ROUTINE = msg("Heartbeat, as a matter of routine: {done}")
TRUSTED = msg("The clock is taken to be right; what the ledger holds of later was dated by a wrong one.")
SWEEP = msg("take away all that was erased, not the newest alone, and put left-over files aside")


class Command(BaseCommand):
    help = msg(
        "Judge again under a later table, turn due colours, date provisional marks again, seal new events, "
        "take away what was erased."
    )
    stealth_options = ("stop",)
    """An event of the caller's that ends the beating."""

    def add_arguments(self, parser: CommandParser) -> None:
        """`--every` keeps beating; `--trust-clock` confirms a doubted clock; `--sweep` looks at every erasure."""
        parser.add_argument("--every", type=float, default=0, metavar="SECONDS")
        parser.add_argument("--trust-clock", action="store_true", help=_("the clock of this machine is right now"))
        parser.add_argument("--sweep", action="store_true", help=_(SWEEP))

    def handle(self, *args: Any, **options: Any) -> None:
        """Beat once, or again and again until stopped."""
        heart = Heart()
        if options["trust_clock"] and confirm(at=present()):
            self.stdout.write(_(TRUSTED))
        if options["every"]:
            self._keep_beating(heart, every=options["every"], stop=options.get("stop") or threading.Event())
            return
        try:
            broken = self._beat(heart, everything=options["sweep"])
        except Doubted as doubted:
            raise CommandError(str(doubted)) from doubted
        if broken:
            raise CommandError("\n".join([_("All else is done. Passed over:"), *broken]))

    def _keep_beating(self, heart: Heart, *, every: float, stop: threading.Event) -> None:
        """A doubted clock ends nothing here: it is said once, and once more when it is over."""
        doubted = ""
        while not stop.is_set():
            try:
                self._beat(heart, told=_(ROUTINE))
            except Doubted as problem:
                if problem.why != doubted:
                    self.stderr.write(str(problem))
                doubted = problem.why
            else:
                if doubted:
                    self.stderr.write(_("The clock is believed again; the heartbeat goes on."))
                doubted = ""
            stop.wait(every)

    def _beat(self, heart: Heart, *, everything: bool = False, told: str = "{done}") -> tuple[str, ...]:
        """`told`: how it is said what was done, to one who asked for nothing too."""
        now = reading()
        with override(settings.LANGUAGE_CODE):
            done = heart.beat(now, everything=everything)
        if done:
            self.stdout.write(told.format(done=done))
        for sentence in beat_rooms(at=now.at):
            self.stdout.write(told.format(done=sentence))
        leave_off()
        return done.broken


def reading() -> Reading:
    """Both clocks now. Where there is one that counts a laptop's sleep too, sleep is no jump."""
    sleepless = getattr(time, "CLOCK_BOOTTIME", None)
    ran = time.monotonic() if sleepless is None else time.clock_gettime(sleepless)
    return Reading(present(), lasted(timedelta(seconds=ran)))
