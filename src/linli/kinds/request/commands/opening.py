"""Taking a request in: by whatever way it came, and from a resident at the public counter."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import choices
from linli.kinds.request.commands.intake import accepted, refuse_own_report
from linli.kinds.request.commands.points import point_told
from linli.kinds.request.facts.opening import HandedIn, ReporterNamed, TakenIn
from linli.kinds.request.forms.opening import HandInForm, TakeInForm
from linli.kinds.request.reachable import unreachable
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Fact
from linli.matters.told import key_of, perhaps_key, words
from linli.policy.models import Category
from linli.staff.acts import roles_for


@command(msg("Take in a request"), act="record", form=TakeInForm)
def take_in(scene: Scene) -> Iterator[Fact]:
    """Told: unit, title, story, category, sort, channel; perhaps urgency, place, cell, point (lon, lat), confidential,
    wants_reply, reported_unit, accept_now; of who asks name, phone, reporter_sort, or else anonymous.
    """
    told = scene.told
    _refuse_incomplete(scene)
    if reported := perhaps_key(told.get("reported_unit")):
        refuse_own_report(told["unit"], reported)
    yield as_taken_in(scene, TakenIn, title=told["title"], channel=told["channel"])
    yield from reporter(scene)
    if told.get("accept_now"):
        if scene.by.role not in roles_for("assign"):
            raise Refused(_("Your post may not accept requests. Leave “accept it at once” blank."))
        yield accepted(scene, sort=told["sort"], urgency=words(scene, "urgency"), category=told["category"])


@command(msg("Hand in a request"), act="hand_in", form=HandInForm)
def hand_in(scene: Scene) -> Iterator[Fact]:
    """Told: unit, story, category, sort; perhaps place, cell, point (lon, lat), confidential, wants_reply,
    reported_unit; name, phone or else anonymous. Its title is the name of the category, so that nobody's name gets
    into it.
    """
    _refuse_incomplete(scene)
    if reported := perhaps_key(scene.told.get("reported_unit")):
        refuse_own_report(scene.told["unit"], reported)
    title = Category.objects.get(kind="request", code=scene.told["category"]).name
    yield as_taken_in(scene, HandedIn, title=title, channel="site")
    yield from reporter(scene)


def _refuse_incomplete(scene: Scene) -> None:
    """What a request must say at the least: its matter, and a way to reach who asks or that they stay anonymous."""
    if not words(scene, "story").strip():
        raise Refused(_("Write down what is asked for."))
    for sentence in unreachable(scene.told).values():
        raise Refused(_(sentence))


def as_taken_in(scene: Scene, fact: type[TakenIn], *, title: str, channel: str) -> TakenIn:
    """The fact that opens it, by what was told."""
    told = scene.told
    return fact(
        unit=key_of(told["unit"]),
        title=title,
        story=told["story"],
        category=told["category"],
        sort=told["sort"],
        channel=channel,
        accept=scene.date("accept", "request.accept", category=told["category"]),
        urgency=words(scene, "urgency") or choices.ORDINARY,
        cell=perhaps_key(told.get("cell")),
        place=words(scene, "place"),
        point=point_told(scene),
        confidential=bool(told.get("confidential")),
        wants_reply=bool(told.get("wants_reply")),
        anonymous=bool(told.get("anonymous")),
        reported_unit=perhaps_key(told.get("reported_unit")),
    )


def reporter(scene: Scene) -> Iterator[ReporterNamed]:
    """Who asked, where that was told."""
    name, phone = words(scene, "name"), words(scene, "phone")
    if name or phone:
        sort = words(scene, "reporter_sort") or "person"
        yield ReporterNamed(has_phone=bool(phone), reporter_sort=sort, name=name, phone=phone)
