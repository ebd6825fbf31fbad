"""语速、音量: how fast and how loud screens are read aloud."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.speech.voice import FASTEST, LOUDEST, SLOWEST, SOFTEST, Pace
from domain.words import Text
from viewmodels.model import Model, Stateful
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

RATES = {
    75: Text("较慢"),
    100: Text("标准"),
    125: Text("稍快"),
    150: Text("较快"),
    175: Text("很快"),
    200: Text("最快"),
}


@QmlElement
class PaceViewModel(Model, Stateful[Pace]):
    """As usual for each visitor. `announced`: what has to be heard at once."""

    changed = Signal()
    announced = Signal(str)

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Pace()

    @property
    def usual(self) -> bool:
        """Whether nothing was chosen."""
        return self.state == Pace()

    def forget(self) -> None:
        """The visitor has gone."""
        self._become(Pace())

    @Property(str, notify=changed)
    @said
    def rateTitle(self) -> Text:
        return Text("语速")

    @Property(str, notify=changed)
    @said
    def rateText(self) -> Text:
        return RATES[self.state.rate]

    @Property(bool, notify=changed)
    def canSlower(self) -> bool:
        return self.state.rate > SLOWEST

    @Property(bool, notify=changed)
    def canFaster(self) -> bool:
        return self.state.rate < FASTEST

    @Property(str, notify=changed)
    @said
    def slowerText(self) -> Text:
        return Text("慢一点")

    @Property(str, notify=changed)
    @said
    def fasterText(self) -> Text:
        return Text("快一点")

    @Property(str, notify=changed)
    @said
    def volumeTitle(self) -> Text:
        return Text("音量")

    @Property(str, notify=changed)
    def volumeText(self) -> str:
        return str(self.state.volume)

    @Property(bool, notify=changed)
    def canSofter(self) -> bool:
        return self.state.volume > SOFTEST

    @Property(bool, notify=changed)
    def canLouder(self) -> bool:
        return self.state.volume < LOUDEST

    @Property(str, notify=changed)
    @said
    def softerText(self) -> Text:
        return Text("轻一点")

    @Property(str, notify=changed)
    @said
    def louderText(self) -> Text:
        return Text("响一点")

    @Slot(int)
    def faster(self, steps: int) -> None:
        """Fewer than none is slower."""
        self._become(self.state.faster(steps))
        self.announced.emit(self.language.say(Text("语速 {rate}", rate=RATES[self.state.rate])))

    @Slot(int)
    def louder(self, steps: int) -> None:
        """Fewer than none is softer."""
        self._become(self.state.louder(steps))
        self.announced.emit(self.language.say(Text("音量 {volume}", volume=self.state.volume)))
