"""The one place where LINLI_* environment variables are read, typed and refused."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from linli.engine import sqlite_options
from linli.tongue import TONGUES
from linli.tongue import gettext as _

NAMES = {
    "LINLI_ADDRESS": "the address the web server listens on; default 127.0.0.1",
    "LINLI_BACKUP": "the folder backups are written to; production does not start without one",
    "LINLI_DATA": "the data folder; default ./data",
    "LINLI_DATABASE": "a SQLite file or postgresql://user:password@machine/name; default data/linli.sqlite3",
    "LINLI_DEBUG": "1 shows errors to the browser; refused in production",
    "LINLI_HOSTS": "the names this installation answers to, separated by commas; default the machine itself",
    "LINLI_LANGUAGE": "what the commands speak, zh-hans or en; default English where LANG is, else Chinese",
    "LINLI_MODE": "demo or production; default demo",
    "LINLI_ORIGINS": "trusted origins behind a proxy, such as https://linli.example, separated by commas",
    "LINLI_PACE": "how many seconds pass in the synthetic county for each real one; default 1; refused in production",
    "LINLI_PORT": "the port the web server listens on; default 8000",
    "LINLI_SECRET_KEY": "Django's secret; default the one kept in the data folder",
    "LINLI_ZONE": "the centre's time zone; default Asia/Shanghai",
}
NO_SECRET = "only-until-the-data-folder-exists"  # noqa: S105 a placeholder that production refuses
FASTEST = 3600
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 what listens on all addresses is found at none of these
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


class Refused(Exception):
    """The start is refused; the text is a plain sentence for whoever set the variables."""


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """What the machine's owner decides; everything else is data inside the centre."""

    address: str
    backup: Path | None
    data: Path
    database: dict[str, Any]
    debug: bool
    hosts: list[str]
    mode: str
    pace: int
    port: int
    secret_key: str
    trusted_origins: list[str]
    zone: str

    @property
    def production(self) -> bool:
        return self.mode == "production"

    @property
    def place(self) -> str:
        """Where a browser finds it, as far as the machine's owner said: the proxy's origin, else a name of this machine
        or the address it listens on, and the port."""
        if self.trusted_origins:
            return self.trusted_origins[0].rstrip("/")
        named = next((host for host in self.hosts if host not in LOCAL_HOSTS and host[0] not in "*."), "")
        listens = LOCAL_HOSTS[0] if self.address in EVERYWHERE else self.address
        listens = f"[{listens}]" if ":" in listens else listens
        return f"http://{named or listens}:{self.port}"

    @property
    def pace_file(self) -> Path:
        return self.data / "pace.json"

    @property
    def keys(self) -> Path:
        return self.data / "keys"

    @property
    def personal_keys(self) -> Path:
        return self.keys / "personal.keys"

    @property
    def seal_key(self) -> Path:
        return self.keys / "seal.key"


def load(environment: Mapping[str, str] = os.environ) -> Configuration:
    """Read the environment once, and refuse what is unknown or unsafe."""
    _refuse_unknown(environment)
    data = Path(environment.get("LINLI_DATA") or "data").resolve()
    _one_of(environment.get("LINLI_LANGUAGE") or TONGUES[0], name="LINLI_LANGUAGE", choices=TONGUES)
    configuration = Configuration(
        address=environment.get("LINLI_ADDRESS") or "127.0.0.1",
        backup=Path(environment["LINLI_BACKUP"]).resolve() if environment.get("LINLI_BACKUP") else None,
        data=data,
        database=database_of(environment.get("LINLI_DATABASE", ""), data=data),
        debug=_yes_or_no(environment.get("LINLI_DEBUG", ""), name="LINLI_DEBUG"),
        hosts=_listed(environment.get("LINLI_HOSTS", "")) or list(LOCAL_HOSTS),
        mode=_one_of(environment.get("LINLI_MODE") or "demo", name="LINLI_MODE", choices=("demo", "production")),
        pace=_pace(environment.get("LINLI_PACE") or "1"),
        port=_port(environment.get("LINLI_PORT") or "8000"),
        secret_key=environment.get("LINLI_SECRET_KEY") or _kept_secret(data / "keys" / "django.secret"),
        trusted_origins=_listed(environment.get("LINLI_ORIGINS", "")),
        zone=environment.get("LINLI_ZONE") or "Asia/Shanghai",
    )
    if configuration.production:
        _refuse_unsafe(configuration)
    return configuration


def database_of(address: str, *, data: Path) -> dict[str, Any]:
    """Django's database dictionary for a file or a postgresql:// address."""
    if address.startswith(("postgresql://", "postgres://")):
        return _postgresql(address)
    if "://" in address:
        raise Refused(_("LINLI_DATABASE is neither a file nor a postgresql:// address."))
    file = Path(address.removeprefix("sqlite:")).resolve() if address else data / "linli.sqlite3"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": sqlite_options(),
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    # Reports ask large questions that take less time than it takes to compile them.
    options = {"options": "-c jit=off", **dict(parse_qsl(parts.query))}
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def _refuse_unknown(environment: Mapping[str, str]) -> None:
    unknown = sorted(name for name in environment if name.startswith("LINLI_") and name not in NAMES)
    if unknown:
        said = _("{name} is not a setting of Linli. Known are: {names}.")
        raise Refused(said.format(name=unknown[0], names=", ".join(sorted(NAMES))))


def _refuse_unsafe(configuration: Configuration) -> None:
    if configuration.debug:
        raise Refused(_("Production does not start with LINLI_DEBUG switched on."))
    if configuration.pace != 1:
        raise Refused(_("Production runs by the real clock: leave LINLI_PACE out."))
    if configuration.secret_key == NO_SECRET or len(configuration.secret_key) < 32:
        raise Refused(_("Production needs its own secret: run ./linli run once to make one, or set LINLI_SECRET_KEY."))
    if configuration.backup is None:
        raise Refused(_("Production needs a backup target: set LINLI_BACKUP to a folder."))
    if "*" in configuration.hosts:
        raise Refused(_("Production names its hosts: set LINLI_HOSTS, without *."))


def _kept_secret(file: Path) -> str:
    return file.read_text(encoding="ascii").strip() if file.is_file() else NO_SECRET


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _yes_or_no(text: str, *, name: str) -> bool:
    return _one_of(text or "0", name=name, choices=("0", "1")) == "1"


def _one_of(text: str, *, name: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        said = _("{name} must be {choices}, not {text!r}.")
        raise Refused(said.format(name=name, choices=_(" or ").join(choices), text=text))
    return text


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Refused(_("LINLI_PORT must be a port number from 1 to 65535, not {text!r}.").format(text=text))
    return int(text)


def _pace(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= FASTEST:
        said = _("LINLI_PACE must be a whole number from 1 to {most}, not {text!r}.")
        raise Refused(said.format(most=FASTEST, text=text))
    return int(text)
