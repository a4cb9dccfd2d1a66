"""Brings a Debian package where this is a Debian machine and we are its root; elsewhere says why not."""

import os
import shutil
import subprocess
from pathlib import Path

NO_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")
PATIENCE = 600


def bring(*names: str) -> str:
    """Empty when the packages are there now, else the reason why they are not."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return "not installed here, and only root on Debian can have it installed"
    _start_no_server()
    print(f"Installing {', '.join(names)} ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *names]):
        try:
            done = subprocess.run(
                ["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, timeout=PATIENCE, check=False
            )
        except subprocess.TimeoutExpired:
            return f"apt-get {command[0]} took longer than {PATIENCE} s"
        if done.returncode:
            return f"apt-get {command[0]} failed"
    return ""


def _start_no_server() -> None:
    # Debian would otherwise make and start a database of its own beside ours.
    if not NO_CLUSTER.exists():
        NO_CLUSTER.parent.mkdir(parents=True, exist_ok=True)
        NO_CLUSTER.write_text("create_main_cluster = false\n", encoding="ascii")
