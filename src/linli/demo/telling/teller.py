"""Who tells an invented dispute: the scene, the crew, the diary, and the steps so far."""

import random
from dataclasses import dataclass

from linli.demo import material
from linli.demo.diary import Diary
from linli.demo.phrases import phrase
from linli.demo.scene import Scene


@dataclass(frozen=True)
class Crew:
    """The usernames that see to the disputes of one street or town."""

    clerk: str
    mediators: tuple[str, ...]
    lead: str
    leader: str = ""


class Teller:
    """Steps in order, with the pointer of the diary."""

    def __init__(
        self, scene: Scene, *, diary: Diary, crew: Crew, mediator: str, brisk: bool, chance: random.Random
    ) -> None:
        self.scene, self.diary, self.crew, self.chance = scene, diary, crew, chance
        self.mediator = mediator or chance.choice(crew.mediators)
        self.pace = (1, 3) if brisk else (2, 8)
        self.steps: list[material.Step] = []
        self.instalments: tuple[material.Instalment, ...] = ()

    def say(self, shelf: str, name: str) -> str:
        return phrase(shelf, name, chance=self.chance, slots=self.scene.slots)
