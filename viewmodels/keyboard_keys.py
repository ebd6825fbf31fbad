"""The keyboard's keys: which there are, what each types, and how wide it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from domain.words import Text
from viewmodels.keyboard_words import BROAD, UPRIGHT, Word, first_line, sheets

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
UMLAUT, TYPED_FOR_UMLAUT = "ü", "v"
DOT = "·"
DIGITS = "1234567890"
SIGNS = "·-.'(),/:#&@、，。（）"


class Page(Enum):
    """What the keys type."""

    PINYIN = auto()
    LATIN = auto()
    SIGNS = auto()


class Key(NamedTuple):
    """`text` is shown, `types` is typed; a key that types nothing does what its `name` says. `columns` wide."""

    name: str
    text: str
    types: str = ""
    columns: int = 1
    icon: str = ""
    caption: str = ""
    enabled: bool = True
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Keyboard:
    """`latin`: the field takes Latin letters only. `letters` are what is being composed, `words` what can be chosen.

    `columns` is UPRIGHT or BROAD. `sheet` counts the sheets of words from 1; 0 while the letters are shown. `back` is
    the page that the signs go back to.
    """

    latin: bool = False
    columns: int = UPRIGHT
    page: Page = Page.PINYIN
    back: Page = Page.PINYIN
    upper: bool = False
    letters: str = ""
    words: tuple[str, ...] = ()
    sheet: int = 0

    @property
    def line(self) -> list[Word]:
        """The first words."""
        return first_line(self.words, self.columns)

    @property
    def sheets(self) -> list[list[Word]]:
        """The words after them."""
        return sheets(self.words, self.columns)


def keys(state: Keyboard) -> Iterator[Key]:
    """The keys above the last line."""
    last = 2 if state.columns == BROAD else 1
    idle = not state.letters
    match state.page:
        case Page.PINYIN:
            yield from (Key(c, c, c) for c in ALPHABET if c != TYPED_FOR_UMLAUT)
            yield Key(UMLAUT, UMLAUT, TYPED_FOR_UMLAUT)
            yield Key("dot", DOT, DOT, last, caption=Text("间隔点"), enabled=idle)
        case Page.LATIN:
            shown = ALPHABET.upper() if state.upper else ALPHABET
            yield from (Key(name, c, c) for name, c in zip(ALPHABET, shown, strict=True))
            yield Key("shift", Text("大写"), columns=last, icon="capital", lit=state.upper)
        case Page.SIGNS:
            yield from (Key(c, c, c) for c in (*DIGITS, *SIGNS))
            last += BROAD * 3 - len(DIGITS) - len(SIGNS) - 2 if last > 1 else 0
    yield Key("delete", Text("删除"), columns=last, icon="erase")


def foot(state: Keyboard) -> Iterator[Key]:
    """The last line of keys."""
    unit = 2 if state.columns == BROAD else 1
    if state.sheet:
        sheets = len(state.sheets)
        yield Key("earlier", Text("上一页"), columns=2 * unit, icon="back", enabled=state.sheet > 1)
        yield Key("later", Text("下一页"), columns=2 * unit, icon="forward", enabled=state.sheet < sheets)
        yield Key("delete", Text("删除"), columns=state.columns - 4 * unit, icon="erase")
        return
    idle = not state.letters
    latin = state.page is Page.LATIN
    signs = state.page is Page.SIGNS
    space = state.columns - 5 * unit if unit == 1 else 2
    yield Key("signs", Text("字母") if signs else Text("符号"), columns=unit, enabled=idle)
    if state.latin:
        space += unit
    else:
        yield Key("language", Text("中文") if latin else Text("英文"), columns=unit, enabled=idle and not signs)
    yield Key("space", Text("空格") if idle else Text("选第一个"), columns=space, enabled=idle or bool(state.words))
    yield Key("clear", Text("清空"), columns=unit)
    yield Key("done", Text("完成"), columns=2, icon="tick", lit=True)


def digits(state: Keyboard) -> Iterator[Key]:
    """The line where words stand otherwise: figures beside Latin letters."""
    return (Key(digit, digit, digit) for digit in DIGITS if state.page is Page.LATIN)
