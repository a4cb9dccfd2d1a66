"""Writing the agreement down, watching over its performance, and judicial confirmation."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.kinds.dispute import choices, course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.told import end_of, noon, today, words
from linli.kinds.dispute.facts.agreement import (
    Agreed,
    ConfirmationAnswered,
    ConfirmationApplied,
    Defaulted,
    Instalment,
    PerformanceUrged,
    Performed,
)
from linli.kinds.dispute.forms.agreement import (
    AgreeForm,
    ApplyConfirmationForm,
    ConfirmationResultForm,
    DefaultForm,
    PerformForm,
    UrgePerformanceForm,
)
from linli.matters.command import Refused, Scene, command

NEEDED_PAPERS = ("agreement", "body", "identity", "contact")
AGREED = ("agreed",)
CONFIRMABLE = ("agreed", "performed")


@command(
    msg("Write the agreement down"),
    act="mediate",
    form=AgreeForm,
    stages=("mediating",),
    guard=guards.all_of(guards.willing, guards.mediated, guards.reached),
)
def agree(scene: Scene) -> Agreed:
    """Told: agreement_form (written, oral), main_facts, terms, instalments (rows with due_on, by_side, amount_fen,
    what), effective_on; perhaps disputed, manner, amount_fen (the sum of the instalments when left out), copies.
    """
    told, effective_on = scene.told, scene.told["effective_on"]
    parts = _instalments(scene)
    _refuse_unequal(scene, parts)
    start_at = noon(scene, effective_on)
    return Agreed(
        agreement_form=told["agreement_form"],
        main_facts=told["main_facts"],
        disputed=words(scene, "disputed"),
        terms=told["terms"],
        manner=words(scene, "manner"),
        items=_items(scene),
        amount_fen=told.get("amount_fen") or sum(part.amount_fen for part in parts),
        instalments=parts,
        effective_on=effective_on,
        copies=_copies(scene),
        performance=end_of(scene, parts[0].due_on, name="performance"),
        confirmation=scene.date("confirmation", "dispute.confirmation", start_at=start_at),
        confirmation_first=scene.date("confirmation_first", "reminder.confirmation.first", start_at=start_at),
        confirmation_second=scene.date("confirmation_second", "reminder.confirmation.second", start_at=start_at),
    )


@command(msg("Record performance"), act="mediate", form=PerformForm, stages=AGREED)
def perform(scene: Scene) -> Iterator[Performed]:
    """Told: number (0: everything that is still open), performed_on, proof."""
    told, performed_on = scene.told, scene.told["performed_on"]
    if performed_on > today(scene):
        raise Refused(_("That day has not come yet. Put in a day up to today."))
    waiting = [row["number"] for row in course.open_instalments(scene.state)]
    numbers = [told["number"]] if told["number"] else list(waiting)
    if not set(numbers) <= set(waiting):
        raise Refused(_("That instalment is not open. Choose one of the list."))
    for number in numbers:
        waiting.remove(number)
        yield Performed(
            number=number,
            performed_on=performed_on,
            proof=told["proof"],
            performance=end_of(scene, _due_on(scene, waiting[0]), name="performance") if waiting else None,
            visit=None if waiting else scene.date("visit", "dispute.follow_up"),
        )


@command(
    msg("Record that it was not performed"),
    act="mediate",
    form=DefaultForm,
    stages=("agreed", "performed"),
    weight="aside",
)
def default(scene: Scene) -> Defaulted:
    """Told: number, finding, step."""
    row = course.instalment(scene.state, scene.told["number"])
    if row is None or row["state"] == "failed" or (row["state"] == "kept" and scene.state.stage == "agreed"):
        raise Refused(_("That instalment is not open. Choose one of the list."))
    if row["due_on"] >= today(scene).isoformat():
        raise Refused(
            _("It is due on {day}; only from the day after can it be called not performed. Urge instead.").format(
                day=row["due_on"]
            )
        )
    return Defaulted(
        number=scene.told["number"],
        finding=scene.told["finding"],
        step=scene.told["step"],
        performance=end_of(scene, date.fromisoformat(row["due_on"]), name="performance"),
    )


@command(msg("Urge performance"), act="mediate", form=UrgePerformanceForm, stages=AGREED, weight="aside")
def urge_performance(scene: Scene) -> PerformanceUrged:
    """Told: by_side (the side that is urged), text."""
    return PerformanceUrged(by_side=scene.told["by_side"], text=scene.told["text"])


@command(
    msg("Apply for judicial confirmation"),
    act="mediate",
    form=ApplyConfirmationForm,
    stages=CONFIRMABLE,
    guard=guards.may_apply,
    hint=msg("Jointly, within 30 days from when the agreement took effect."),
    weight="aside",
)
def apply_confirmation(scene: Scene) -> ConfirmationApplied:
    """Told: applied_on, court, jointly, bars (codes that hold), papers (codes at hand), about_property, note."""
    told = scene.told
    _refuse_out_of_window(scene, told["applied_on"])
    if not told["jointly"]:
        raise Refused(_("The law asks for a joint application. Ask the other side to join, or tell of an action."))
    if told.get("bars"):
        bars = _(", ").join(_(choices.BARS[code]) for code in told["bars"])
        raise Refused(
            _("The court would not confirm it: {bars}. Mend the agreement, or tell the other lawful ways.").format(
                bars=bars
            )
        )
    needed = (*NEEDED_PAPERS, *(["property"] if told.get("about_property") else []))
    missing = [code for code in needed if code not in told["papers"]]
    if missing:
        papers = _(", ").join(_(choices.PAPERS[code]) for code in missing)
        raise Refused(_("Papers are missing: {papers}. Collect them first.").format(papers=papers))
    return ConfirmationApplied(
        applied_on=told["applied_on"],
        court=told["court"],
        papers=tuple(told["papers"]),
        note=words(scene, "note"),
    )


@command(
    msg("Record the court's answer"),
    act="mediate",
    form=ConfirmationResultForm,
    stages=CONFIRMABLE,
    guard=guards.applied,
    weight="aside",
)
def confirmation_result(scene: Scene) -> ConfirmationAnswered:
    """Told: confirmation_result (confirmed, refused, withdrawn), decided_on, document."""
    return ConfirmationAnswered(
        confirmation_result=scene.told["confirmation_result"],
        decided_on=scene.told["decided_on"],
        document=words(scene, "document"),
    )


def _rows(scene: Scene) -> list[dict[str, Any]]:
    return sorted(scene.told["instalments"], key=lambda row: row["due_on"])


def _items(scene: Scene) -> str:
    """What each instalment is, a line for each."""
    lines = [" ".join(str(row.get("what") or "").split()) for row in _rows(scene)]
    return "\n".join(lines) if any(lines) else ""


def _instalments(scene: Scene) -> tuple[Instalment, ...]:
    return tuple(
        Instalment(number, row.get("amount_fen") or 0, row["due_on"], str(row.get("by_side") or ""))
        for number, row in enumerate(_rows(scene), 1)
    )


def _refuse_unequal(scene: Scene, parts: tuple[Instalment, ...]) -> None:
    effective_on, amount_fen = scene.told["effective_on"], scene.told.get("amount_fen") or 0
    if effective_on > today(scene):
        raise Refused(_("An agreement is written down once it is in effect. Put in a day up to today."))
    if any(part.due_on < effective_on for part in parts):
        raise Refused(_("An instalment is due before the agreement takes effect. Put its day right."))
    if amount_fen and amount_fen != sum(part.amount_fen for part in parts):
        raise Refused(_("The instalments do not add up to the amount of the agreement. Put one of them right."))


def _copies(scene: Scene) -> int:
    needed = course.copies_needed(scene.state)
    told = scene.told.get("copies") or needed
    if scene.told["agreement_form"] == "written" and told < needed:
        raise Refused(_("Each party gets a copy and one stays in the file: {count} are needed.").format(count=needed))
    return int(told)


def _due_on(scene: Scene, number: int) -> date:
    row = course.instalment(scene.state, number)
    assert row is not None
    return date.fromisoformat(row["due_on"])


def _refuse_out_of_window(scene: Scene, applied_on: date) -> None:
    if applied_on > today(scene):
        raise Refused(_("That day has not come yet. Put in a day up to today."))
    last_on = day_of(scene.state.marks["confirmation"].at, zone=scene.book.calendar.zone)
    if applied_on > last_on:
        raise Refused(
            _("The time to apply ended on {day}. If it is not performed, a side can bring an action in court.").format(
                day=last_on.isoformat()
            )
        )
