"""One group of processes: a member that dies is started again, and when the group ends nothing of it is left."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType

from linli.tongue import gettext as _

LOOK_EVERY = 0.1
PATIENCE = 15.0
DEATHS_IN = 60.0
DEATHS_ALLOWED = 5
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass
class Member:
    """One process of the group and the moments it died at."""

    name: str
    command: Sequence[str]
    process: "subprocess.Popen[bytes] | None" = None
    deaths: list[float] = field(default_factory=list)

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches the supervisor alone, which then stops the members in order.
        self.process = subprocess.Popen(list(self.command), stdin=subprocess.DEVNULL, start_new_session=True)

    def dead(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def worn_out(self, *, at: float) -> bool:
        """Whether it died too often of late to be started once more."""
        self.deaths = [*(death for death in self.deaths if at - death < DEATHS_IN), at]
        return len(self.deaths) >= DEATHS_ALLOWED


class Group:
    """Used as a context: entering starts the members, leaving stops them whatever happened."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members
        self.stopping = False

    def __enter__(self) -> "Group":
        for number in STOPS:
            signal.signal(number, self._stop)
        for member in self.members:
            member.start()
        return self

    def __exit__(self, *problem: object) -> None:
        for number in STOPS:
            signal.signal(number, signal.SIG_IGN)
        self._end()

    def alive(self) -> bool:
        return not self.stopping and not any(member.dead() for member in self.members)

    def watch(self) -> int:
        """Until told to stop (0) or until a member died five times in a minute (1)."""
        while not self.stopping:
            for member in self.members:
                if member.dead() and not self._revive(member):
                    return 1
            time.sleep(LOOK_EVERY)
        return 0

    def _revive(self, member: Member) -> bool:
        code = member.process.returncode if member.process else None
        if member.worn_out(at=time.monotonic()):
            said = _("{member} ended {times} times in a minute (last code {code}); Linli stops.")
            _tell(said.format(member=member.name, times=DEATHS_ALLOWED, code=code))
            return False
        _tell(_("{member} ended with code {code} and is started again.").format(member=member.name, code=code))
        time.sleep(min(2.0 ** (len(member.deaths) - 1) / 2, 5))
        member.start()
        return True

    def _end(self) -> None:
        living = [member.process for member in self.members if member.process and not member.dead()]
        for process in living:
            process.terminate()
        deadline = time.monotonic() + PATIENCE
        for process in living:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
