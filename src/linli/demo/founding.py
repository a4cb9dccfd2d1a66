"""Founds the invented county: its centre, units, cells, users and posts."""

import secrets
from dataclasses import asdict
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from linli.demo import people
from linli.demo.cells import cells
from linli.demo.county import units as unit_rows
from linli.machines.models import Published
from linli.machines.published import publishable
from linli.place.load import load_units
from linli.place.load_grid import load_cells
from linli.place.models import Unit
from linli.policy.models import Centre
from linli.staff.counter import counter_user
from linli.staff.models import Post, User

KEPT_IN = "demo.password"
WINDOW = "云棠县综治中心"
"""The unit of the county's own window: what names no place is taken in there."""


@transaction.atomic
def found(*, from_on: date) -> None:
    """Write everything the stories need; posts are held from the given day on."""
    Centre.objects.update_or_create(
        pk=1,
        defaults={
            "name": WINDOW,
            "name_en": "Yuntang County Governance Centre",
            "hotline": "12345",
            "demo": True,
        },
    )
    Published.objects.bulk_create(Published(kind=kind.name, valid_from=from_on) for kind in publishable())
    load_units({line: asdict(row) for line, row in enumerate(unit_rows(), start=2)}, dry_run=False)
    load_cells(cells()["features"], datum="wgs84", dry_run=False)
    Centre.objects.update(takes_in=Unit.objects.get(name=WINDOW))
    counter_user()
    units = {unit.code: unit for unit in Unit.objects.exclude(kind="grid")}
    users = _users()
    Post.objects.bulk_create(
        Post(user=users[row.username], unit=units[row.unit_code], role=row.role, valid_from=from_on)
        for row in people.posts()
    )


def _users() -> dict[str, User]:
    """All with one password, hashed once: eighty hashes would take longer than all the stories."""
    hashed = make_password(password())
    names = {row.username: row.name for row in people.posts()}
    rows = [User(username=username, name=name, password=hashed) for username, name in names.items()]
    return {user.username: user for user in User.objects.bulk_create(rows)}


def password() -> str:
    """The one password of all demo sign-ins, made once for each installation and kept beside its keys."""
    file = Path(settings.CONFIGURATION.keys) / KEPT_IN
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(f"linli-{secrets.randbelow(9000) + 1000}-demo", encoding="ascii")
    return file.read_text(encoding="ascii")
