"""Saying who mediates, who is in charge and who joins in."""

from collections.abc import Iterator

from linli.demo import material
from linli.demo.saying.said import Known, Told
from linli.matters.state import HOLDER, State

POLICE = "police"
MEMBER_KINDS = {"云棠县公安局": POLICE, "云棠县司法局": "people", "云棠县人民法院诉调对接中心": "court"}


def appoint(step: material.Appoint, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    users = [known.users[username] for username in step.mediators]
    first, second, third = [*users, None, None][:3]
    verb = "change_mediator" if state.holder(HOLDER) else "name_mediator"
    yield verb, {"mediator": first, "second": second, "third": third, "note": step.text}


def charge(step: material.Charge, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "assign", {"leader": known.users[step.leader], "team_lead": known.users[step.head]}


def recuse(step: material.Recuse, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "recuse", {"user": known.users[step.mediator].pk, "why": step.text}


def join(step: material.Join, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    for code in step.units:
        unit = known.units[code]
        sort = "society" if unit.kind == "organisation" else MEMBER_KINDS.get(unit.name, "department")
        yield "join", {"member": unit, "member_kind": sort, "note": ""}


def opine(step: material.Opine, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "opine", {"member": known.units[step.unit].pk, "opinion": step.text}
