"""The map one taps: a window on the grid, drawn as a picture of fixed size so that a tap is a place on the ground."""

import base64
import html
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from linli.matters.pointing import point_of
from linli.place.chart import Chart, Piece

SIDE = 288
"""Pixels, the same on every screen: without scripts nobody tells how wide a picture was shown."""
CLOSER, FINEST = 3, 1.5e-5
"""How much nearer one tap comes, and the degrees a pixel at which it is near enough (a metre and a half)."""
CROWDED = 160
FILLS = ("#e7eef6", "#eef4e6", "#f7f0e2", "#f1e9f3", "#e5f2f0")


@dataclass(frozen=True)
class Window:
    """The middle of what is shown, and how often one came closer."""

    lon: float
    lat: float
    zoom: int
    chart: Chart

    @classmethod
    def whole(cls, chart: Chart) -> "Window":
        west, south, east, north = chart.bounds
        return cls((west + east) / 2, (south + north) / 2, 0, chart)

    @classmethod
    def read(cls, text: str, *, chart: Chart) -> "Window":
        """What `written` wrote; the whole grid for anything else."""
        place, _comma, zoom = text.rpartition(",")
        middle = point_of(place)
        fits = middle and zoom.isascii() and zoom.isdigit() and len(zoom) < 3
        return cls(middle[0], middle[1], int(zoom), chart) if middle and fits else cls.whole(chart)

    def written(self) -> str:
        return f"{self.lon:.6f},{self.lat:.6f},{self.zoom}"

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is here."""
        return max(math.cos(math.radians((self.chart.bounds[1] + self.chart.bounds[3]) / 2)), 0.01)

    @property
    def scale(self) -> float:
        """Degrees of latitude in a pixel."""
        west, south, east, north = self.chart.bounds
        widest = max((east - west) * self.squeeze, north - south, 1e-4)
        return max(float(widest / (SIDE * 0.94) / CLOSER**self.zoom), FINEST)

    def ground(self, x: int, y: int) -> tuple[float, float]:
        """The place on the ground under a pixel."""
        lon = self.lon + (x - SIDE / 2) * self.scale / self.squeeze
        return lon, self.lat - (y - SIDE / 2) * self.scale

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        x = SIDE / 2 + (lon - self.lon) * self.squeeze / self.scale
        return x, SIDE / 2 - (lat - self.lat) / self.scale

    def closer(self, lon: float, lat: float) -> "Window":
        nearest = self.scale <= FINEST
        return Window(lon, lat, self.zoom if nearest else self.zoom + 1, self.chart)

    def near(self) -> "Window":
        """As if one had come closer twice: for a place that is exact already."""
        return Window(self.lon, self.lat, max(self.zoom, 2), self.chart)

    def wider(self) -> "Window":
        return Window(self.lon, self.lat, self.zoom - 1, self.chart) if self.zoom > 1 else Window.whole(self.chart)


def drawn(window: Window, *, point: Sequence[float] | None, cell: str) -> str:
    """The window as an address that holds the whole picture: so no log learns where somebody looked."""
    (west, north), (east, south) = window.ground(0, 0), window.ground(SIDE, SIDE)
    cells, ground = window.chart.within(west, south, east, north), shapely.box(west, south, east, north)
    streets = [piece for piece in window.chart.streets if piece.shape.intersects(ground)]
    pieces = streets if len(cells) > CROWDED else cells
    names = list(_names(window, pieces, ground)) or list(_names(window, streets, ground))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}">',
        f'<rect width="{SIDE}" height="{SIDE}" fill="#f6f7f8"/>',
        *(_outline(window, piece, chosen=piece.code == cell, number=number) for number, piece in enumerate(pieces)),
        *(
            f'<path d="{_path(window, piece.shape)}" fill="none" stroke="#55647a" stroke-width="2"/>'
            for piece in streets
        ),
        *names,
        _mark(window, point) if point else "",
        "</svg>",
    ]
    return "data:image/svg+xml;base64," + base64.b64encode("".join(parts).encode()).decode()


def _outline(window: Window, piece: Piece, *, chosen: bool, number: int) -> str:
    fill = "#bcd3f0" if chosen else FILLS[number % len(FILLS)]
    return f'<path d="{_path(window, piece.shape)}" fill="{fill}" stroke="#7f8ea0" stroke-width="1"/>'


def _path(window: Window, shape: BaseGeometry) -> str:
    plain = shape.simplify(window.scale * 0.7)
    rings = [ring for part in getattr(plain, "geoms", [plain]) for ring in (part.exterior, *part.interiors)]
    return "".join(f"M{'L'.join(_pair(window, lon, lat) for lon, lat in ring.coords)}Z" for ring in rings)


def _pair(window: Window, lon: float, lat: float) -> str:
    x, y = window.pixel(lon, lat)
    return f"{x:.0f} {y:.0f}"


def _names(window: Window, pieces: Iterable[Piece], ground: BaseGeometry) -> Iterable[str]:
    """The names that have room in what is seen of their outline."""
    for piece in pieces:
        west, south, east, north = piece.shape.intersection(ground).bounds
        room = (east - west) * window.squeeze / window.scale
        wide = sum(12 if ord(sign) > 0x2E80 else 6.5 for sign in piece.label)
        if room < wide * 0.8 or (north - south) / window.scale < 14:
            continue
        x, y = window.pixel((west + east) / 2, (south + north) / 2)
        if wide / 2 < x < SIDE - wide / 2 and 8 < y < SIDE - 8:
            yield (
                f'<text x="{x:.0f}" y="{y + 4:.0f}" font-size="12" text-anchor="middle" fill="#2b3848" '
                f'font-family="sans-serif">{html.escape(piece.label)}</text>'
            )


def _mark(window: Window, point: Sequence[float]) -> str:
    x, y = window.pixel(point[0], point[1])
    return (
        f'<path d="M{x:.1f} {y:.1f}l-8 -16a9 9 0 1 1 16 0z" fill="#b3211b" stroke="#fff" stroke-width="1.5"/>'
        f'<circle cx="{x:.1f}" cy="{y - 19:.1f}" r="3" fill="#fff"/>'
    )
