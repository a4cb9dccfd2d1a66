"""A process for the supervisor's tests: says its name into a pipe and holds the pipe open while it lives."""

import signal
import sys

from linli.serve.bond import end_with

PARENT, PIPE, NAME, MANNER = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]

end_with(PARENT, by=signal.SIGTERM)
with open(PIPE, "w", encoding="ascii", buffering=1) as pipe:  # noqa: PTH123 a pipe, not a file
    pipe.write(f"{NAME}\n")
    if MANNER == "dies":
        sys.exit(3)
    signal.pause()
