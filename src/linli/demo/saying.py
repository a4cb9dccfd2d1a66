"""Puts the steps of an invented dispute into the verbs of the dispute kind, with what each verb is told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.demo import material
from linli.ground.clock import day_of
from linli.matters.state import HOLDER, State
from linli.place.models import Cell, Unit
from linli.staff.models import User

Told = dict[str, Any]
POLICE = "police"
MEMBER_KINDS = {"云棠县公安局": POLICE, "云棠县司法局": "people", "云棠县人民法院诉调对接中心": "court"}
WAYS = {"LB": ("labour_arbitration", "court"), "PM": ("administrative", "court"), "MD": ("administrative", "court")}
COURT = "云棠县人民法院"


@dataclass(frozen=True)
class Known:
    """The rows that told values point to."""

    units: Mapping[str, Unit]
    cells: Mapping[str, Cell]
    users: Mapping[str, User]


@dataclass(frozen=True)
class Said:
    """One command said by one user: the verb and what it was told."""

    verb: str
    by: str
    told: Told


def opening(plan: material.Plan, known: Known) -> Told:
    """What the clerk types at the window."""
    unit = known.units[plan.community_code]
    return {
        "title": plan.title,
        "story": plan.facts,
        "category": plan.category,
        "dispute_class": plan.lead,
        "channel": plan.channel,
        "origin": plan.origin,
        "parties": tuple(_party(party) for party in plan.parties),
        "place": unit.name,
        "cell": known.cells[plan.grid_code],
        "happened_on": None,
        "households": plan.households,
        "requests": "",
        "court_stage": plan.court.stage if plan.court else "",
        "court": COURT if plan.court else "",
        "commission": plan.court.number if plan.court else "",
        "received_on": day_of(plan.opened_at) if plan.court else None,
    }


def agents(plan: material.Plan) -> Iterator[Said]:
    """Who speaks for whom is told right after the opening."""
    for number, party in enumerate(plan.parties, start=1):
        if party.agent:
            told = {
                "side": party.side,
                "party_role": "agent",
                "party_sort": "person",
                "name": party.agent.name,
                "phone": party.agent.phone,
                "address": "",
                "acts_for": number,
                "powers": "special",
                "relation": party.agent.relation,
            }
            yield Said("add_party", plan.opened_by, told)


def say(step: material.Step, plan: material.Plan, state: State, known: Known) -> Iterator[Said]:
    """The commands of one step; a list of joining bodies is said one by one."""
    for verb, told in SAYINGS[type(step)](step, plan, state, known):
        yield Said(verb, step.by, told)


def _party(party: material.Party) -> Told:
    return {
        "side": party.side,
        "party_sort": party.sort,
        "party_role": "party",
        "name": party.name,
        "phone": party.phone,
        "address": party.address,
    }


Saying = Callable[[Any, material.Plan, State, Known], Iterator[tuple[str, Told]]]


def _assess(step: material.Assess, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    quiet = {"weak_at_risk": False, "crowd_gathering": False}
    yield "assess", {**quiet, **dict(step.answers), "steps": step.text}


def _accept(step: material.Accept, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "accept", {"note": step.text}


def _decline(step: material.Decline, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "decline", {"decline_reason": step.reason, "told": step.text}


def _consent(step: material.Consent, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "consent", {"side": step.side, "agreed": step.agrees, "rights_told": True, "note": step.text}


def _appoint(step: material.Appoint, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    users = [known.users[username] for username in step.mediators]
    first, second, third = [*users, None, None][:3]
    verb = "change_mediator" if state.holder(HOLDER) else "name_mediator"
    yield verb, {"mediator": first, "second": second, "third": third, "note": step.text}


def _charge(step: material.Charge, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "assign", {"leader": known.users[step.leader], "team_lead": known.users[step.head]}


def _recuse(step: material.Recuse, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "recuse", {"user": known.users[step.mediator].pk, "why": step.text}


def _join(step: material.Join, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    for code in step.units:
        unit = known.units[code]
        sort = "society" if unit.kind == "organisation" else MEMBER_KINDS.get(unit.name, "department")
        yield "join", {"member": unit, "member_kind": sort, "note": ""}


def _opine(step: material.Opine, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "opine", {"member": known.units[step.unit].pk, "opinion": step.text}


def _meet(step: material.Meet, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield (
        "hold_session",
        {
            "held_at": step.at,
            "ends_at": step.ends_at,
            "place": step.place,
            "parties": [row["number"] for row in state.data["parties"] if not row["gone"]],
            "members": [row["unit"] for row in state.data["members"] if not row["left"]],
            "others": step.present,
            "public": False,
            "rights_told": True,
            "record": step.record,
            "session_outcome": step.outcome,
            "next_at": None,
            "undisputed": step.undisputed,
            "concession_side": "b" if step.concession else "",
            "concession": step.concession,
        },
    )


def _pause(step: material.Pause, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "pause", {"pause_reason": "appraisal", "why": step.text}


def _resume(step: material.Resume, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "resume", {"note": step.text}


def _extend(step: material.Extend, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    sides = sorted({row["side"] for row in state.data["parties"]})
    yield "extend", {"days": step.days, "sides": sides, "why": step.text}


def _agree(step: material.Agree, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    rows = tuple(
        {"due_on": each.due_on, "by_side": "b", "amount_fen": each.amount * 100, "what": each.what}
        for each in step.instalments
    )
    yield (
        "agree",
        {
            "agreement_form": step.form,
            "main_facts": plan.facts,
            "disputed": "",
            "terms": "\n".join(f"{number}. {term}" for number, term in enumerate(step.terms, start=1)),
            "manner": "",
            "amount_fen": sum(row["amount_fen"] for row in rows),
            "instalments": rows,
            "effective_on": _day(step),
            "copies": None,
        },
    )


def _perform(step: material.Perform, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "perform", {"number": step.number, "performed_on": _day(step), "proof": step.text}


def _default(step: material.Default, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "default", {"number": step.number, "finding": step.text, "step": "电话督促并约定时间面谈。"}


def _apply(
    step: material.ApplyForConfirmation, plan: material.Plan, state: State, known: Known
) -> Iterator[tuple[str, Told]]:
    yield (
        "apply_confirmation",
        {
            "applied_on": _day(step),
            "court": COURT,
            "jointly": True,
            "bars": [],
            "about_property": False,
            "papers": ["agreement", "body", "identity", "contact"],
            "note": step.text,
        },
    )


def _confirmed(step: material.Confirmed, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield (
        "confirmation_result",
        {
            "confirmation_result": "confirmed",
            "decided_on": _day(step),
            "document": "",
        },
    )


def _terminate(step: material.Terminate, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    ways = list(WAYS.get(plan.category, ("court",)))
    yield "terminate", {"termination_reason": step.reason, "ways": ways, "told": f"{step.text}{step.ways}"}


def _visit(step: material.Visit, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    rows = (state.data["agreement"] or {"instalments": []})["instalments"]
    found = "yes" if all(row["state"] == "kept" for row in rows) else "partly"
    yield (
        "visit",
        {
            "visited_on": _day(step),
            "performance_found": found,
            "satisfaction": step.satisfaction,
            "escalation": False,
            "findings": step.findings,
        },
    )


def _close(step: material.Close, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "close", {"note": step.text}


def _reopen(step: material.Reopen, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "reopen", {"why": step.text}


def _note(step: material.Note, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "note", {"text": step.text, "public": False}


def _day(step: material.Step) -> date:
    return day_of(step.at)


SAYINGS: Mapping[type[material.Step], Saying] = {
    material.Assess: _assess,
    material.Accept: _accept,
    material.Decline: _decline,
    material.Consent: _consent,
    material.Appoint: _appoint,
    material.Charge: _charge,
    material.Recuse: _recuse,
    material.Join: _join,
    material.Opine: _opine,
    material.Meet: _meet,
    material.Pause: _pause,
    material.Resume: _resume,
    material.Extend: _extend,
    material.Agree: _agree,
    material.Perform: _perform,
    material.Default: _default,
    material.ApplyForConfirmation: _apply,
    material.Confirmed: _confirmed,
    material.Terminate: _terminate,
    material.Visit: _visit,
    material.Close: _close,
    material.Reopen: _reopen,
    material.Note: _note,
}
