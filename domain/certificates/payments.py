"""From what was paid to what certificates list: posted payments, as far as they have not been refunded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from domain.certificates.certificate import Line
from domain.money import Fen, total
from domain.people.insurance import Period
from domain.people.offices import Offices
from domain.people.person import Payment, Standing, bill_key
from domain.refunds.application import Application
from domain.refunds.netting import net

Lines = tuple[Line, ...]


def lines_of(person: int, payments: Iterable[Payment], refunds: Iterable[Application], zone: tzinfo | None) -> Lines:
    """Oldest period first. No document without money: what is not posted, or went back, is not there (BR7).

    `refunds` are all that the person has applied for, read after the payments (`domain.refunds.netting`).
    """
    lines = (_line(payment, zone) for payment in net(person, payments, refunds))
    return tuple(sorted((line for line in lines if line), key=lambda line: (line.period, line.scheme, line.insurance)))


def _line(payment: Payment, zone: tzinfo | None) -> Line | None:
    known = payment.standing is Standing.POSTED and payment.voucher
    if not known or not payment.kept or payment.paid_at is None:
        return None
    return Line(
        payment.scheme,
        payment.insurance,
        payment.period,
        payment.agency,
        payment.tier,
        payment.voucher,
        payment.paid_at.astimezone(zone).date(),
        payment.kept,
    )


def key_of(line: Line, person: int) -> str:
    """The `Bill.key` of the bill that a line is."""
    return bill_key(person, line.scheme, line.insurance, line.period)


def for_periods(lines: Lines, first: Period, last: Period) -> Lines:
    """Those whose 所属期 has a day in the months from `first` to `last`."""
    return tuple(x for x in lines if x.period.first_day <= last.last_day and x.period.last_day >= first.first_day)


def paid_in(lines: Lines, first: Period, last: Period) -> Lines:
    """Those paid in the months from `first` to `last`."""
    return tuple(line for line in lines if first.first_day <= line.paid_on <= last.last_day)


def paid_last(lines: Lines) -> Line:
    """The line that was paid last; of several, the one for the latest period."""
    return max(lines, key=lambda line: (line.paid_on, line.period))


def authority_of(line: Line, offices: Offices) -> str:
    """主管税务机关: the code of the county that collected; empty for an agency that is none of ours."""
    agency = offices.by_code.get(line.agency)
    return agency.county if agency else ""


def of_authority(lines: Lines, county: str, offices: Offices) -> Lines:
    """Those that one tax authority collected: a tax certificate is one authority's."""
    return tuple(line for line in lines if authority_of(line, offices) == county)


@dataclass(frozen=True, slots=True)
class PaidYear:
    """A year for which something was really paid (BR7)."""

    year: int
    lines: Lines

    @property
    def fen(self) -> Fen:
        return total(tuple(line.fen for line in self.lines))


@dataclass(frozen=True, slots=True)
class Settled:
    """One payment (凭证号码) with the bills that it settled."""

    voucher: str
    lines: Lines

    @property
    def fen(self) -> Fen:
        return total(tuple(line.fen for line in self.lines))


def years(lines: Lines) -> tuple[PaidYear, ...]:
    """Latest first."""
    found = sorted({line.period.year for line in lines}, reverse=True)
    return tuple(PaidYear(year, tuple(line for line in lines if line.period.year == year)) for year in found)


def by_voucher(lines: Lines) -> tuple[Settled, ...]:
    """Each payment once, in the order of its first line."""
    vouchers = dict.fromkeys(line.voucher for line in lines)
    return tuple(Settled(voucher, tuple(x for x in lines if x.voucher == voucher)) for voucher in vouchers)
