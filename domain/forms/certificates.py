"""What the forms and lists of certificates ask (guide 一(六)(七), 二(六)(七), 三(九)(十))."""

from collections.abc import Iterable
from dataclasses import replace

from domain.certificates.book import AlreadyOpened, Draft
from domain.certificates.certificate import Certificate, CertificateKind, Opening
from domain.certificates.issuing import NotTrue
from domain.certificates.paper import TypesettingFailed
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
from domain.flows.visit import Visit
from domain.forms.asking import FrontDesk, Onward, Wrong
from domain.forms.fields import Answers, AuthorityField, CaptchaField, Given, Typed, digits
from domain.forms.months import LONGEST, months
from domain.people.insurance import Period
from domain.people.person import Person
from domain.words import NOTHING, Text

NOT_OPENED = Text("未查询到任何开具信息，请确认是否首次开具")
NOT_FOUND = Text("未查询到任何信息")
NOT_PAID = Text("没有查到这段时间的缴费，请改选查询时间")
REFUNDED = Text("这张证明所列的缴费已经退费或者正在退费，不能打印，请到窗口办理")
CANNOT_BE_SET = Text("证明暂时开不出来，请到窗口办理，没有用掉开具的机会")
MORE_AUTHORITIES = Text("还有别的税务机关收的费：打印好这一张，返回再查询一次，就是下一张")
WRONG_CAPTCHA = Text("验证码不对，请看新的图片再输入一次")

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
AUTHORITY = AuthorityField("authority", Text("主管税务机关"))
NUMBER: Typed = replace(
    digits("certificate", Text("票证号码"), NUMBER_LENGTH, _number_problem, hint=Text("完税证明右上角的 18 位数字")),
    grouped=_in_groups,
    masked=lambda text: _in_groups(text, {}),
)


def whose(visit: Visit) -> Person:
    """The person a certificate is for: certificates are one's own."""
    assert visit.visitor is not None
    return visit.visitor


def fill_authority(desk: FrontDesk, visit: Visit) -> Answers:
    """Where the visitor paid last, which one may change (一般登陆后会自动填充)."""
    lines = desk.counter.lines(whose(visit))
    county = authority_of(paid_last(lines), desk.offices) if lines else ""
    return {AUTHORITY.key: county} if county else {}


def ask_payment(desk: FrontDesk, visit: Visit, answers: Answers) -> Onward | Wrong:
    """W30: a 缴费证明 over what was paid in some months."""
    if not desk.captchas.solved(answers.get(CAPTCHA.id_key, ""), answers[CAPTCHA.key]):
        return Wrong(errors={CAPTCHA.key: WRONG_CAPTCHA}, use=CAPTCHA.key)
    first, last = PAID_MONTHS.chosen(answers, desk.clock().date())
    lines = paid_in(desk.counter.lines(whose(visit)), first, last)
    if not lines:
        return Wrong(NOT_PAID)
    return _issued(desk, visit, _draft(desk, visit, CertificateKind.PAYMENT, lines, _span(first, last)))


def ask_first(desk: FrontDesk, visit: Visit, answers: Answers) -> Onward | Wrong:
    """W40: one tax certificate over all payments of some periods that can be opened; else one never printed."""
    first, last = PERIODS.chosen(answers, desk.clock().date())
    fresh = _lines(_touching(desk.counter.openable(whose(visit)), first, last))
    if fresh:
        lines = of_authority(fresh, authority_of(paid_last(fresh), desk.offices), desk.offices)
        remark = MORE_AUTHORITIES if len(lines) < len(fresh) else NOTHING
        return _issued(desk, visit, _draft(desk, visit, CertificateKind.TAX, lines, _span_of(lines)), remark)
    waiting = (c for c in desk.counter.unprinted(whose(visit)) if for_periods(c.content.lines, first, last))
    known = next(waiting, None)
    return _shown(visit, known.number) if known else _not_opened(desk, visit, first, last)


def ask_openable(desk: FrontDesk, visit: Visit, answers: Answers) -> Onward | Wrong:
    """H40: whether there is anything to open."""
    asked = visit.with_answers(FIRST_FORM, answers)
    if openable(desk, asked):
        return Onward("found", asked)
    return _not_opened(desk, visit, *PERIODS.chosen(answers, desk.clock().date()))


def openable(desk: FrontDesk, visit: Visit) -> tuple[Settled, ...]:
    """H41: the payments that can be 首开, by what H40 was given; newest first. What was never printed still can."""
    answers = visit.filled.get(FIRST_FORM, {})
    first, last = PERIODS.chosen(answers, desk.clock().date())
    waiting = by_voucher(_lines(desk.counter.unprinted(whose(visit))))
    found = _touching((*desk.counter.openable(whose(visit)), *waiting), first, last)
    county = answers.get(AUTHORITY.key, "")
    mine = (p for p in found if of_authority(p.lines, county, desk.offices))
    return tuple(sorted(mine, key=lambda p: p.lines[-1].period, reverse=True))


def open_one(desk: FrontDesk, visit: Visit, row: str) -> Onward | Wrong:
    """开具 of one payment; a certificate of it that was never printed is opened again."""
    settled = next((entry for entry in openable(desk, visit) if entry.voucher == row), None)
    if settled is None:
        return Wrong(NOT_OPENED)
    for known in desk.counter.unprinted(whose(visit)):
        if any(line.voucher == row for line in known.content.lines):
            return _shown(visit, known.number)
    return _issued(desk, visit, _draft(desk, visit, CertificateKind.TAX, settled.lines, _span_of(settled.lines)))


def ask_reissuable(desk: FrontDesk, visit: Visit, answers: Answers) -> Onward | Wrong:
    """H50: whether there is such a certificate. Another person's is not there."""
    asked = visit.with_answers(REISSUE_FORM, answers)
    return Onward("found", asked) if reissuable(desk, asked) else Wrong(NOT_FOUND)


def reissuable(desk: FrontDesk, visit: Visit) -> tuple[Certificate, ...]:
    """The certificate of the number, periods and authority that H50 was given."""
    answers = visit.filled.get(REISSUE_FORM, {})
    found = _own(desk, visit, answers.get(NUMBER.key, ""))
    if found is None:
        return ()
    lines = for_periods(found.content.lines, *WIDE_PERIODS.chosen(answers, desk.clock().date()))
    return (found,) if of_authority(lines, answers.get(AUTHORITY.key, ""), desk.offices) else ()


def reissue(desk: FrontDesk, visit: Visit, row: str) -> Onward | Wrong:
    """补开 of one certificate."""
    found = _standing(desk, visit, row)
    return found if isinstance(found, Wrong) else _issued(desk, visit, desk.counter.again(found))


def first_issued(desk: FrontDesk, visit: Visit) -> tuple[Certificate, ...]:
    """已开具的完税证明: all 首开, newest first."""
    return _tax(desk, visit, Opening.FIRST)


def reissued(desk: FrontDesk, visit: Visit) -> tuple[Certificate, ...]:
    """All 补开, newest first."""
    return _tax(desk, visit, Opening.REISSUE)


def look_at(desk: FrontDesk, visit: Visit, row: str) -> Onward | Wrong:
    """A certificate that is there already."""
    found = _standing(desk, visit, row)
    return found if isinstance(found, Wrong) else _shown(visit, row)


def paid_years(desk: FrontDesk, visit: Visit) -> tuple[PaidYear, ...]:
    """H30: years really paid."""
    return years(desk.counter.lines(whose(visit)))


def choose_year(desk: FrontDesk, visit: Visit, row: str) -> Onward | Wrong:
    """Which year it is about; nothing is asked."""
    return Onward("chosen", visit.with_answers(PAYMENT_FORM, {"year": row}))


def paid_in_year(desk: FrontDesk, visit: Visit) -> tuple[Settled, ...]:
    """H31: the year's payments."""
    chosen = visit.filled.get(PAYMENT_FORM, {}).get("year", "")
    lines = desk.counter.lines(whose(visit))
    return by_voucher(tuple(line for line in lines if str(line.period.year) == chosen))


def issue_year(desk: FrontDesk, visit: Visit, row: str) -> Onward | Wrong:
    """H32: a 缴费证明 over the whole year."""
    lines = tuple(line for settled in paid_in_year(desk, visit) for line in settled.lines)
    if not lines:
        return Wrong(NOT_PAID)
    year = Period(lines[0].period.year)
    return _issued(desk, visit, _draft(desk, visit, CertificateKind.PAYMENT, lines, year.label))


def _tax(desk: FrontDesk, visit: Visit, opening: Opening) -> tuple[Certificate, ...]:
    issued = desk.counter.book.issued(whose(visit).id, CertificateKind.TAX)
    return tuple(certificate for certificate in issued if certificate.opening is opening)


def _own(desk: FrontDesk, visit: Visit, number: str) -> Certificate | None:
    """The visitor's tax certificate of this number. Another person's is not there."""
    found = desk.counter.book.find(number)
    mine = found and found.person == whose(visit).id and found.kind is CertificateKind.TAX
    return found if mine else None


def _standing(desk: FrontDesk, visit: Visit, number: str) -> Certificate | Wrong:
    """The visitor's tax certificate of this number, if all that it lists still stands."""
    found = _own(desk, visit, number)
    if found is None:
        return Wrong(NOT_FOUND)
    try:
        desk.counter.insist(found)
    except NotTrue:
        return Wrong(REFUNDED)
    return found


def _not_opened(desk: FrontDesk, visit: Visit, first: Period, last: Period) -> Wrong:
    """Why nothing of these months can be opened."""
    overtaken = any(for_periods(c.content.lines, first, last) for c in desk.counter.overtaken(whose(visit)))
    return Wrong(REFUNDED if overtaken else NOT_OPENED)


def _draft(desk: FrontDesk, visit: Visit, kind: CertificateKind, lines: Lines, asked: str) -> Draft:
    return desk.counter.draft(kind, whose(visit), lines, asked)


def _issued(desk: FrontDesk, visit: Visit, draft: Draft, remark: Text = NOTHING) -> Onward | Wrong:
    try:
        certificate = desk.counter.issue(draft)
    except AlreadyOpened:
        return Wrong(NOT_OPENED)
    except TypesettingFailed:
        return Wrong(CANNOT_BE_SET)
    return _shown(visit, certificate.number, remark)


def _shown(visit: Visit, number: str, remark: Text = NOTHING) -> Onward:
    return Onward("issued", replace(visit, certificate=number, remark=remark))


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
