"""The bond of a process to its parent: when the parent is gone, even by kill -9, the process goes too."""

import ctypes
import os
import platform
import signal
import threading
import time

PR_SET_PDEATHSIG = 1


def end_with(parent: int, *, by: signal.Signals) -> None:
    """Ask the kernel for a signal at the parent's death; elsewhere than on Linux look for it twice a second."""
    if platform.system() == "Linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(by), 0, 0, 0)
        if os.getppid() != parent:
            os.kill(os.getpid(), by)
        return
    threading.Thread(target=_look, args=(parent, by), daemon=True).start()


def _look(parent: int, by: signal.Signals) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), by)
