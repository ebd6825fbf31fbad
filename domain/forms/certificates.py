"""What the forms and lists of certificates ask (guide 一(六)(七), 二(六)(七), 三(九)(十))."""

from collections.abc import Iterable
from dataclasses import replace

from domain.certificates.book import AlreadyOpened, Draft
from domain.certificates.certificate import Certificate, CertificateKind, Opening
from domain.certificates.issuing import NotTrue
from domain.certificates.paper import Unwritable
from domain.certificates.payments import (
    Lines,
    PaidYear,
    Settled,
    authority_of,
    by_voucher,
    for_periods,
    of_authority,
    paid_in,
    paid_last,
    years,
)
from domain.flows.visit import Certifying
from domain.forms import authority
from domain.forms.asking import Onward, Wrong
from domain.forms.authority import AUTHORITY
from domain.forms.desks import CertificateDesk
from domain.forms.fields import Answers, CaptchaField, Given, Typed, digits
from domain.forms.months import LONGEST, months
from domain.people.insurance import Period
from domain.words import NOTHING, Text

NOT_OPENED = Text("未查询到任何开具信息，请确认是否首次开具")
NOT_FOUND = Text("未查询到任何信息")
NOT_PAID = Text("没有查到这段时间的缴费，请改选查询时间")
REFUNDED = Text("这张证明所列的缴费已经退费或者正在退费，不能打印，请到窗口办理")
UNWRITABLE = Text("您的姓名里有本机打印不出来的字，请到窗口开具证明，没有用掉开具的机会")
MORE_AUTHORITIES = Text("还有别的税务机关收的费：打印好这一张，返回再查询一次，就是下一张")
WRONG_CAPTCHA = Text("验证码不对，已经换了一个，请再输入一次")

NUMBER_LENGTH = 18
PAYMENT_FORM, FIRST_FORM, REISSUE_FORM = "payment_certificate", "tax_first", "tax_reissue"


def _number_problem(text: str, given: Given) -> Text | None:
    if not (text.isascii() and text.isdecimal()):
        return Text("票证号码只有数字，请检查")
    if len(text) < NUMBER_LENGTH:
        return Text("已输入 {count} 位，还差 {missing} 位", count=len(text), missing=NUMBER_LENGTH - len(text))
    return None


def _in_groups(text: str, answers: Answers) -> str:
    """Four digits at a time: eighteen in a row are lost count of."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


PAID_MONTHS = months(Text("查询时间"))
PERIODS = months(Text("税款所属期"))
WIDE_PERIODS = months(Text("税款所属期"), LONGEST // 12)
"""Whoever has a number need not know its year."""
CAPTCHA = CaptchaField("captcha", Text("图形验证码"))
NUMBER: Typed = replace(
    digits("certificate", Text("票证号码"), NUMBER_LENGTH, _number_problem, hint=Text("完税证明右上角的 18 位数字")),
    grouped=_in_groups,
    masked=lambda text: _in_groups(text, {}),
)


def fill_authority(desk: CertificateDesk, given: Certifying) -> Answers:
    """The authority where the visitor paid last."""
    return authority.answers_of(desk.counter.lines(given.visitor), desk.almanac.offices)


def ask_payment(desk: CertificateDesk, given: Certifying, answers: Answers) -> Onward[Certifying] | Wrong:
    """W30: a 缴费证明 over what was paid in some months."""
    if not desk.captchas.solved(answers.get(CAPTCHA.id_key, ""), answers[CAPTCHA.key]):
        return Wrong(errors={CAPTCHA.key: WRONG_CAPTCHA}, use=CAPTCHA.key)
    first, last = PAID_MONTHS.chosen(answers, desk.almanac.today)
    lines = paid_in(desk.counter.lines(given.visitor), first, last)
    if not lines:
        return Wrong(NOT_PAID)
    return _issued(desk, given, _draft(desk, given, CertificateKind.PAYMENT, lines, _span(first, last)))


def ask_first(desk: CertificateDesk, given: Certifying, answers: Answers) -> Onward[Certifying] | Wrong:
    """W40: one tax certificate over all payments of some periods that can be opened; else one never printed."""
    first, last = PERIODS.chosen(answers, desk.almanac.today)
    fresh = _lines(_touching(desk.counter.openable(given.visitor), first, last))
    if fresh:
        lines = of_authority(fresh, authority_of(paid_last(fresh), desk.almanac.offices), desk.almanac.offices)
        remark = MORE_AUTHORITIES if len(lines) < len(fresh) else NOTHING
        return _issued(desk, given, _draft(desk, given, CertificateKind.TAX, lines, _span_of(lines)), remark)
    waiting = (c for c in desk.counter.unprinted(given.visitor) if for_periods(c.content.lines, first, last))
    known = next(waiting, None)
    return _shown(given, known.number) if known else _not_opened(desk, given, first, last)


def ask_openable(desk: CertificateDesk, given: Certifying, answers: Answers) -> Onward[Certifying] | Wrong:
    """H40: whether there is anything to open."""
    asked = replace(given, asked=answers)
    if openable(desk, asked):
        return Onward("found", asked)
    return _not_opened(desk, given, *PERIODS.chosen(answers, desk.almanac.today))


def openable(desk: CertificateDesk, given: Certifying) -> tuple[Settled, ...]:
    """H41: the payments that can be 首开, by what H40 was given; newest first. What was never printed still can."""
    answers = given.asked
    first, last = PERIODS.chosen(answers, desk.almanac.today)
    waiting = by_voucher(_lines(desk.counter.unprinted(given.visitor)))
    found = _touching((*desk.counter.openable(given.visitor), *waiting), first, last)
    county = answers.get(AUTHORITY.key, "")
    mine = (p for p in found if of_authority(p.lines, county, desk.almanac.offices))
    return tuple(sorted(mine, key=lambda p: p.lines[-1].period, reverse=True))


def open_one(desk: CertificateDesk, given: Certifying, row: str) -> Onward[Certifying] | Wrong:
    """开具 of one payment; a certificate of it that was never printed is opened again."""
    settled = next((entry for entry in openable(desk, given) if entry.voucher == row), None)
    if settled is None:
        return Wrong(NOT_OPENED)
    for known in desk.counter.unprinted(given.visitor):
        if any(line.voucher == row for line in known.content.lines):
            return _shown(given, known.number)
    return _issued(desk, given, _draft(desk, given, CertificateKind.TAX, settled.lines, _span_of(settled.lines)))


def ask_reissuable(desk: CertificateDesk, given: Certifying, answers: Answers) -> Onward[Certifying] | Wrong:
    """H50: whether there is such a certificate. Another person's is not there."""
    asked = replace(given, asked=answers)
    return Onward("found", asked) if reissuable(desk, asked) else Wrong(NOT_FOUND)


def reissuable(desk: CertificateDesk, given: Certifying) -> tuple[Certificate, ...]:
    """The certificate of the number, periods and authority that H50 was given."""
    answers = given.asked
    found = _own(desk, given, answers.get(NUMBER.key, ""))
    if found is None:
        return ()
    lines = for_periods(found.content.lines, *WIDE_PERIODS.chosen(answers, desk.almanac.today))
    return (found,) if of_authority(lines, answers.get(AUTHORITY.key, ""), desk.almanac.offices) else ()


def reissue(desk: CertificateDesk, given: Certifying, row: str) -> Onward[Certifying] | Wrong:
    """补开 of one certificate."""
    found = _standing(desk, given, row)
    return found if isinstance(found, Wrong) else _issued(desk, given, desk.counter.again(found))


def first_issued(desk: CertificateDesk, given: Certifying) -> tuple[Certificate, ...]:
    """已开具的完税证明: all 首开, newest first."""
    return _tax(desk, given, Opening.FIRST)


def reissued(desk: CertificateDesk, given: Certifying) -> tuple[Certificate, ...]:
    """All 补开, newest first."""
    return _tax(desk, given, Opening.REISSUE)


def look_at(desk: CertificateDesk, given: Certifying, row: str) -> Onward[Certifying] | Wrong:
    """A certificate that is there already."""
    found = _standing(desk, given, row)
    return found if isinstance(found, Wrong) else _shown(given, row)


def paid_years(desk: CertificateDesk, given: Certifying) -> tuple[PaidYear, ...]:
    """H30: years really paid."""
    return years(desk.counter.lines(given.visitor))


def choose_year(desk: CertificateDesk, given: Certifying, row: str) -> Onward[Certifying] | Wrong:
    """Which year it is about; nothing is asked."""
    return Onward("chosen", replace(given, year=row))


def paid_in_year(desk: CertificateDesk, given: Certifying) -> tuple[Settled, ...]:
    """H31: the year's payments."""
    lines = desk.counter.lines(given.visitor)
    return by_voucher(tuple(line for line in lines if str(line.period.year) == given.year))


def issue_year(desk: CertificateDesk, given: Certifying, row: str) -> Onward[Certifying] | Wrong:
    """H32: a 缴费证明 over the whole year."""
    lines = tuple(line for settled in paid_in_year(desk, given) for line in settled.lines)
    if not lines:
        return Wrong(NOT_PAID)
    year = Period(lines[0].period.year)
    return _issued(desk, given, _draft(desk, given, CertificateKind.PAYMENT, lines, year.label))


def _tax(desk: CertificateDesk, given: Certifying, opening: Opening) -> tuple[Certificate, ...]:
    issued = desk.counter.book.issued(given.visitor.id, CertificateKind.TAX)
    return tuple(certificate for certificate in issued if certificate.opening is opening)


def _own(desk: CertificateDesk, given: Certifying, number: str) -> Certificate | None:
    """The visitor's tax certificate of this number. Another person's is not there."""
    found = desk.counter.book.find(number)
    mine = found and found.person == given.visitor.id and found.kind is CertificateKind.TAX
    return found if mine else None


def _standing(desk: CertificateDesk, given: Certifying, number: str) -> Certificate | Wrong:
    """The visitor's tax certificate of this number, if all that it lists still stands."""
    found = _own(desk, given, number)
    if found is None:
        return Wrong(NOT_FOUND)
    try:
        desk.counter.insist(found)
    except NotTrue:
        return Wrong(REFUNDED)
    return found


def _not_opened(desk: CertificateDesk, given: Certifying, first: Period, last: Period) -> Wrong:
    """Why nothing of these months can be opened."""
    overtaken = any(for_periods(c.content.lines, first, last) for c in desk.counter.overtaken(given.visitor))
    return Wrong(REFUNDED if overtaken else NOT_OPENED)


def _draft(desk: CertificateDesk, given: Certifying, kind: CertificateKind, lines: Lines, asked: str) -> Draft:
    return desk.counter.draft(kind, given.visitor, lines, asked)


def _issued(
    desk: CertificateDesk, given: Certifying, draft: Draft, remark: Text = NOTHING
) -> Onward[Certifying] | Wrong:
    try:
        certificate = desk.counter.issue(draft)
    except AlreadyOpened:
        return Wrong(NOT_OPENED)
    except Unwritable:
        return Wrong(UNWRITABLE)
    return _shown(given, certificate.number, remark)


def _shown(given: Certifying, number: str, remark: Text = NOTHING) -> Onward[Certifying]:
    return Onward("issued", replace(given, certificate=number, remark=remark))


def _touching(payments: Iterable[Settled], first: Period, last: Period) -> tuple[Settled, ...]:
    """Payments with a bill of these periods, whole: what was paid at once is certified at once."""
    return tuple(payment for payment in payments if for_periods(payment.lines, first, last))


def _lines(entries: Iterable[Settled | Certificate]) -> Lines:
    """All their lines, oldest period first."""
    lines = (x for e in entries for x in (e.lines if isinstance(e, Settled) else e.content.lines))
    return tuple(sorted(lines, key=lambda line: (line.period, line.scheme, line.insurance)))


def _span_of(lines: Lines) -> str:
    periods = sorted(line.period for line in lines)
    return _span(periods[0], periods[-1])


def _span(first: Period, last: Period) -> Text:
    return first.label if first == last else Text("{first}至{last}", first=first.label, last=last.label)
