"""字号、对比度: how large, in which colours and how low a visitor wants the screens, and in which language."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.page_words import PageWords
from viewmodels.shell.speech import SpeechViewModel
from viewmodels.typed import Property
from viewmodels.words.language import CHINESE, Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ENGLISH = "en"


class Size(StrEnum):
    STANDARD = "standard"
    LARGE = "large"
    LARGER = "larger"
    LARGEST = "largest"


class Contrast(StrEnum):
    NORMAL = "normal"
    HIGH = "high"
    DARK = "dark"


SCALES = {Size.STANDARD: 1.0, Size.LARGE: 1.15, Size.LARGER: 1.3, Size.LARGEST: 1.5}
"""What type and heights of controls are multiplied by."""
SIZES = {Size.STANDARD: Text("标准"), Size.LARGE: Text("大"), Size.LARGER: Text("更大"), Size.LARGEST: Text("最大")}
CONTRASTS = {
    Contrast.NORMAL: (Text("标准"), Text("浅底深字")),
    Contrast.HIGH: (Text("高对比"), Text("白底黑字")),
    Contrast.DARK: (Text("深色"), Text("深底浅字")),
}
LANGUAGES = {CHINESE: Verbatim("中文"), ENGLISH: Verbatim("English")}
"""Each as who reads it writes it."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A size to choose, with what it multiplies type by."""

    id: str
    title: Text
    scale: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class Access:
    """`low`: what one goes back by stands at the foot."""

    size: Size = Size.STANDARD
    contrast: Contrast = Contrast.NORMAL
    low: bool = False


@QmlElement
class AccessViewModel(PageWords, Stateful[Access]):
    """Chosen at any moment, and as it was before once the visitor has gone. Nothing of it is kept."""

    changed = Signal()

    def __init__(self, language: Language, speech: SpeechViewModel, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._speech = speech
        self._spoken = language.tag
        self.state = self._usual = Access()

    def open(self, high: bool) -> None:
        """The panel is known. Where it is `high`, low reach is how it usually is; a visitor may still choose."""
        before, self._usual = self._usual, Access(low=high)
        if self.state == before:
            self._become(self._usual)

    @Slot()
    def forget(self) -> None:
        """The visitor has gone, or who chose at Home and went away."""
        self._become(self._usual)
        self._speech.forget()
        self.language.choose(self._spoken)

    @Property(float, notify=changed)
    def scale(self) -> float:
        return SCALES[self.state.size]

    @Property(str, notify=changed)
    def contrast(self) -> str:
        return self.state.contrast

    @Property(bool, notify=changed)
    def low(self) -> bool:
        return self.state.low

    @Property(str, notify=changed)
    @said
    def openText(self) -> Text:
        return Text("字号")

    @Property(str, notify=changed)
    def otherLanguage(self) -> str:
        """On the strip: the language that is not spoken now, as it calls itself."""
        return str(LANGUAGES[self._other])

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return Text("字号、对比度、朗读")

    @Property(str, notify=changed)
    @said
    def promise(self) -> Text:
        return Text("点一下马上就变，填好的内容不会丢")

    @Property(str, notify=changed)
    @said
    def sizesHeading(self) -> Text:
        return Text("字号")

    @Property(str, notify=changed)
    @said
    def sample(self) -> Text:
        """The word that shows each size and contrast."""
        return Text("缴费")

    @Property(QVariantList, notify=changed)
    @said_rows
    def sizes(self) -> Iterable[object]:
        """`[{id, title, scale, chosen}]`, from the smallest."""
        return (Sample(size, name, SCALES[size], size is self.state.size) for size, name in SIZES.items())

    @Property(str, notify=changed)
    @said
    def contrastsHeading(self) -> Text:
        return Text("对比度")

    @Property(QVariantList, notify=changed)
    @said_rows
    def contrasts(self) -> Iterable[object]:
        """`[{id, title, caption, chosen}]`."""
        chosen = self.state.contrast
        return (Row(one, name, what, chosen=one is chosen) for one, (name, what) in CONTRASTS.items())

    @Property(str, notify=changed)
    @said
    def lowTitle(self) -> Text:
        return Text("低位操作")

    @Property(str, notify=changed)
    @said
    def lowCaption(self) -> Text:
        return Text("返回、首页移到下方")

    @Property(QVariantList, notify=changed)
    @said_rows
    def reaches(self) -> Iterable[object]:
        """`[{id, title, chosen}]`: off and on."""
        low = self.state.low
        return Row("off", Text("关"), NOTHING, chosen=not low), Row("on", Text("开"), NOTHING, chosen=low)

    @Property(str, notify=changed)
    @said
    def languageTitle(self) -> Text:
        return Verbatim("语言 Language")

    @Property(str, notify=changed)
    @said
    def languageCaption(self) -> Text:
        return Text("证明和凭条还是中文")

    @Property(QVariantList, notify=changed)
    @said_rows
    def languages(self) -> Iterable[object]:
        """`[{id, title, chosen}]`."""
        return (Row(tag, name, NOTHING, chosen=tag == self.language.tag) for tag, name in LANGUAGES.items())

    @Property(str, notify=changed)
    @said
    def standardText(self) -> Text:
        return Text("恢复标准")

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return Text("完成")

    @Slot(str)
    def chooseSize(self, size: str) -> None:
        self._become(replace(self.state, size=Size(size)))

    @Slot(str)
    def chooseContrast(self, contrast: str) -> None:
        self._become(replace(self.state, contrast=Contrast(contrast)))

    @Slot(str)
    def reach(self, low: str) -> None:
        """`on` or `off`, one of `reaches`."""
        self._become(replace(self.state, low=low == "on"))

    @Slot(str)
    def speak(self, language: str) -> None:
        """One of `languages`."""
        self.language.choose(language)

    @Slot()
    def speakOther(self) -> None:
        self.speak(self._other)

    @Slot()
    def standard(self) -> None:
        """恢复标准: all as it is for everybody."""
        self.forget()

    @property
    def _other(self) -> str:
        return CHINESE if self.language.tag == ENGLISH else ENGLISH
