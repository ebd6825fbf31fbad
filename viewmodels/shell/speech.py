"""朗读: whether screens are read aloud, and whether what is somebody's may be heard by them alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Model, Stateful
from viewmodels.shell.pace import PaceViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

if TYPE_CHECKING:  # Home is there before any of it
    from viewmodels.shell.hall import Hall

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOKS_MS, STILL_MS = 250, 100
"""How often it is asked whether there is an earphone; and while one is plugged in, whether it still is: pulled out,
all is silent at once.
"""
LISTENING = 3
"""So many times as long a screen may be left alone while it is read aloud."""


@dataclass(frozen=True, slots=True)
class Speech:
    """`worn`: an earphone is, by the jack's word or by the visitor's. `asks`: it was pulled out, and what now?

    `curtain`: the picture is hidden.
    """

    on: bool = False
    worn: bool = False
    asks: bool = False
    curtain: bool = False


@QmlElement
class SpeechViewModel(Model, Stateful[Speech]):
    """Chosen at any moment, and gone with the visitor."""

    changed = Signal()
    asked_again = Signal()

    def __init__(self, language: Language, hall: "Hall", pace: PaceViewModel, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._hall = hall
        self.pace = pace
        self._plugged = False
        self.state = Speech()
        self._eyes = QTimer(self, interval=LOOKS_MS)
        self._eyes.timeout.connect(self.look)

    def open(self) -> None:
        """What stands behind the screens is there, and perhaps a jack."""
        if self._hall.earphone.detects:
            self._eyes.start()

    @property
    def private(self) -> bool:
        """Whether what is said now is heard by the visitor alone."""
        return self.state.on and self.state.worn

    @Slot()
    def look(self) -> None:
        """An earphone that is plugged in has the screens read; pulled out, all is silent at once, and asked."""
        earphone = self._hall.earphone
        if not earphone.detects:
            return
        plugged, before = earphone.plugged, self._plugged
        if plugged is before:
            return
        self._plugged = plugged
        self._eyes.setInterval(STILL_MS if plugged else LOOKS_MS)
        if plugged:
            self._become(replace(self.state, on=True, worn=True, asks=False))
        else:
            asks = self.state.on
            self._become(replace(self.state, on=False, worn=False, asks=asks))

    @Slot()
    def forget(self) -> None:
        """The visitor has gone; an earphone that is still there has to be plugged in anew."""
        self._become(Speech())
        self.pace.forget()

    @property
    def times(self) -> int:
        """How many times as long anything may take."""
        return LISTENING if self.state.on else 1

    @property
    def usual(self) -> bool:
        """Whether nothing was chosen."""
        return self.state == Speech() and self.pace.usual

    @Property(bool, notify=changed)
    def on(self) -> bool:
        return self.state.on

    @Property(bool, notify=changed)
    def asks(self) -> bool:
        return self.state.asks

    @Property(bool, notify=changed)
    def curtain(self) -> bool:
        return self.state.curtain

    @Property(bool, notify=changed)
    def mayHide(self) -> bool:
        """Whether who hears it can do without the picture, and goes on behind the curtain."""
        return self.private

    @Property(bool, notify=changed)
    def tells(self) -> bool:
        """Whether visitors have to say that they wear an earphone, because nobody can see it."""
        return not self._hall.earphone.detects

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return Text("朗读")

    @Property(str, notify=changed)
    @said
    def caption(self) -> Text:
        if self.state.worn:
            return Text("已插耳机，也读姓名")
        if self._hall.silent:
            return Text("喇叭没有声音，请插耳机")
        return Text("插耳机才读姓名号码")

    @Property(QVariantList, notify=changed)
    @said_rows
    def options(self) -> Iterable[object]:
        """`[{id, title, chosen}]`: off and on."""
        on = self.state.on
        return Row("mute", Text("关"), NOTHING, chosen=not on), Row("aloud", Text("开"), NOTHING, chosen=on)

    @Property(str, notify=changed)
    @said
    def wornTitle(self) -> Text:
        return Text("我戴着耳机")

    @Property(str, notify=changed)
    @said
    def wornCaption(self) -> Text:
        return Text("戴好再点开，姓名号码也会读")

    @Property(QVariantList, notify=changed)
    @said_rows
    def wearing(self) -> Iterable[object]:
        """`[{id, title, chosen}]`: whether the visitor says that they wear an earphone."""
        worn = self.state.worn
        return Row("open", Text("没有"), NOTHING, chosen=not worn), Row("worn", Text("戴着"), NOTHING, chosen=worn)

    @Property(str, notify=changed)
    @said
    def hideTitle(self) -> Text:
        return Text("隐藏画面")

    @Property(str, notify=changed)
    @said
    def hideCaption(self) -> Text:
        return Text("旁边的人看不到")

    @Property(QVariantList, notify=changed)
    @said_rows
    def hiding(self) -> Iterable[object]:
        """`[{id, title, chosen}]`: whether the picture is hidden."""
        hidden = self.state.curtain
        return Row("shown", Text("关"), NOTHING, chosen=not hidden), Row("hidden", Text("开"), NOTHING, chosen=hidden)

    @Property(str, notify=changed)
    @said
    def pulledTitle(self) -> Text:
        return Text("耳机拔出来了")

    @Property(str, notify=changed)
    @said
    def pulledText(self) -> Text:
        return Text("朗读已经停了。插回耳机就接着读；用喇叭读时，姓名号码不读。")

    @Property(str, notify=changed)
    @said
    def silenceText(self) -> Text:
        return Text("不再朗读")

    @Property(str, notify=changed)
    @said
    def loudspeakerText(self) -> Text:
        return Text("用喇叭读")

    @Slot(str)
    def choose(self, option: str) -> None:
        """One of `options`."""
        if option == "aloud":
            worn = self._plugged or (self.tells and self.state.worn)
            self._become(replace(self.state, on=True, asks=False, worn=worn, curtain=self.state.curtain and worn))
        else:
            self._become(replace(self.state, on=False, asks=False, worn=False, curtain=False))

    @Slot(str)
    def wear(self, option: str) -> None:
        """One of `wearing`."""
        if self.tells:
            worn = option == "worn"
            self._become(replace(self.state, worn=worn, curtain=self.state.curtain and worn))

    @Slot(str)
    def hide(self, option: str) -> None:
        """One of `hiding`."""
        hidden = option == "hidden"
        if hidden != self.state.curtain:
            self._become(replace(self.state, curtain=hidden))
            self.pace.announced.emit(self.language.say(Text("画面已隐藏") if hidden else Text("画面已显示")))

    @Slot()
    def again(self) -> None:
        """All of the screen once more; whoever does not see begins so."""
        if self.state.on:
            self.asked_again.emit()
        else:
            self.choose("aloud")
