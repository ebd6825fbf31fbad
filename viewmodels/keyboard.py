"""The keyboard for words: its keys, the words it offers for Pinyin, and how both stand in columns."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels import keyboard_keys
from viewmodels.keyboard_keys import TYPED_FOR_UMLAUT, UMLAUT, Key, Keyboard, Page
from viewmodels.keyboard_words import BROAD, UPRIGHT
from viewmodels.lists import QStringList, QVariantList
from viewmodels.model import Model, Stateful
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KeyboardViewModel(Model, Stateful[Keyboard]):
    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Keyboard()

    @Slot(bool, bool)
    def begin(self, latin: bool, landscape: bool) -> None:
        """Another field is typed into: nothing of what the keyboard was for the last one is left."""
        page = Page.LATIN if latin else Page.PINYIN
        self._become(Keyboard(latin, BROAD if landscape else UPRIGHT, page, page, upper=latin))

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
                self._become(replace(state, sheet=min(len(self.state.sheets), state.sheet + 1)))

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
        return self._told(keyboard_keys.keys(self.state))

    @Property(QVariantList, notify=changed)
    def foot(self) -> list[dict[str, object]]:
        """The last line of keys, as `Key`."""
        return self._told(keyboard_keys.foot(self.state))

    @Property(QVariantList, notify=changed)
    def digits(self) -> list[dict[str, object]]:
        """The line where words stand otherwise: figures beside Latin letters."""
        return self._told(keyboard_keys.digits(self.state))

    @Property(QVariantList, notify=changed)
    def row(self) -> list[dict[str, object]]:
        """The first words, as `Word`."""
        return [word._asdict() for word in self.state.line]

    @Property(QVariantList, notify=changed)
    def sheet(self) -> list[dict[str, object]]:
        """The words of the sheet that is shown, as `Word`."""
        return [word._asdict() for word in self.state.sheets[self.state.sheet - 1]] if self.state.sheet else []

    @Property(str, notify=changed)
    @said
    def moreText(self) -> Text:
        """On the key at the end of the first words: what it does; empty if there are no more words."""
        if self.state.sheet:
            return Text("收起")
        return Text("更多") if len(self.state.line) < len(self.state.words) else NOTHING

    @Property(str, notify=changed)
    @said
    def spelt(self) -> Text:
        """Before the letters that are being composed."""
        return Text("拼音") if self.state.letters else NOTHING

    @Property(str, notify=changed)
    def letters(self) -> str:
        return self.state.letters.replace(TYPED_FOR_UMLAUT, UMLAUT)

    @Property(str, notify=changed)
    @said
    def sheetText(self) -> Text:
        if not self.state.sheet:
            return NOTHING
        return Text("第 {page} 页 共 {pages} 页", page=self.state.sheet, pages=len(self.state.sheets))

    @Property(str, notify=changed)
    @said
    def hint(self) -> Text:
        """What to do about the letters that are being composed."""
        if not self.state.letters:
            return NOTHING
        if not self.state.words:
            return Text("没有这个拼音，请按“删除”")
        if self.state.sheet:
            return Text("请选字")
        return Text("请在上面一行选字") if self.state.columns == UPRIGHT else Text("请在下面一行选字")

    @Property(str, notify=changed)
    @said
    def waiting(self) -> Text:
        """Where the words will stand."""
        asks = self.state.page is Page.PINYIN and not self.state.letters
        return Text("请按拼音，字会出现在这里") if asks else NOTHING

    def _told(self, keys: Iterable[Key]) -> list[dict[str, object]]:
        return [{name: self.language.plain(value) for name, value in key._asdict().items()} for key in keys]
