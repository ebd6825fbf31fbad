"""下载至手机: over a paper, the code that a phone gets it by, for how long it is good, and how it ended."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.certificates.issuing import Counter, NotTrue
from domain.certificates.paper import TypesettingFailed
from domain.handover import LASTS_S, Offer
from domain.ports import Unreachable
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.page_words import PageWords
from viewmodels.parts import PrintShop
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.to_phone import AFTER, AGAIN, DOWNLOAD, STEPS, TOLD, Phase
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SECOND_MS = 1000


@dataclass(frozen=True, slots=True)
class State:
    """`seconds` are left of the code; `handed`: the phone may have had a paper since this was opened."""

    phase: Phase = Phase.CLOSED
    offer: Offer | None = None
    seconds: int = 0
    handed: bool = False

    @property
    def shown(self) -> bool:
        return self.phase is not Phase.CLOSED


@QmlElement
class PhoneViewModel(PageWords, Stateful[State]):
    """Of the certificate `number`. `covered`: it has come to lie over the paper, or is gone from there."""

    changed = Signal()
    covered = Signal()

    def __init__(
        self,
        number: str,
        counter: Counter,
        print_shop: PrintShop,
        demo: bool,
        worker: Worker,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._number, self._counter, self._demo = number, counter, demo
        self._press, self._handover = print_shop.press, print_shop.handover
        self._worker = worker
        self._leaving: Callable[[], None] | None = None
        self.state = State()
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self.look)

    @property
    def offered(self) -> bool:
        """Whether papers get to phones here."""
        return self._handover is not None

    @property
    def busy(self) -> bool:
        """Whether a paper is being made ready."""
        return self.state.phase is Phase.MAKING

    def open(self) -> None:
        """Have the paper wait for the phone."""
        if self._handover is None or self.busy:
            return
        handover, opening = self._handover, not self.state.shown
        counter, press, number = self._counter, self._press, self._number

        def hand() -> Offer:
            """A visitor may stand here while the money goes back: it is asked once more."""
            certificate = counter.book.find(number)
            assert certificate is not None
            with suppress(Unreachable):
                counter.insist(certificate)
            return press.hand(number, handover)

        self._become(State(Phase.MAKING, handed=self.state.handed and not opening))
        if opening:
            self.covered.emit()
        self._worker.run(self, hand, self._waits, self._failed, (TypesettingFailed, NotTrue))

    def close(self) -> bool:
        """Back to the paper; what still waits waits no more. Whether there was anything to close."""
        if not self.state.shown or self.busy:
            return False
        self._second.stop()
        if self._handover:
            self._handover.withdraw()
        self._become(State(handed=self.state.handed))
        self.covered.emit()
        return True

    def leave(self, then: Callable[[], None]) -> None:
        """Leave the screen, once nothing is being made ready."""
        if self.busy:
            self._leaving = then
        else:
            then()

    @Slot()
    def look(self) -> None:
        """A second has passed: how the paper stands, and how long its code is good."""
        offer, handover = self.state.offer, self._handover
        if offer is None or handover is None or self.state.phase is not Phase.WAITING:
            return
        phase = AFTER[handover.look(offer)]
        handed = self.state.handed or phase in {Phase.TAKEN, Phase.CUT}
        self._become(State(phase, offer, handover.seconds(offer), handed))
        if phase is not Phase.WAITING:
            self._second.stop()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.state.shown

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return DOWNLOAD

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the phone scans; empty while nothing waits."""
        return self.state.offer.link if self.state.offer and self.state.phase is Phase.WAITING else ""

    @Property(str, notify=changed)
    @said
    def scanText(self) -> Text:
        return Text("请用手机\n扫左边的码")

    @Property(str, notify=changed)
    def clock(self) -> str:
        return f"{self.state.seconds // 60}:{self.state.seconds % 60:02d}"

    @Property(str, notify=changed)
    @said
    def clockCaption(self) -> Text:
        return Text("后失效")

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of the time is left, 0 to 1."""
        return self.state.seconds / LASTS_S

    @Property(str, notify=changed)
    @said
    def says(self) -> Text:
        """For how long, in words."""
        minutes, seconds = divmod(self.state.seconds, 60)
        if minutes:
            return Text("只能下载一次，还有 {minutes} 分 {seconds} 秒", minutes=minutes, seconds=seconds)
        return Text("只能下载一次，还有 {seconds} 秒", seconds=seconds)

    @Property(str, notify=changed)
    @said
    def demo(self) -> Text:
        return Text("演示码，请用模拟手机扫") if self._demo else NOTHING

    @Property(str, notify=changed)
    @said
    def stepsTitle(self) -> Text:
        return Text("怎么下载")

    @Property(QVariantList, notify=changed)
    @said_rows
    def steps(self) -> Iterable[object]:
        """`[{title, caption, done, now}]`: what to do on the phone."""
        return STEPS if self.state.phase is Phase.WAITING else ()

    @Property(str, notify=changed)
    def kind(self) -> str:
        """good, unknown, bad or neutral."""
        return TOLD[self.state.phase][0] if self.state.phase in TOLD else "neutral"

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        return TOLD[self.state.phase][1] if self.state.phase in TOLD else NOTHING

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        return TOLD[self.state.phase][2] if self.state.phase in TOLD else NOTHING

    @Property(str, notify=changed)
    @said
    def primaryText(self) -> Text:
        """None while the code itself is the way forward."""
        if self.state.phase in AGAIN:
            return Text("重新取码")
        return Text("完成") if self.state.phase in {Phase.TAKEN, Phase.REFUNDED} else NOTHING

    @Property(str, notify=changed)
    @said
    def secondaryText(self) -> Text:
        return Text("返回证明") if self.state.phase in {Phase.WAITING, *AGAIN} else NOTHING

    @Slot()
    def primary(self) -> None:
        if self.state.phase in AGAIN:
            self.open()
        elif self.state.phase in {Phase.TAKEN, Phase.REFUNDED}:
            self.close()

    @Slot()
    def secondary(self) -> None:
        self.close()

    def _waits(self, offer: Offer) -> None:
        self._become(replace(self.state, phase=Phase.WAITING, offer=offer))
        self.look()
        self._second.start()
        self._left()

    def _failed(self, error: Exception) -> None:
        self._become(replace(self.state, phase=Phase.REFUNDED if isinstance(error, NotTrue) else Phase.UNSET))
        self._left()

    def _left(self) -> None:
        if self._leaving:
            self.close()
            self._leaving()
