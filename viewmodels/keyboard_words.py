"""The words that the keyboard offers, as they stand in columns: the first in one line, the rest in sheets."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

UPRIGHT, BROAD = 7, 10
"""Columns of keys in portrait and in landscape."""
SHEET_LINES = {UPRIGHT: 4, BROAD: 3}
"""Lines of words that stand where the letters stood."""


class Word(NamedTuple):
    """A word to choose: its place among those offered, and how many columns it takes."""

    place: int
    text: str
    columns: int


def first_line(words: Sequence[str], columns: int) -> list[Word]:
    """What fits into one line; its last column is kept for more, if there are more."""
    whole = list(islice(_lines(words, 0, columns), 1))
    if whole and len(whole[0]) == len(words):
        return whole[0]
    return next(_lines(words, 0, columns - 1), [])


def sheets(words: Sequence[str], columns: int) -> list[list[Word]]:
    """The words after the first line, a sheet each."""
    lines = list(_lines(words, len(first_line(words, columns)), columns))
    tall = SHEET_LINES[columns]
    return [[word for line in lines[at : at + tall] for word in line] for at in range(0, len(lines), tall)]


def _lines(words: Sequence[str], first: int, columns: int) -> Iterator[list[Word]]:
    """The words from `first` on, in lines of so many columns. None is cut: what does not fit begins the next line."""
    line: list[Word] = []
    left = columns
    for index, text in enumerate(words[first:], first):
        wide = min(_columns(text), columns)
        if wide > left:
            yield line
            line, left = [], columns
        line.append(Word(index, text, wide))
        left -= wide
    if line:
        yield line


def _columns(word: str) -> int:
    return 1 if len(word) <= 2 else 2 if len(word) <= 4 else 3 if len(word) <= 7 else 4
