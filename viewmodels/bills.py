"""Bills in words, as summaries and receipts show them."""

from domain.money import yuan
from domain.offices import Offices
from domain.people import Bill
from domain.policy import tier_label
from viewmodels import words
from viewmodels.rows import Pair

A_FEW = 4


def periods(bills: tuple[Bill, ...]) -> str:
    """`2026年11月`; for a few years `2023年、2024年`, for many `2010年至2024年，共 15 年`."""
    labels = [bill.period.label for bill in sorted(bills, key=lambda bill: bill.period)]
    unit = "个月" if bills[0].period.month else "年"
    return "、".join(labels) if len(labels) <= A_FEW else f"{labels[0]}至{labels[-1]}，共 {len(labels)} {unit}"


def tier(bill: Bill) -> str:
    """`60% 档，基数 4,394.70 元`, or what the tier is called where it has no base."""
    label = tier_label(bill.scheme, bill.tier)
    return f"{label}，基数 {yuan(bill.base)} 元" if bill.base is not None else label


def headline(bills: tuple[Bill, ...]) -> str:
    """What is paid, in one line under the amount: `灵活就业 养老保险`."""
    return words.insured_as(bills[0].scheme, bills[0].insurance)


def described(bills: tuple[Bill, ...], offices: Offices) -> tuple[Pair, ...]:
    """Insurance, agency, period and tier of what is paid."""
    first = bills[0]
    return (
        Pair("险种", headline(bills)),
        Pair("社保经办机构", offices.name(first.agency)),
        Pair("费款所属期", periods(bills)),
        Pair("缴费档次", tier(first)) if _alike(bills) else Pair("补缴", f"{len(bills)} 笔"),
    )


def _alike(bills: tuple[Bill, ...]) -> bool:
    """Whether all are of one tier and cost the same."""
    return len({(bill.tier, bill.fen) for bill in bills}) == 1
