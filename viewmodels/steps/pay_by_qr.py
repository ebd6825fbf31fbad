"""支付: the order's code on the screen, followed until the network says how it ended."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PayByQr
from domain.flows.visit import Due, Paying
from domain.forms.desks import PaymentDesk
from domain.money import total, yuan
from domain.payment.cashier import PAYABLE_FOR
from domain.payment.order import Order
from domain.policy import tier_label
from domain.words import NOTHING, Text, joined
from viewmodels.lists import QStringList
from viewmodels.parts import Till
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import still_holds
from viewmodels.steps.order_watch import OrderWatch, Watched
from viewmodels.words import bills, phases
from viewmodels.words.language import Language, said, said_each
from viewmodels.words.phases import BUSY, ENDED, Phase
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PayByQrViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self,
        step: PayByQr,
        due: Due,
        desk: PaymentDesk,
        till: Till,
        demo: bool,
        worker: Worker,
        language: Language,
        finish: Callable[[str, Paying], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._desk = desk
        self._demo = demo
        self._finish = finish
        self._step = step
        self.watch = OrderWatch(step.network, due, till, desk.almanac.clock, worker, self._ended, self)
        self.watch.changed.connect(self.changed)
        self.watch.start()

    @property
    def state(self) -> Watched:
        return self.watch.state

    @property
    def holds(self) -> bool:
        return self.state.holds

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the network returned, to be drawn as a QR code; empty when there is nothing to scan."""
        return self.state.code

    @Property(str, notify=changed)
    def phase(self) -> str:
        return self.state.phase

    @Property(str, notify=changed)
    @said
    def says(self) -> Text:
        """What is being waited for, or what went wrong and what to do."""
        if self.state.leaving and self.state.phase in BUSY:
            return phases.CANCELLING
        return self.state.problem or phases.SAYS.get(self.state.phase, NOTHING)

    @Property(str, notify=changed)
    @said
    def scanText(self) -> Text:
        return Text("请用{app}\n扫左边的码", app=self._step.app.name)

    @Property(str, notify=changed)
    @said
    def demo(self) -> Text:
        return Text("演示码，不会扣款") if self._demo else NOTHING

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of the time is left, 0 to 1."""
        return self.state.seconds_left / PAYABLE_FOR.total_seconds()

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self.state.clock

    @Property(str, notify=changed)
    @said
    def clockCaption(self) -> Text:
        return Text("后失效")

    @Property(str, notify=changed)
    @said
    def amountLabel(self) -> Text:
        return Text("应付金额")

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(total(tuple(bill.fen for part in self._due.paying.parts for bill in part)))

    @Property(QStringList, notify=changed)
    @said_each
    def amountFor(self) -> Iterable[Text]:
        if self._due.paying.household:
            return bills.together(self._due.paying.parts), Text("一个码，一次付清")
        paid = self._due.paying.bills
        tier = (tier_label(paid[0].scheme, paid[0].tier),) if bills.alike(paid) else ()
        return bills.headline(paid), joined("，", (bills.periods(paid), *tier))

    @Property(str, notify=changed)
    @said
    def appGlyph(self) -> Text:
        """The character of the app that scans."""
        return self._step.app.glyph

    @Property(str, notify=changed)
    @said
    def scanButton(self) -> Text:
        """What the app's button that scans is called; empty where it stands behind a plus sign."""
        return self._step.app.scan

    @Property(QStringList, notify=changed)
    @said_each
    def taps(self) -> Iterable[Text]:
        return self._step.app.taps

    @Property(QStringList, notify=changed)
    @said_each
    def notes(self) -> Iterable[Text]:
        """What has to be known of a payment; nothing as long as none can have been made."""
        return self._step.notes if self.state.payable else ()

    @Property(str, notify=changed)
    @said
    def notesHeading(self) -> Text:
        return Text("注意事项")

    @Property(str, notify=changed)
    @said
    def primaryText(self) -> Text:
        return phases.primary(self.state.phase)

    @Property(bool, notify=changed)
    def primaryEnabled(self) -> bool:
        return self.state.phase not in BUSY

    @Property(str, notify=changed)
    @said
    def secondaryText(self) -> Text:
        return phases.secondary(self.state.phase)

    @Property(bool, notify=changed)
    def secondaryEnabled(self) -> bool:
        return not self.state.leaving and self.state.phase is not Phase.CLOSING

    @Slot()
    def primary(self) -> None:
        match self.state.phase:
            case Phase.EXPIRED | Phase.FAILED if not self._may_begin():
                self.watch.end("cancelled")
            case Phase.EXPIRED | Phase.FAILED:
                self.watch.start()
            case Phase.UNCONFIRMED:
                self.watch.end(self.state.leaving or "left")
            case _:
                self.check()

    @Slot()
    def cancel(self) -> None:
        self.leave("cancelled")

    def leave(self, outcome: str) -> None:
        """Leave only once the network has said how the order stands: paid shows the result, closed leaves."""
        self.watch.leave(outcome)

    @Slot()
    def check(self) -> None:
        """Ask the network how the order stands."""
        self.watch.check()

    def _may_begin(self) -> bool:
        """Whether another code may be asked for; if not, the screen before says why."""
        return not self._desk.closed(self._due.channel) and still_holds(self._due, self._desk)

    def _ended(self, outcome: str, order: Order | None) -> None:
        called_off = outcome == "cancelled" and self.state.order and self.state.phase in ENDED
        remark = phases.CANCELLED if called_off else NOTHING
        self._finish(outcome, replace(self._due.paying, order=order.whole.number if order else None, remark=remark))
