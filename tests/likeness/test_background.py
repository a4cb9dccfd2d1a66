"""What learns comes after all others, but nobody waits for it with the ledger's lock in its hand."""

import os
import subprocess
import sys

import pytest

ASKED = """
import os, sys
from linli.likeness.background import at_the_front, step_back

def place():
    return os.getpriority(os.PRIO_PROCESS, 0)

before = place()
step_back(int(sys.argv[1]))
print(before, place(), at_the_front(place))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process is put back as a whole")
def test_what_writes_is_not_put_back_with_the_rest() -> None:
    command = [sys.executable, "-c", ASKED, str(os.getpid())]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    before, behind, front = map(int, told.split())
    assert behind == min(before + 19, 19)
    assert front == before
