"""A PostgreSQL of the test run's own, in a folder of its own, gone with the run."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from linli.serve.bond import end_with
from linli.toolbox.debs import bring

SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=128MB", "max_connections=60")
MAKING = ("-U", "linli", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
PATIENCE = 30.0


def programs() -> Path | None:
    """The folder initdb and postgres lie in, where PostgreSQL is installed."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def programs_or_reason() -> tuple[Path | None, str]:
    if found := programs():
        return found, ""
    reason = bring("postgresql")
    return programs(), f"no initdb: {reason}"


@contextmanager
def cluster(folder: Path, *, settings: Sequence[str] = SPEED) -> Iterator[str]:
    """Start a server that listens on a socket only; hands out the address of its database."""
    home = Path(tempfile.mkdtemp(prefix="linli-pg-"))
    identity = _identity()
    try:
        if identity:
            shutil.chown(home, identity["user"], identity["group"])
        _run([folder / "initdb", "-D", home / "db", *MAKING], identity)
        with _server(folder, home=home, settings=settings, identity=identity):
            yield f"postgresql://linli@/postgres?host={home}"
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _server(folder: Path, *, home: Path, settings: Sequence[str], identity: dict[str, Any]) -> Iterator[None]:
    options = [
        part
        for setting in ("listen_addresses=", f"unix_socket_directories={home}", *settings)
        for part in ("-c", setting)
    ]
    parent = os.getpid()
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            [str(folder / "postgres"), "-D", str(home / "db"), *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            cwd=home,
            preexec_fn=lambda: end_with(parent, by=signal.SIGINT),  # noqa: PLW1509 no thread runs beside it
            **identity,
        )
    try:
        _await_ready(home, server=server)
        yield
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            server.wait()


def _await_ready(home: Path, *, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while not _is_ready(home / "db" / "postmaster.pid"):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("PostgreSQL did not start:\n" + (home / "log").read_text(errors="replace")[-2000:])
        time.sleep(0.05)


def _is_ready(file: Path) -> bool:
    """What pg_ctl goes by: the socket is there before the server takes connections, its eighth line says when."""
    lines = file.read_text(encoding="ascii").splitlines() if file.exists() else []
    return len(lines) > 7 and lines[7].strip() == "ready"


def _identity() -> dict[str, Any]:
    """PostgreSQL refuses root: there it runs as its own user, or as nobody."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL does not run as root, and there is no other user to run it as.")


def _run(command: list[Path | str], identity: dict[str, Any]) -> None:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, cwd="/", **identity
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
