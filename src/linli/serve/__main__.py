"""./linli run: prepare, load on the first start, say where everything is, serve until told to stop."""

import argparse
import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from linli.configuration import Configuration, Refused, load
from linli.ground.disk import why_not
from linli.serve.clock import set_clock
from linli.serve.folder import prepare, require_matching_keys
from linli.serve.group import Group, Member
from linli.serve.ready import Ready, read, recall
from linli.tongue import gettext as _
from linli.usage import speak


def main(arguments: Sequence[str]) -> int:
    started = time.monotonic()
    chosen = parse(arguments)
    os.umask(0o077)
    if chosen.data:
        os.environ["LINLI_DATA"] = str(Path(chosen.data).expanduser().resolve())
    if chosen.port:
        os.environ["LINLI_PORT"] = chosen.port
    if chosen.pace:
        os.environ["LINLI_PACE"] = chosen.pace
    try:
        return serve(empty=chosen.empty, started=started)
    except (Refused, OSError) as refusal:
        say(str(refusal))
        return 1
    except KeyboardInterrupt:
        return 130


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    speak()
    parser = argparse.ArgumentParser(prog="./linli run", description=_("Set up and serve."))
    parser.add_argument("--port", help=_("the port to listen on (default 8000)"))
    parser.add_argument("--data", help=_("the data folder (default ./data)"))
    pace = _("the synthetic county only: seconds that pass for each real one, such as 60")
    parser.add_argument("--pace", help=pace)
    parser.add_argument("--empty", action="store_true", help=_("do not tell the synthetic county on the first start"))
    return parser.parse_args(arguments)


def serve(*, empty: bool, started: float) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    prepare(Path(os.environ.get("LINLI_DATA") or "data"))
    configuration = load()
    require_matching_keys(configuration)
    require_free_port(configuration)
    ready = recall(configuration) or made_ready(configuration, empty=empty)
    if ready.demo and configuration.production:
        raise Refused(_("This data is the synthetic county; production starts with a data folder of its own."))
    if not configuration.production:
        set_clock(configuration, demo=ready.demo)
    group = Group([Member("web", module("web")), Member("heartbeat", module("heartbeat"))])
    with group:
        if not answering(configuration, group=group):
            say(_("The web server did not start; the lines above say why."))
            return 1
        announce(configuration, ready=ready, seconds=time.monotonic() - started)
        ended = group.watch()
    say("\n" + _("Linli has stopped."))
    return ended


def made_ready(configuration: Configuration, *, empty: bool) -> Ready:
    """Bring the database up to date in a process of its own, so that the supervisor itself stays small."""
    command = [sys.executable, "-m", "linli.serve.loading", *(["--empty"] if empty else [])]
    if subprocess.run(command, check=False).returncode:
        raise Refused(_("The database could not be made ready; the lines above say why."))
    return read(configuration) or Ready(demo=False, signins="")


def require_free_port(configuration: Configuration) -> None:
    family = socket.AF_INET6 if ":" in configuration.address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((configuration.address, configuration.port))
        except OSError as problem:
            said = _("Port {port} is taken ({why}): choose one with --port.")
            raise Refused(said.format(port=configuration.port, why=_(why_not(problem)))) from problem


def module(name: str) -> list[str]:
    return [sys.executable, "-m", f"linli.serve.{name}", str(os.getpid())]


def answering(configuration: Configuration, *, group: Group) -> bool:
    """Wait until the web server answers, whatever it says; false when the group gave up first."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and group.alive():
        asked = HTTPConnection(configuration.address, configuration.port, timeout=10)
        with contextlib.suppress(OSError, HTTPException), contextlib.closing(asked):
            asked.request("GET", "/", headers={"Host": configuration.hosts[0]})
            asked.getresponse()
            return True
        time.sleep(0.05)
    return False


def announce(configuration: Configuration, *, ready: Ready, seconds: float) -> None:
    place = configuration.place
    served = _("Linli 邻里 serves at  {address}/   (ready in {seconds} s)")
    say("\n" + served.format(address=place, seconds=f"{seconds:.1f}"))
    if ready.signins:
        say(f"\n{ready.signins}")
    if ready.screen:
        say(_("The county on a wall:  {address}").format(address=f"{place}{ready.screen}\n"))
    say(_("The data lies in {folder}").format(folder=configuration.data))
    say(_("Ctrl-C stops it."))


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
