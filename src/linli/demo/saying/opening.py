"""What is told when a dispute is opened: the clerk's form, and who speaks for whom."""

from collections.abc import Iterator

from linli.demo import material
from linli.demo.saying.said import Known, Said, Told
from linli.ground.clock import day_of

COURT = "云棠县人民法院"


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


def _party(party: material.Party) -> Told:
    return {
        "side": party.side,
        "party_sort": party.sort,
        "party_role": "party",
        "name": party.name,
        "phone": party.phone,
        "address": party.address,
    }
