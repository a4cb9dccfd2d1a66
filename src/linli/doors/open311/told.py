"""One request as everybody may read it: status, service, unit and moments; its place is the middle of its grid cell."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from linli.doors.open311.service import Service
from linli.ground.clock import local
from linli.matters.kind import kind_named
from linli.matters.models import Matter
from linli.matters.state import State
from linli.place.models import Cell
from linli.policy.calendar import calendar

COARSE = 3
"""Places of a degree: about a hundred metres."""


def told_request(row: Matter, state: State, service: Service | None) -> dict[str, Any]:
    """No title, no words and no point that anybody told: only what can be told of its whole cell."""
    return {
        "service_request_id": row.number,
        "status": "open" if row.closed_at is None else "closed",
        "status_notes": _step(row, state),
        "service_name": service.name if service else row.category,
        "service_code": row.category,
        "description": "",
        "agency_responsible": row.unit.label,
        "service_notice": "",
        "requested_datetime": _moment(row.opened_at),
        "updated_datetime": _moment(row.touched_at),
        "expected_datetime": _moment(_expected(row, state)),
        **_place(row.cell),
        "zipcode": None,
        "media_url": None,
    }


def _step(row: Matter, state: State) -> str:
    """Which of the four plain steps of the counter it has reached."""
    counter = kind_named(row.kind).counter
    assert counter is not None
    return _(counter.plain_steps[counter.progress(state) - 1])


def _expected(row: Matter, state: State) -> datetime | None:
    counter = kind_named(row.kind).counter
    standing = (state.marks[name].at for name in (counter.expected if counter else ()) if name in state.marks)
    return None if row.closed_at else next(standing, None)


def _place(cell: Cell | None) -> dict[str, Any]:
    if cell is None:
        return {"address": "", "address_id": None, "lat": None, "long": None}
    lat, long = (cell.min_lat + cell.max_lat) / 2, (cell.min_lon + cell.max_lon) / 2
    return {
        "address": cell.unit.label,
        "address_id": cell.code,
        "lat": round(lat, COARSE),
        "long": round(long, COARSE),
    }


def _moment(at: datetime | None) -> str | None:
    """W3C, with the zone of the centre."""
    return local(at, zone=calendar().zone).replace(microsecond=0).isoformat() if at else None
