"""A choice is recorded and nothing was paid: where 基数申报 and 缴费金额确认 stop."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Recorded
from domain.flows.visit import Due
from domain.forms.desks import Almanac
from domain.identity import masked
from domain.money import total, yuan
from domain.words import Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.parts import PrintShop
from viewmodels.step import StepViewModel
from viewmodels.steps.slip import SlipViewModel
from viewmodels.typed import Property
from viewmodels.words import bills, channels, slips
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Pair
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

UNPAID = Text("还没有缴费")


@QmlElement
class RecordedViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self,
        step: Recorded,
        due: Due,
        print_shop: PrintShop,
        almanac: Almanac,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._almanac = almanac
        self._finish = finish
        self._step = step
        self._slip = SlipViewModel(print_shop, almanac.clock, worker, language, self)
        self._slip.offer(self._told())

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        return self._step.sentence

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        return UNPAID

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._amount

    @property
    def _amount(self) -> str:
        return yuan(total(tuple(bill.fen for bill in self._due.paying.bills)))

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: who it is for, and what was chosen."""
        return bills.chosen(self._due, self._almanac.offices)

    @Property(str, notify=changed)
    @said
    def advice(self) -> Text:
        return self._step.advice

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return Text("完成")

    @Property(str, notify=changed)
    @said
    def payText(self) -> Text:
        return self._step.pay

    @Property(SlipViewModel, constant=True)
    def slip(self) -> SlipViewModel:
        return self._slip

    @Slot()
    def done(self) -> None:
        self._finish("done")

    @Slot()
    def pay(self) -> None:
        """Pay what has been recorded after all."""
        self._finish("pay")

    def _told(self) -> slips.Told:
        """What is taken along of it."""
        due, at = self._due, self._almanac.clock()
        rows = (
            *slips.whose(due.insured),
            Pair(Text("证件号码"), Verbatim(masked(due.insured.number))),
            *bills.described(due.paying.bills, self._almanac.offices, due.channel),
            Pair(Text("渠道"), channels.name(due.channel)),
            Pair(Text("申报时间"), Verbatim(f"{at:%Y-%m-%d %H:%M}")),
        )
        state = Text("{headline}，{sentence}", headline=self._step.sentence, sentence=UNPAID)
        return slips.Told(slips.DECLARATION, state, self._amount, rows, (self._step.advice,))
