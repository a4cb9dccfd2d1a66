"""The form that a step is told in: it knows today and can narrow its choices."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from linli.ground.clock import day_of
from linli.matters.command import CommandForm


class StepForm(CommandForm):
    """A form that knows today and can narrow its choices to what the matter holds."""

    today_fields: tuple[str, ...] = ()

    def prepare(self) -> None:
        for name in self.today_fields:
            self.fields[name].initial = self.today
        self.narrow()

    def narrow(self) -> None:
        """Narrow choices to what the state allows. Nothing by default."""

    def offer(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = list(choices)

    @property
    def today(self) -> date:
        return day_of(self.scene.at, zone=self.scene.book.calendar.zone)
