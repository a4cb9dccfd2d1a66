"""A model as bytes and back: arrays and words alone, nothing that could be run when it is read."""

import io

import numpy as np
from numpy.typing import NDArray

from linli.likeness.model import Model

BETWEEN = "\x00"


def packed(model: Model) -> bytes:
    into = io.BytesIO()
    np.savez_compressed(
        into,
        labels=_written(model.labels),
        pieces=_written(sorted(model.places, key=model.places.__getitem__)),
        rarity=model.rarity.astype(np.float32),
        weights=model.weights.astype(np.float16),
        bias=model.bias.astype(np.float32),
        sharpness=np.array([model.sharpness]),
        counts=np.array(model.counts, dtype=np.int64),
    )
    return into.getvalue()


def unpacked(data: bytes) -> Model:
    """Raises ValueError when it is no model: whatever is not a plain array is refused."""
    with np.load(io.BytesIO(data), allow_pickle=False) as told:
        return Model(
            labels=_read(told["labels"]),
            places={piece: at for at, piece in enumerate(_read(told["pieces"]))},
            rarity=told["rarity"],
            weights=told["weights"],
            bias=told["bias"],
            sharpness=float(told["sharpness"][0]),
            counts=tuple(told["counts"].tolist()) if "counts" in told else (),
        )


def _written(words: tuple[str, ...] | list[str]) -> NDArray[np.uint8]:
    return np.frombuffer(BETWEEN.join(words).encode("utf-8"), dtype=np.uint8)


def _read(told: NDArray[np.uint8]) -> tuple[str, ...]:
    return tuple(told.tobytes().decode("utf-8").split(BETWEEN))
