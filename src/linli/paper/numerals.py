"""Chinese figures: numbers in words, ordinals of headings, dates, and how wide a text is in characters."""

import unicodedata
from datetime import date

DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")
LARGEST = 9999


def chinese(number: int) -> str:
    """1 to 9999 in words: 十二, 二十, 一百零五."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"{number} cannot be told in words here; 1 to {LARGEST} can.")
    figures = f"{number:d}"
    told = "".join(
        DIGITS[int(figure)] + (place if figure != "0" else "")
        for figure, place in zip(figures, reversed(PLACES[: len(figures)]), strict=True)
    )
    told = told.replace("零零", "零").replace("零零", "零").rstrip("零")
    return told[1:] if told.startswith("一十") else told


def ordinal(number: int, *, level: int) -> str:
    """What stands before a heading: 一、 then （一） then 1. then （1）."""
    if level <= 2:
        return f"{chinese(number)}、" if level == 1 else f"（{chinese(number)}）"
    return f"{number}." if level == 3 else f"（{number}）"


def day(on: date) -> str:
    """A date in Arabic figures, no noughts before them."""
    return f"{on.year}年{on.month}月{on.day}日"


def width(text: str) -> float:
    """Columns of the grid a text takes: Chinese characters one each, Latin ones half."""
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in text)
