"""The parties of a matter as the choices of a form."""

from typing import Any

from django.utils.translation import gettext

from linli.kinds.dispute import choices, course
from linli.matters.steps import StepForm


def numbered(form: StepForm) -> list[tuple[Any, Any]]:
    """The parties by their number, as the panel shows them."""
    return [(row["number"], _shown(row)) for row in course.parties(form.scene.state)]


def _shown(row: course.Row) -> str:
    side, role = choices.SIDES[row["side"]], choices.ROLES[row["role"]]
    return gettext("No. {number}: {side}, {role}").format(number=row["number"], side=gettext(side), role=gettext(role))
