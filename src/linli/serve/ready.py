"""What the last start found in order, so that the next one need not look again and serves in seconds."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import django

from linli.configuration import Configuration
from linli.tongue import tongue

HOUSE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, kw_only=True)
class Ready:
    """Whether this is the synthetic county, whom one may sign in as there, and what opens its screen."""

    demo: bool
    signins: str
    screen: str = ""


def recall(configuration: Configuration) -> Ready | None:
    """What was remembered, if nothing that matters has changed since; only a database in a file can be known so."""
    name = Path(configuration.database["NAME"])
    if "sqlite3" not in configuration.database["ENGINE"] or not name.exists() or not kept_in(configuration).exists():
        return None
    return read(configuration)


def read(configuration: Configuration) -> Ready | None:
    content = json.loads(kept_in(configuration).read_text(encoding="utf-8"))
    return Ready(**content) if content.pop("state", None) == state(configuration) else None


def remember(ready: Ready, *, configuration: Configuration) -> None:
    content = {"state": state(configuration), **asdict(ready)}
    kept_in(configuration).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def kept_in(configuration: Configuration) -> Path:
    return configuration.data / "ready.json"


def state(configuration: Configuration) -> str:
    """Changes with the migrations and the profiles in the code, with Django, the database and the language of the
    sign-ins."""
    migrations = sorted(str(file.relative_to(HOUSE)) for file in HOUSE.rglob("migrations/0*.py"))
    parts = [django.get_version(), str(configuration.database["NAME"]), tongue(), *migrations, *profiles()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def profiles() -> list[str]:
    """What the house's own profile, that of the notices and those of the kinds say."""
    places = ("policy/profiles/*.csv", "notices/profile/*.csv", "kinds/*/profile/*.csv")
    files = [file for place in places for file in HOUSE.glob(place)]
    return [file.read_text(encoding="utf-8") for file in sorted(files)]
