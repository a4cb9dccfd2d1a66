"""A small supervised group for the tests: two members, the second living or dying as asked."""

import os
import sys
from pathlib import Path

from linli.serve.group import Group, Member


def command(name: str, manner: str) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("member.py")), str(os.getpid()), sys.argv[1], name, manner]


with Group([Member("web", command("web", "lives")), Member("heartbeat", command("heartbeat", sys.argv[2]))]) as group:
    sys.exit(group.watch())
