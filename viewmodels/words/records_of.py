"""What lists have rows of, as their rows show it."""

from datetime import date, tzinfo

from domain.accounts.account import BankAccount
from domain.agreements.agreement import Agreement
from domain.agreements.states import AgreementState
from domain.certificates.certificate import Certificate, CertificateKind, Line, Opening
from domain.certificates.payments import PaidYear, Settled
from domain.flows.steps import Entry
from domain.forms.desks import Almanac
from domain.money import yuan
from domain.refunds.application import Application, Refundable
from domain.refunds.states import RefundState
from domain.words import NOTHING, Text, Verbatim, joined
from viewmodels.words import refunds
from viewmodels.words.insured import insured_as, period_of
from viewmodels.words.rows import Pair, Record


def record_of(entry: Entry, almanac: Almanac) -> Record:
    """A row as it is shown, whatever it is of."""
    zone = almanac.clock().tzinfo
    match entry:
        case PaidYear(year, lines):
            count = Pair(Text("缴费笔数"), Text("{count} 笔", count=len({line.voucher for line in lines})))
            insured = joined("、", dict.fromkeys(line.insurance.label for line in lines))
            about = (count, Pair(Text("险种"), insured))
            return Record(Text("{year}年", year=year), NOTHING, True, about, yuan(entry.fen), str(year))
        case Settled(voucher, lines):
            paid = Pair(Text("入库日期"), _day(lines[0].paid_on))
            pairs = (Pair(Text("所属期"), _periods(lines)), paid, Pair(Text("凭证号码"), Verbatim(voucher)))
            return Record(_insurances(lines), NOTHING, True, pairs, yuan(entry.fen), voucher)
        case Certificate():
            return _certificate(entry, zone)
        case BankAccount():
            return _account(entry, almanac)
        case Agreement():
            return _agreement(entry, almanac)
        case Refundable():
            return _refundable(entry)
        case Application():
            return _application(entry, almanac)


def _certificate(issued: Certificate, zone: tzinfo | None) -> Record:
    lines = issued.content.lines
    tax = issued.kind is CertificateKind.TAX
    pairs = (
        Pair(Text("票证号码") if tax else Text("编号"), Verbatim(issued.number)),
        Pair(Text("填发日期"), _day(issued.issued_at.astimezone(zone))),
        Pair(Text("所属期"), _periods(lines)),
    )
    printed = Text("打印过 {prints} 次", prints=issued.prints) if issued.prints else Text("还没有打印")
    title = Text("补开的完税证明") if issued.opening is Opening.REISSUE else Text("完税证明")
    title = title if tax else issued.kind.label
    return Record(title, printed, bool(issued.prints), pairs, yuan(issued.content.fen), issued.number)


def _insurances(lines: tuple[Line, ...]) -> Text:
    """What was paid for, each insurance once."""
    return joined("、", dict.fromkeys(insured_as(line.scheme, line.insurance) for line in lines))


def _periods(lines: tuple[Line, ...]) -> Text:
    periods = sorted({line.period for line in lines})
    first, last = periods[0].label, periods[-1].label
    return first if first == last else Text("{first}至{last}", first=first, last=last)


def _account(account: BankAccount, almanac: Almanac) -> Record:
    details = account.details
    marks = [
        mark for mark, there in ((Text("首选缴费账户"), details.preferred), (Text("退费账户"), details.refund)) if there
    ]
    pairs = (
        Pair(Text("银行账号"), Verbatim(details.masked)),
        Pair(Text("账户名称"), Verbatim(details.holder)),
        Pair(Text("营业网点"), Verbatim(details.branch.name)),
        *((Pair(Text("账户标识"), joined("、", marks)),) if marks else ()),
    )
    return Record(Verbatim(almanac.banks.name(details.bank)), NOTHING, True, pairs, id=str(account.id))


def _agreement(agreement: Agreement, almanac: Almanac) -> Record:
    terms = agreement.terms
    pairs = (
        Pair(Text("协议书编号"), Verbatim(agreement.number)),
        Pair(Text("开户银行"), Verbatim(almanac.banks.name(terms.bank))),
        Pair(Text("银行账号"), Verbatim(terms.masked_account)),
        Pair(Text("税务机关"), Verbatim(almanac.offices.authority(terms.authority))),
        *((Pair(Text("原因"), agreement.reason.sentence),) if agreement.reason else ()),
    )
    state = agreement.state
    bad, over = state is AgreementState.REJECTED, state is AgreementState.REVOKED
    good = state is AgreementState.VERIFIED
    return Record(Text("两两协议"), state.label, good, pairs, id=agreement.number, bad=bad, over=over)


def _refundable(item: Refundable) -> Record:
    pairs = (
        Pair(Text("所属期"), item.period.label),
        Pair(Text("缴款日期"), _day(item.paid_on)),
        Pair(Text("凭证号码"), Verbatim(item.voucher)),
    )
    title = insured_as(item.scheme, item.insurance)
    return Record(title, NOTHING, True, pairs, yuan(item.left), item.bill)


def _application(application: Application, almanac: Almanac) -> Record:
    item, zone = application.draft.item, almanac.clock().tzinfo
    pairs = (
        Pair(Text("申请编号"), Verbatim(application.number)),
        Pair(Text("险种"), period_of(item)),
        Pair(Text("退费原因"), application.draft.ground.label),
        Pair(Text("申请日期"), _day(application.applied_at.astimezone(zone))),
        # What was refused goes nowhere: why comes in its place.
        Pair(Text("不通过原因"), Verbatim(application.reason))
        if application.state is RefundState.REFUSED
        else Pair(Text("退到"), refunds.destination(application, almanac.banks)),
    )
    state, amount = application.state, yuan(application.draft.fen)
    good, bad, over = (state is one for one in (RefundState.PAID_OUT, RefundState.REFUSED, RefundState.WITHDRAWN))
    title, number = application.kind.label, application.number
    return Record(title, state.label, good, pairs, amount, number, bad=bad, over=over)


def _day(day: date) -> Text:
    return Verbatim(f"{day:%Y-%m-%d}")
