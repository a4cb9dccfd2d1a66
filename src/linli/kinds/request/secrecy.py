"""What of a confidential request only the desk reads: the resident's words, and all from before it was kept so."""

from collections.abc import Iterator

from linli.kinds.request import course
from linli.matters.command import Scene
from linli.matters.state import State

KEPT_FROM = "kept_from"
"""The event that made it confidential after it had come in; a request that came in so has none."""


def withheld(state: State) -> frozenset[int]:
    """The resident's events, what the desk wrote of reaching and answering them, the files from before the request
    was dispatched, and what was written before it was kept confidential, where it is confidential.
    """
    if not state.data.get("confidential"):
        return frozenset()
    sent = state.data["dispatches"]
    files = [file.seq for file in state.files if not sent or file.seq < sent[0]["seq"]]
    return frozenset({*state.data["kept"], *files, *_of_the_resident(state), *_from_before(state)})


def point_hidden(scene: Scene) -> bool:
    """Whether where it is on the map is kept from who speaks: it may be the door of who asked."""
    state = scene.state
    return bool(state.data.get("confidential")) and course.desk(state) not in {post.unit_id for post in scene.posts}


def newer_task(state: State) -> int:
    """The event that told anew what the unit is to do, when it was kept confidential after its last dispatch; or 0."""
    sent, kept = state.data["dispatches"], state.data.get(KEPT_FROM, 0)
    return kept if sent and sent[-1]["seq"] < kept else 0


def _of_the_resident(state: State) -> Iterator[int]:
    """Where the desk tells how a resident was tried, why they are not asked, and what was answered about their data."""
    for row in state.data["cycles"]:
        yield from (one["seq"] for one in (*row["tries"], row["waived"]) if one)
    yield from (row["answered"] for row in state.data["data_asks"] if row["answered"])


def _from_before(state: State) -> Iterator[int]:
    """All from before it was kept confidential but what units said of their work: nobody minded then whom words name.

    The state does not know who wrote a note or brought a file, so those of a unit are kept with the others.
    """
    theirs = frozenset(_of_the_units(state))
    yield from (seq for seq in range(1, state.data.get(KEPT_FROM, 1)) if seq not in theirs)


def _of_the_units(state: State) -> Iterator[int]:
    """Where units told what they did, answered, asked for and explained."""
    data = state.data
    yield from (row["seq"] for name in ("progress", "cycles", "returns") for row in data[name])
    yield from (row["seq"] for row in (data["contacted"], data["extension"]) if row)
    yield from (row["explained"] for row in data["urges"])
    yield from (row[step] for row in data["whistles"] for step in ("contacted", "arrived"))
