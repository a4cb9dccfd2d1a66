"""Learns from lessons which pieces speak for which label; only processes of their own import it, it takes seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.svm import LinearSVC

from linli.likeness.lesson import Lesson
from linli.likeness.model import Model, Numbers, likelihoods
from linli.likeness.pieces import pieces

SHARPNESSES = tuple(0.5 * 1.15**step for step in range(28))


@dataclass(frozen=True)
class Recipe:
    """How it is learnt. Ours, found by trial on labelled messages: docs/speed.md has the table."""

    least: int = 3
    """In so many texts a piece has to stand."""
    most: int = 120_000
    """How many pieces are weighed: the most frequent."""
    firmness: float = 1.0
    balanced: bool = True
    """Rare labels weigh as much as frequent ones."""


def fit(lessons: Sequence[Lesson], *, recipe: Recipe) -> Model:
    """Learn. Raises ValueError where there are fewer than two labels, or no piece stands in texts enough."""
    labels = sorted({one.label for one in lessons})
    if len(labels) < 2:
        raise ValueError("nothing to tell apart")
    counting = CountVectorizer(analyzer=pieces, min_df=recipe.least, max_features=recipe.most, dtype=np.float32)
    counts = counting.fit_transform([one.text for one in lessons])
    weighing = TfidfTransformer(sublinear_tf=True).fit(counts)
    told = np.array([labels.index(one.label) for one in lessons])
    machine = LinearSVC(C=recipe.firmness, class_weight="balanced" if recipe.balanced else None, random_state=0)
    machine.fit(weighing.transform(counts), told)
    weights, bias = _for_each(machine.coef_, machine.intercept_)
    return Model(
        labels=tuple(labels),
        places={piece: int(at) for piece, at in counting.vocabulary_.items()},
        rarity=weighing.idf_.astype(np.float32),
        weights=np.ascontiguousarray(weights.T, dtype=np.float32),
        bias=bias.astype(np.float32),
        counts=tuple(np.bincount(told, minlength=len(labels)).tolist()),
    )


def sharpness(scores: Sequence[Numbers], told: Sequence[int]) -> float:
    """By which the likelihoods of texts that were held back surprise least, were one more of them of another label:
    that few of them were all told right proves no certainty."""
    stacked, rows = np.stack(list(scores)), np.arange(len(told))
    wrong = 1 / (len(told) + 1)

    def surprise(sharp: float) -> float:
        found = np.log(np.maximum(likelihoods(stacked, sharpness=sharp), 1e-9))
        right = found[rows, list(told)]
        others = (found.sum(axis=1) - right) / max(1, found.shape[1] - 1)
        return float(-((1 - wrong) * right + wrong * others).mean())

    return min(SHARPNESSES, key=surprise)


def _for_each(weights: Numbers, bias: Numbers) -> tuple[Numbers, Numbers]:
    """Of two labels the machine keeps one row, for the second: the first is its opposite."""
    if len(bias) > 1:
        return weights, bias
    return np.concatenate([-weights, weights]), np.concatenate([-bias, bias])
