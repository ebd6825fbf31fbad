"""Rows to read: the tiers chosen so far (选档记录), or what was paid in any channel (缴费记录)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Of, Records
from domain.forms.desks import PaymentDesk
from domain.identity import masked
from domain.money import yuan
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Payment, Person, Standing, TierRecord
from domain.people.records import payments_of
from domain.policy import tier_label
from domain.words import NOTHING, Text, Verbatim
from viewmodels.asking import Asking, TaxQuestion
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.paging import Paging
from viewmodels.parts import PrintShop
from viewmodels.step import StepViewModel
from viewmodels.steps.slip import SlipViewModel
from viewmodels.typed import Property
from viewmodels.words import channels, slips
from viewmodels.words.insured import insured_as
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Button, Pair, Record
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
BY_FOUR = Paging(size=4)

STANDINGS = {
    Standing.POSTED: Text("已缴费"),
    Standing.PENDING: Text("已付款，待入账"),
    Standing.REFUND_DUE: Text("缴费未成功，退回中"),
    Standing.REFUNDED: Text("已原路退回"),
}


@dataclass(frozen=True, slots=True)
class State:
    records: tuple[Record, ...] = ()
    paging: Paging = BY_FOUR
    asking: Asking = Asking.ANSWERED
    chosen: Record | None = None


@QmlElement
class RecordsViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        step: Records,
        whose: Person,
        desk: PaymentDesk,
        print_shop: PrintShop,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._whose = whose
        self._desk = desk
        self._finish = finish
        self._slip = SlipViewModel(print_shop, desk.almanac.clock, worker, language, self)
        self._reprints = bool(print_shop.press.printers) and step.of is Of.PAYMENTS
        self.state = State()
        self._question = TaxQuestion(worker, self, lambda asking: self._become(State(asking=asking)))
        self._load()

    def _load(self) -> None:
        read, person, desk = READERS[self._step.of], self._whose.id, self._desk
        self._question.ask(lambda: read(desk, person), self._loaded)

    def _loaded(self, records: tuple[Record, ...]) -> None:
        if self._reprints:
            reprint = (Button("reprint", Text("补打凭条")),)
            records = tuple(replace(record, id=str(n), actions=reprint) for n, record in enumerate(records))
        self._become(State(records, self.state.paging.of(len(records))))

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, state, good, amount, pairs: [{key, value}], actions}]` of the page shown, newest first.

        While a slip is printed again, the one that it is of.
        """
        if self.state.chosen:
            return (replace(self.state.chosen, actions=()),)
        return self.state.paging.shown(self.state.records)

    @Property(SlipViewModel, constant=True)
    def slip(self) -> SlipViewModel:
        return self._slip

    @Slot(str)
    def reprint(self, row: str) -> None:
        """Its slip is wanted again."""
        chosen = next((record for record in self.state.records if record.id == row), None)
        if chosen and self._reprints:
            self._become(replace(self.state, chosen=chosen))
            self._slip.offer(self._told(chosen), again=True)
            self.turned.emit()

    def uncover(self) -> bool:
        """Back to all records, once a slip has come out."""
        if self.state.chosen is None:
            return False
        if self._slip.busy:
            return True
        self._slip.offer(None)
        self._become(replace(self.state, chosen=None))
        self.turned.emit()
        return True

    def _told(self, record: Record) -> slips.Told:
        """What is taken along of it."""
        insurance = Pair(Text("险种"), record.title)
        number = Pair(Text("证件号码"), Verbatim(masked(self._whose.number)))
        rows = (*slips.whose(self._whose), number, insurance, *record.pairs)
        return slips.Told(slips.PAYMENT, record.state, record.amount, rows)

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        answered = self.state.asking is Asking.ANSWERED
        return self._step.nothing if answered and not self.state.records else NOTHING

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.asking.loading

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.asking.says

    @Property(int, notify=changed)
    def page(self) -> int:
        return 1 if self.state.chosen else self.state.paging.page + 1

    @Property(int, notify=changed)
    def pages(self) -> int:
        return 1 if self.state.chosen else self.state.paging.pages

    @Property(str, notify=changed)
    @said
    def pageText(self) -> Text:
        return self.state.paging.text

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return Text("重新查询") if self.state.asking.silent else Text("返回")

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        self._become(replace(self.state, paging=self.state.paging.turned(pages)))

    @Slot(bool)
    def spread(self, spread: bool) -> None:
        """All rows at once, where not even a page of them fits on the screen: there they are divided as they fit."""
        self._become(replace(self.state, paging=self.state.paging.spreading(spread)))

    @Slot()
    def done(self) -> None:
        """Back, or ask again where the tax system was silent."""
        if self.state.asking.silent:
            self._load()
        elif not self.uncover():
            self._finish("done")


def _tiers(desk: PaymentDesk, person: int) -> tuple[Record, ...]:
    """灵活就业基本养老（选档）记录: pensions only."""
    zone = desk.almanac.clock().tzinfo
    records = desk.tax.declared(person, Scheme.FLEXIBLE)
    return tuple(_tier(record, zone) for record in records if record.insurance is Insurance.PENSION)


def _payments(desk: PaymentDesk, person: int) -> tuple[Record, ...]:
    zone = desk.almanac.clock().tzinfo
    return tuple(_payment(payment, zone) for payment in payments_of(desk.tax, desk.orders, desk.refunds, person))


READERS: Mapping[Of, Callable[[PaymentDesk, int], tuple[Record, ...]]] = {Of.TIERS: _tiers, Of.PAYMENTS: _payments}


def _tier(record: TierRecord, zone: tzinfo | None) -> Record:
    pairs = (
        Pair(Text("费款所属期"), record.period.label),
        Pair(Text("险种"), record.insurance.label),
        Pair(Text("缴费基数"), Text("{amount} 元", amount=yuan(record.base)) if record.base is not None else NOTHING),
        Pair(Text("选档时间"), _time(record.recorded_at, zone)),
        Pair(Text("渠道"), channels.name(record.channel)),
    )
    state = Text("已缴费") if record.paid else Text("未缴费")
    label = tier_label(record.scheme, record.tier)
    return Record(label, state, record.paid, _filled(pairs), yuan(record.fen))


def _payment(payment: Payment, zone: tzinfo | None) -> Record:
    label, number = (Text("凭证号码"), payment.voucher) if payment.voucher else (Text("流水号"), payment.order)
    pairs = (
        Pair(Text("费款所属期"), payment.period.label),
        Pair(Text("渠道"), channels.name(payment.channel)),
        Pair(Text("缴费时间"), _time(payment.paid_at, zone) if payment.paid_at else NOTHING),
        Pair(label, Verbatim(number)),
        Pair(Text("已退金额"), Text("{amount} 元", amount=yuan(payment.refunded)) if payment.refunded else NOTHING),
    )
    title = insured_as(payment.scheme, payment.insurance)
    good = payment.standing is Standing.POSTED and payment.kept == payment.fen
    amount = yuan(payment.fen) if payment.fen is not None else ""
    return Record(title, _standing(payment), good, _filled(pairs), amount)


def _standing(payment: Payment) -> Text:
    if payment.leaving:
        return Text("退费中")
    if payment.refunded:
        return Text("部分已退费") if payment.kept else Text("已退费")
    return STANDINGS[payment.standing]


def _filled(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Those that say something."""
    return tuple(pair for pair in pairs if pair.value)


def _time(at: datetime, zone: tzinfo | None) -> Text:
    return Verbatim(f"{at.astimezone(zone):%Y-%m-%d %H:%M}")
