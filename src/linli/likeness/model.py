"""What was learnt, as plain numbers: says of a text which categories are likely, in less than a millisecond."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from linli.likeness.pieces import pieces

Numbers = NDArray[np.floating[Any]]


class Guess(NamedTuple):
    """A label and how likely it is, from 0 to 1; all labels together make 1."""

    label: str
    share: float


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

    def guesses(self, text: str, *, most: int = 3) -> list[Guess]:
        """The likeliest labels of a cleaned text, the likeliest first; nothing of a text in which no piece is known."""
        scores = self.scores(text)
        if scores is None:
            return []
        shares = likelihoods(scores, sharpness=self.sharpness)
        return [Guess(self.labels[at], float(shares[at])) for at in np.argsort(-shares, kind="stable")[:most]]

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
