"""What was learnt, as plain numbers: says of a text which categories are likely, in less than a millisecond."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from linli.likeness.pieces import pieces

Numbers = NDArray[np.floating[Any]]


NONE = ""
"""The label of what is of a category with too few texts: learnt, so that it is known for none of the others, and never
guessed."""


class Guess(NamedTuple):
    """A label and how likely it is, from 0 to 1, and of how many texts it was learnt, 0 where that was not kept; all
    labels together, and none of them, make 1."""

    label: str
    share: float
    of: int = 0


@dataclass(frozen=True, eq=False)
class Model:
    """A row of weights for each piece that was met often enough, a column for each label."""

    labels: tuple[str, ...]
    places: Mapping[str, int]
    """Piece -> its row."""
    rarity: Numbers
    weights: Numbers
    bias: Numbers
    sharpness: float = 1.0
    """How much a lead in scores is worth as likelihood, found on texts that were held back."""
    counts: tuple[int, ...] = ()
    """Of how many texts each label was learnt; older versions do not say."""

    def guesses(self, text: str, *, most: int = 3) -> list[Guess]:
        """The likeliest labels of a cleaned text, the likeliest first; nothing of a text in which no piece is known."""
        scores = self.scores(text)
        if scores is None:
            return []
        shares = likelihoods(scores, sharpness=self.sharpness)
        ranked = [at for at in np.argsort(-shares, kind="stable") if self.labels[at] != NONE]
        return [
            Guess(self.labels[at], float(shares[at]), self.counts[at] if self.counts else 0) for at in ranked[:most]
        ]

    def known(self, text: str) -> float:
        """What part of its stretches of more than one character were met often enough: single ones are everywhere."""
        told = {piece for piece in pieces(text) if len(piece) > 1 and " " not in piece}
        return len(told & self.places.keys()) / max(1, len(told))

    def scores(self, text: str) -> Numbers | None:
        counts = Counter(pieces(text))
        known = [(at, often) for piece, often in counts.items() if (at := self.places.get(piece)) is not None]
        if not known:
            return None
        rows, often = (np.array(column) for column in zip(*known, strict=True))
        told = (1 + np.log(often)) * self.rarity[rows]
        found: Numbers = (told / np.linalg.norm(told)) @ self.weights[rows].astype(np.float32) + self.bias
        return found


def likelihoods(scores: Numbers, *, sharpness: float) -> Numbers:
    """Scores as shares that make 1, along the last side."""
    raised = np.exp(sharpness * (scores - scores.max(axis=-1, keepdims=True)))
    shares: Numbers = raised / raised.sum(axis=-1, keepdims=True)
    return shares
