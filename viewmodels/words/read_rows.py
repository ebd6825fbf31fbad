"""Rows to read: the tiers chosen so far (选档记录), and what was paid in any channel (缴费记录)."""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo

from domain.flows.steps import Of
from domain.forms.desks import PaymentDesk
from domain.identity import masked
from domain.money import yuan
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Payment, Person, Standing, TierRecord
from domain.people.records import payments_of
from domain.policy import tier_label
from domain.words import NOTHING, Text, Verbatim
from viewmodels.words import channels, slips
from viewmodels.words.insured import insured_as
from viewmodels.words.rows import Pair, Record

STANDINGS = {
    Standing.POSTED: Text("已缴费"),
    Standing.PENDING: Text("已付款，待入账"),
    Standing.REFUND_DUE: Text("缴费未成功，退回中"),
    Standing.REFUNDED: Text("已原路退回"),
}


def told(whose: Person, record: Record) -> slips.Told:
    """What is taken along of a payment."""
    insurance = Pair(Text("险种"), record.title)
    number = Pair(Text("证件号码"), Verbatim(masked(whose.number)))
    rows = (*slips.whose(whose), number, insurance, *record.pairs)
    return slips.Told(slips.PAYMENT, record.state, record.amount, rows)


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
