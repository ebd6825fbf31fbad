"""Bills in words, as summaries and receipts show them."""

from itertools import groupby

from domain.flows.visit import Due
from domain.money import yuan
from domain.people.insurance import Period
from domain.people.offices import Offices
from domain.people.person import Bill
from domain.policy import tier_label
from domain.words import Text, Verbatim, joined
from viewmodels.words import sentences
from viewmodels.words.insured import insured_as
from viewmodels.words.rows import Pair

A_FEW = 4


def periods(bills: tuple[Bill, ...]) -> Text:
    """`2026年11月`; for a few years `2023年、2024年`, for many `2010年至2024年，共 15 年`; gaps are told."""
    ordered = sorted(bill.period for bill in bills)
    if len(ordered) <= A_FEW:
        return joined("、", (period.label for period in ordered))
    runs = groupby(enumerate(ordered), lambda at: at[1].ordinal - at[0])
    told = joined("、", (_run([period for _, period in run]) for _, run in runs))
    return Text("{told}，共 {count} {unit}", told=told, count=len(ordered), unit=_unit(bills))


def _run(periods: list[Period]) -> Text:
    """Periods that follow each other."""
    first, last = periods[0].label, periods[-1].label
    return first if first == last else Text("{first}至{last}", first=first, last=last)


def _unit(bills: tuple[Bill, ...]) -> Text:
    return Text("个月") if bills[0].period.month else Text("年")


def tier(bill: Bill) -> Text:
    """`60% 档，基数 4,394.70 元`, or what the tier is called where it has no base."""
    label = tier_label(bill.scheme, bill.tier)
    return Text("{label}，基数 {amount} 元", label=label, amount=yuan(bill.base)) if bill.base is not None else label


def due(bills: tuple[Bill, ...]) -> Text:
    """`2026年 城乡居民 养老保险`."""
    return Text("{period} {insured}", period=periods(bills), insured=headline(bills))


def headline(bills: tuple[Bill, ...]) -> Text:
    """What is paid, in one line under the amount: `灵活就业 养老保险`."""
    return insured_as(bills[0].scheme, bills[0].insurance)


def together(parts: tuple[tuple[Bill, ...], ...]) -> Text:
    """What is paid by one code, in one line: of several people what all of it is."""
    first, *others = parts
    if not others:
        return headline(first)
    return Text("{scheme}社保费，共 {count} 人", scheme=first[0].scheme.label, count=len(parts))


def described(bills: tuple[Bill, ...], offices: Offices, channel: str) -> tuple[Pair, ...]:
    """Insurance, agency, period and tier of what is paid, in the words of `channel`."""
    first = bills[0]
    many = Text("{amount} 元 × {count} {unit}", amount=yuan(first.fen), count=len(bills), unit=_unit(bills))
    return (
        Pair(Text("险种"), headline(bills)),
        Pair(Text("社保经办机构"), Verbatim(offices.name(first.agency))),
        Pair(Text("费款所属期"), periods(bills)),
        Pair(sentences.tier_in(channel), tier(first))
        if alike(bills)
        else Pair(Text("补缴"), Text("{count} 笔", count=len(bills))),
        *((Pair(Text("金额"), many),) if alike(bills) and len(bills) > 1 else ()),
    )


def chosen(due: Due, offices: Offices) -> tuple[Pair, ...]:
    """Who is paid for and what, to be read once more."""
    first, *rest = described(due.paying.bills, offices, due.channel)
    arrears = (Pair(Text("缴费类型"), Text("补缴")),) if due.paying.choice.arrears else ()
    return (*sentences.identity(due.insured), first, *arrears, *rest)


def alike(bills: tuple[Bill, ...]) -> bool:
    """Whether all are of one tier and cost the same."""
    return len({(bill.tier, bill.fen) for bill in bills}) == 1
