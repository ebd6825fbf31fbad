"""The keyboard for words: its keys, the words it offers for Pinyin, and how both stand in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from viewmodels.lists import QStringList, QVariantList

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

UPRIGHT, BROAD = 7, 10
"""Columns of keys in portrait and in landscape."""
SHEET_LINES = {UPRIGHT: 4, BROAD: 3}
"""Lines of words that stand where the letters stood."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
UMLAUT, TYPED_FOR_UMLAUT = "ü", "v"
DOT = "·"
DIGITS = "1234567890"
SIGNS = "·-.'(),/:#&@、，。（）"


class Page(StrEnum):
    """What the keys type."""

    PINYIN = "pinyin"
    LATIN = "latin"
    SIGNS = "signs"


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


class Word(NamedTuple):
    """A word to choose: its place among those offered, and how many columns it takes."""

    place: int
    text: str
    columns: int


@dataclass(frozen=True, slots=True)
class State:
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


@QmlElement
class KeyboardViewModel(QObject):
    changed = Signal()
    laid = Signal()
    """Never: the keyboard's own words stay what they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State()

    @Slot(bool, bool)
    def begin(self, latin: bool, landscape: bool) -> None:
        """Another field is typed into: nothing of what the keyboard was for the last one is left."""
        page = Page.LATIN if latin else Page.PINYIN
        self._become(State(latin, BROAD if landscape else UPRIGHT, page, page, upper=latin))

    @Slot(str, QStringList)
    def compose(self, letters: str, words: list[str]) -> None:
        """What has been typed of a word, and the words that it may be; nothing once one has been chosen."""
        # What was typed itself is offered where it is no Pinyin: that is no word.
        offered = tuple(word for word in words if not word.isascii()) if letters else ()
        sheet = self.state.sheet if letters == self.state.letters else 0
        self._become(replace(self.state, letters=letters, words=offered, sheet=sheet))

    @Slot(str)
    def press(self, name: str) -> None:
        """A key that types nothing."""
        state = self.state
        match name:
            case "shift":
                self._become(replace(state, upper=not state.upper))
            case "language":
                latin = state.page is Page.PINYIN
                page = Page.LATIN if latin else Page.PINYIN
                self._become(replace(state, page=page, back=page, upper=latin))
            case "signs":
                self._become(replace(state, page=state.back if state.page is Page.SIGNS else Page.SIGNS))
            case "more":
                self._become(replace(state, sheet=0 if state.sheet else 1))
            case "earlier":
                self._become(replace(state, sheet=max(1, state.sheet - 1)))
            case "later":
                self._become(replace(state, sheet=min(len(self._sheets()), state.sheet + 1)))

    @Property(bool, notify=changed)
    def pinyin(self) -> bool:
        """Whether letters make words; all else is typed as it stands on the key."""
        return self.state.page is Page.PINYIN

    @Property(bool, notify=changed)
    def composing(self) -> bool:
        return self.state.letters != ""

    @Property(bool, notify=changed)
    def wide(self) -> bool:
        """Whether a sheet of words stands where the letters stood."""
        return self.state.sheet > 0

    @Property(int, notify=changed)
    def columns(self) -> int:
        return self.state.columns

    @Property(QVariantList, notify=changed)
    def keys(self) -> list[dict[str, object]]:
        """The keys above the last line, as `Key`."""
        return [key._asdict() for key in self._keys()]

    @Property(QVariantList, notify=changed)
    def foot(self) -> list[dict[str, object]]:
        """The last line of keys, as `Key`."""
        return [key._asdict() for key in self._foot()]

    @Property(QVariantList, notify=changed)
    def digits(self) -> list[dict[str, object]]:
        """The line where words stand otherwise: figures beside Latin letters."""
        shown = self.state.page is Page.LATIN
        return [Key(digit, digit, digit)._asdict() for digit in DIGITS] if shown else []

    @Property(QVariantList, notify=changed)
    def row(self) -> list[dict[str, object]]:
        """The first words, as `Word`."""
        return [word._asdict() for word in self._row()]

    @Property(QVariantList, notify=changed)
    def sheet(self) -> list[dict[str, object]]:
        """The words of the sheet that is shown, as `Word`."""
        return [word._asdict() for word in self._sheets()[self.state.sheet - 1]] if self.state.sheet else []

    @Property(str, notify=changed)
    def moreText(self) -> str:
        """On the key at the end of the first words: what it does; empty if there are no more words."""
        if self.state.sheet:
            return "收起"
        return "更多" if len(self._row()) < len(self.state.words) else ""

    @Property(str, notify=changed)
    def spelt(self) -> str:
        """Before the letters that are being composed."""
        return "拼音" if self.state.letters else ""

    @Property(str, notify=changed)
    def letters(self) -> str:
        return self.state.letters.replace(TYPED_FOR_UMLAUT, UMLAUT)

    @Property(str, notify=changed)
    def sheetText(self) -> str:
        return f"第 {self.state.sheet} 页 共 {len(self._sheets())} 页" if self.state.sheet else ""

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do about the letters that are being composed."""
        if not self.state.letters:
            return ""
        if not self.state.words:
            return "没有这个拼音，请按“删除”"
        if self.state.sheet:
            return "请选字"
        return "请在上面一行选字" if self.state.columns == UPRIGHT else "请在下面一行选字"

    @Property(str, notify=changed)
    def waiting(self) -> str:
        """Where the words will stand."""
        return "请按拼音，字会出现在这里" if self.state.page is Page.PINYIN and not self.state.letters else ""

    def _keys(self) -> Iterator[Key]:
        last = 2 if self.state.columns == BROAD else 1
        idle = not self.state.letters
        match self.state.page:
            case Page.PINYIN:
                yield from (Key(c, c, c) for c in ALPHABET if c != TYPED_FOR_UMLAUT)
                yield Key(UMLAUT, UMLAUT, TYPED_FOR_UMLAUT)
                yield Key("dot", DOT, DOT, last, caption="间隔点", enabled=idle)
            case Page.LATIN:
                shown = ALPHABET.upper() if self.state.upper else ALPHABET
                yield from (Key(name, c, c) for name, c in zip(ALPHABET, shown, strict=True))
                yield Key("shift", "大写", columns=last, icon="capital", lit=self.state.upper)
            case Page.SIGNS:
                yield from (Key(c, c, c) for c in (*DIGITS, *SIGNS))
                last += BROAD * 3 - len(DIGITS) - len(SIGNS) - 2 if last > 1 else 0
        yield Key("delete", "删除", columns=last, icon="erase")

    def _foot(self) -> Iterator[Key]:
        unit = 2 if self.state.columns == BROAD else 1
        if self.state.sheet:
            sheets = len(self._sheets())
            yield Key("earlier", "上一页", columns=2 * unit, icon="back", enabled=self.state.sheet > 1)
            yield Key("later", "下一页", columns=2 * unit, icon="forward", enabled=self.state.sheet < sheets)
            yield Key("delete", "删除", columns=self.state.columns - 4 * unit, icon="erase")
            return
        idle = not self.state.letters
        latin = self.state.page is Page.LATIN
        signs = self.state.page is Page.SIGNS
        space = self.state.columns - 5 * unit if unit == 1 else 2
        yield Key("signs", "字母" if signs else "符号", columns=unit, enabled=idle)
        if self.state.latin:
            space += unit
        else:
            yield Key("language", "中文" if latin else "英文", columns=unit, enabled=idle and not signs)
        yield Key("space", "空格" if idle else "选第一个", columns=space, enabled=idle or bool(self.state.words))
        yield Key("clear", "清空", columns=unit)
        yield Key("done", "完成", columns=2, icon="tick", lit=True)

    def _row(self) -> list[Word]:
        """What fits into one line; the last column is kept for more."""
        words = self.state.words
        whole = list(islice(_lines(words, 0, self.state.columns), 1))
        if whole and len(whole[0]) == len(words):
            return whole[0]
        return next(_lines(words, 0, self.state.columns - 1), [])

    def _sheets(self) -> list[list[Word]]:
        """The words after the first, a sheet each."""
        lines = list(_lines(self.state.words, len(self._row()), self.state.columns))
        tall = SHEET_LINES[self.state.columns]
        return [[word for line in lines[at : at + tall] for word in line] for at in range(0, len(lines), tall)]

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


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
