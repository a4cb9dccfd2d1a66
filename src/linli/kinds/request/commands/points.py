"""A point on the map as it is told and as it is written down."""

from linli.matters.command import Scene


def point_told(scene: Scene) -> tuple[str, str] | None:
    """Longitude and latitude with six places, about the width of a hand; None where none was told."""
    told = scene.told.get("point")
    return (f"{float(told[0]):.6f}", f"{float(told[1]):.6f}") if told else None
