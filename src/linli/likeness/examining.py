"""Examines what is learnt: on texts that were held back, or in folds of which each is once held back."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.model_selection import StratifiedKFold

from linli.likeness.fitting import Recipe, fit, sharpness
from linli.likeness.grades import Grades, grades
from linli.likeness.lesson import Lesson
from linli.likeness.model import NONE, Guess, Model


class Examined(NamedTuple):
    """How well it did, and how sharp its likelihoods may be taken."""

    grades: Grades
    sharpness: float


def examined(model: Model, held_back: Sequence[Lesson]) -> Examined:
    """What the model says of texts that it never saw; graded by those that have a label."""
    asked = [one for one in held_back if one.label != NONE]
    ranked = [_labels(model.guesses(one.text, most=len(model.labels))) for one in asked]
    found = grades([one.label for one in asked], [one or ("",) for one in ranked])
    return Examined(found, _sharpness(model, held_back))


def in_folds(lessons: Sequence[Lesson], *, folds: int, recipe: Recipe) -> Grades:
    """Each fold is asked of a model that learnt from all others; every text counts once."""
    told, guessed = list[str](), list[tuple[str, ...]]()
    for known, asked in _split(lessons, folds=folds):
        model = fit(known, recipe=recipe)
        told += [one.label for one in asked]
        guessed += [_labels(model.guesses(one.text)) or ("",) for one in asked]
    return grades(told, guessed)


def _split(lessons: Sequence[Lesson], *, folds: int) -> Iterator[tuple[list[Lesson], list[Lesson]]]:
    labels = [one.label for one in lessons]
    for known, asked in StratifiedKFold(folds, shuffle=True, random_state=0).split(np.zeros(len(labels)), labels):
        yield [lessons[at] for at in known], [lessons[at] for at in asked]


def _labels(guesses: Sequence[Guess]) -> tuple[str, ...]:
    return tuple(guess.label for guess in guesses)


def _sharpness(model: Model, held_back: Sequence[Lesson]) -> float:
    """Of those whose label it knows at all."""
    places = {label: at for at, label in enumerate(model.labels)}
    asked = [(model.scores(one.text), places[one.label]) for one in held_back if one.label in places]
    scored = [(scores, at) for scores, at in asked if scores is not None]
    return sharpness([scores for scores, _at in scored], [at for _scores, at in scored]) if scored else 1.0
