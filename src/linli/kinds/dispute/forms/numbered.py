"""The parties of a matter as the choices of a form."""

from typing import Any

from django.utils.translation import gettext as now

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms.form import DisputeForm


def numbered(form: DisputeForm) -> list[tuple[Any, Any]]:
    """The parties by their number, as the panel shows them."""
    return [
        (
            row["number"],
            now("No. {number}: {side}, {role}").format(
                number=row["number"], side=now(choices.SIDES[row["side"]]), role=now(choices.ROLES[row["role"]])
            ),
        )
        for row in course.parties(form.scene.state)
    ]
