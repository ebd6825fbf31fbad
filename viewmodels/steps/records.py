"""Rows to read: the tiers chosen so far (选档记录), or what was paid in any channel (缴费记录)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Of, Records
from domain.flows.visit import Visit
from domain.money import yuan
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Payment, Standing, TierRecord
from domain.people.records import payments_of
from domain.policy import tier_label
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.words import channels, sentences
from viewmodels.words.rows import Pair, Record, plain

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
A_PAGE = 4

STANDINGS = {
    Standing.POSTED: "已缴费",
    Standing.PENDING: "已付款，待入账",
    Standing.REFUND_DUE: "缴费未成功，退回中",
    Standing.REFUNDED: "已原路退回",
}


@dataclass(frozen=True, slots=True)
class State:
    records: tuple[Record, ...] = ()
    page: int = 0
    loading: bool = True
    slow: bool = False
    problem: str = ""


@QmlElement
class RecordsViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Records, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self.state = State()
        self._load()

    def _load(self) -> None:
        self._if_slow(lambda: self._become(replace(self.state, slow=self.state.loading)))
        assert self._visit.insured is not None
        read, person, parts = READERS[self._step.of], self._visit.insured.id, self._parts
        self._ask_tax(
            lambda: read(parts, person),
            lambda records: self._become(State(records, loading=False)),
            lambda: self._become(State(loading=False, problem=sentences.TAX_UNREACHABLE)),
        )

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """`[{title, state, good, amount, pairs: [{key, value}]}]` of the page shown, newest first."""
        first = self.state.page * A_PAGE
        return plain(self.state.records[first : first + A_PAGE])

    @Property(str, notify=changed)
    def nothing(self) -> str:
        return "" if self.state.records or self.state.loading or self.state.problem else self._step.nothing

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.loading

    @Property(str, notify=changed)
    def problem(self) -> str:
        return sentences.LOADING if self.state.loading and self.state.slow else self.state.problem

    @Property(int, notify=changed)
    def page(self) -> int:
        return self.state.page + 1

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._pages()

    @Property(str, notify=changed)
    def pageText(self) -> str:
        return f"第 {self.state.page + 1} 页，共 {self._pages()} 页"

    @Property(str, notify=changed)
    def doneText(self) -> str:
        return "重新查询" if self.state.problem else "返回"

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        page = min(max(self.state.page + pages, 0), self._pages() - 1)
        self._become(replace(self.state, page=page))

    @Slot()
    def done(self) -> None:
        """Back, or ask again where the tax system was silent."""
        if self.state.problem:
            self._become(State())
            self._load()
        else:
            self._finish("done", self._visit)

    def _pages(self) -> int:
        return max(1, -(-len(self.state.records) // A_PAGE))

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _tiers(parts: Parts, person: int) -> tuple[Record, ...]:
    """灵活就业基本养老（选档）记录: pensions only."""
    zone = parts.clock().tzinfo
    records = parts.tax.declared(person, Scheme.FLEXIBLE)
    return tuple(_tier(record, zone) for record in records if record.insurance is Insurance.PENSION)


def _payments(parts: Parts, person: int) -> tuple[Record, ...]:
    zone = parts.clock().tzinfo
    return tuple(_payment(payment, zone) for payment in payments_of(parts.tax, parts.desk.book, person))


READERS: Mapping[Of, Callable[[Parts, int], tuple[Record, ...]]] = {Of.TIERS: _tiers, Of.PAYMENTS: _payments}


def _tier(record: TierRecord, zone: tzinfo | None) -> Record:
    pairs = (
        Pair("费款所属期", record.period.label),
        Pair("险种", record.insurance.label),
        Pair("缴费基数", f"{yuan(record.base)} 元" if record.base is not None else ""),
        Pair("选档时间", _time(record.recorded_at, zone)),
        Pair("渠道", channels.name(record.channel)),
    )
    state = "已缴费" if record.paid else "未缴费"
    label = tier_label(record.scheme, record.tier)
    return Record(label, state, record.paid, _filled(pairs), yuan(record.fen))


def _payment(payment: Payment, zone: tzinfo | None) -> Record:
    pairs = (
        Pair("费款所属期", payment.period.label),
        Pair("渠道", channels.name(payment.channel)),
        Pair("缴费时间", _time(payment.paid_at, zone) if payment.paid_at else ""),
        Pair("凭证号码", payment.voucher) if payment.voucher else Pair("流水号", payment.order),
        Pair("已退金额", f"{yuan(payment.refunded)} 元" if payment.refunded else ""),
    )
    title = sentences.insured_as(payment.scheme, payment.insurance)
    good = payment.standing is Standing.POSTED and payment.kept == payment.fen
    amount = yuan(payment.fen) if payment.fen is not None else ""
    return Record(title, _standing(payment), good, _filled(pairs), amount)


def _standing(payment: Payment) -> str:
    if payment.leaving:
        return "退费中"
    if payment.refunded:
        return "部分已退费" if payment.kept else "已退费"
    return STANDINGS[payment.standing]


def _filled(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Those that say something."""
    return tuple(pair for pair in pairs if pair.value)


def _time(at: datetime, zone: tzinfo | None) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
