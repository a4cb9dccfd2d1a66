"""A real installation for the walks: `./linli run` with the synthetic county, and a real browser in front of it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from linli.toolbox.browser import chromium
from tests.walks.telephone import Phone
from tests.walks.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """A freshly started demo county: its address, the password of its sign-ins, and what opens its screen."""
    data, port = tmp_path_factory.mktemp("county"), free_port()
    command = [sys.executable, "-m", "linli.serve", "--data", str(data), "--port", str(port)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
    environment["PYTHONPATH"] = str(ROOT / "src")
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = ""
        for line in running.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        password = (data / "keys" / "demo.password").read_text(encoding="ascii")
        assert re.search(rf"http://127\.0\.0\.1:{port}/", said), said
        on_a_wall = re.search(rf"http://127\.0\.0\.1:{port}/screen/\S+", said)
        yield f"http://127.0.0.1:{port}", password, on_a_wall[0] if on_a_wall else ""
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=30) == 0


@pytest.fixture(scope="session")
def county(started: tuple[str, str, str]) -> tuple[str, str]:
    """The address of the demo county, and the password of its sign-ins."""
    return started[:2]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=program, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def visitor(browser: Browser, county: tuple[str, str], request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Somebody at a desk of 1440 pixels; pictures go to the folder named after the walk."""
    address, password = county
    pictures = ROOT / "build" / "walks" / request.node.name
    pictures.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai")
    someone = Visitor(context.new_page(), address=address, password=password, pictures=pictures)
    yield someone
    someone.leave()
    context.close()
    assert someone.complaints == []


@pytest.fixture
def resident(browser: Browser, county: tuple[str, str], request: pytest.FixtureRequest) -> Iterator[Phone]:
    """A resident with a telephone of 390 pixels; its pictures lie beside those of the staff."""
    pictures = ROOT / "build" / "walks" / request.node.name
    pictures.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", timezone_id="Asia/Shanghai")
    phone = Phone(context.new_page(), county[0], pictures, scripts=True, complaints=[])
    yield phone
    context.close()
    assert phone.complaints == []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
