"""两两协议签订 (guide 三(三)): what its forms and list ask."""

from dataclasses import replace

from domain.accounts.account import BankAccount
from domain.accounts.book import AccountProblem
from domain.agreements import consent
from domain.agreements.agreement import Agreement, Terms
from domain.agreements.book import AgreementProblem
from domain.agreements.rules import OTHER_AUTHORITY, collects, flaws
from domain.agreements.states import AgreementState
from domain.flows.visit import Agreeing, Success
from domain.forms import account, authority, bank
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.authority import AUTHORITY
from domain.forms.desks import AgreementDesk
from domain.forms.fields import Answers, SmsCode, Tick
from domain.people.insurance import Scheme
from domain.ports import Unreachable
from domain.words import NOTHING, Text

QUERY, FORM = "agreement_query", "agreement"
PHONE = replace(account.PHONE, label=Text("银行预留手机"))
CODE = SmsCode("code", Text("短信验证码"), "phone")
CONSENT = Tick(
    "consent",
    Text("授权"),
    Text("阅读并同意授权"),
    required=True,
    heading=consent.TITLE,
    paragraphs=consent.PARAGRAPHS,
    untold=Text("请先阅读并勾选同意《{title}》", title=consent.TITLE),
)
SIGNED = Text("提交成功，协议已签订。验证成功。")
NOT_VERIFIED = Text("提交成功，待验证。银行验证成功以后，协议才生效。")
NOT_SIGNED = Text("协议没有签成：{reason}。请核对以后重新新增。")
REVOKED = Text("扣款协议撤销成功")
FIELDS = {"account": bank.ACCOUNT.key, "bank": bank.BANK.key, "holder": bank.HOLDER.key}
"""The field of the form for each of `Terms`."""


def query(desk: AgreementDesk, given: Agreeing, answers: Answers) -> Onward[Agreeing] | Wrong:
    """P30: straight to the list, which may be empty."""
    return Onward("listed", replace(given, remark=NOTHING, authority=answers[AUTHORITY.key]))


def fill_authority(desk: AgreementDesk, given: Agreeing) -> Answers:
    """P30: the authority where the visitor paid last."""
    return authority.answers_of(desk.paid(given.visitor), desk.almanac.offices)


def listed(desk: AgreementDesk, given: Agreeing) -> tuple[Agreement, ...]:
    """P31: everything the visitor has signed; the bank is asked about what it has not answered."""
    return desk.signing.of(given.visitor.id)


def add(given: Agreeing) -> Onward[Agreeing]:
    """新增: what was said of the one before is not said again."""
    return Onward("add", replace(given, remark=NOTHING))


def caution(desk: AgreementDesk, given: Agreeing) -> Text:
    """Before P32: whether the authority chosen at P30 is the one that collects; nothing where nobody can tell."""
    try:
        enrolled = [one for scheme in Scheme for one in desk.tax.enrolments(given.visitor.id, scheme)]
    except Unreachable:
        return NOTHING
    return NOTHING if collects(given.authority, enrolled) else OTHER_AUTHORITY


def reported(desk: AgreementDesk, given: Agreeing) -> tuple[BankAccount, ...]:
    """Before P32: the accounts to choose from, the preferred one first."""
    accounts = desk.accounts.accounts(given.visitor.id)
    return tuple(sorted(accounts, key=lambda known: not known.details.preferred))


def use_account(desk: AgreementDesk, given: Agreeing, row: str) -> Onward[Agreeing] | Wrong:
    """选用 of one account: the form is filled in with it. What was agreed to over another was not over this one."""
    known = next((known for known in reported(desk, given) if str(known.id) == row), None)
    if known is None:
        return Wrong(AccountProblem.NOT_THERE.sentence)
    forget = () if given.account == row else (FORM,)
    return Onward("chosen", replace(given, account=row), forget, {FORM: bank.answers_of(known.details)})


def use_another(given: Agreeing) -> Onward[Agreeing]:
    """填写其他账户: what was typed before is kept, what was chosen is not."""
    return Onward("typed", replace(given, account=""), forget=(FORM,) if given.account else ())


def begin(desk: AgreementDesk, given: Agreeing) -> Answers:
    """P32: the payer's name."""
    return {bank.HOLDER.key: given.visitor.name}


def submit(desk: AgreementDesk, given: Agreeing, answers: Answers) -> Onward[Agreeing] | Wrong:
    """P32: sign it, the phone proved, and have the bank verify it."""
    person, phone = given.visitor, answers[PHONE.key]
    branch = bank.chosen_branch(desk.almanac.judged(answers))
    terms = Terms(
        authority=given.authority,
        bank=answers[bank.BANK.key],
        branch=branch,
        holder=answers[bank.HOLDER.key],
        account=answers[bank.ACCOUNT.key],
        phone=phone,
    )
    wrong = flaws(terms, person.name, desk.almanac.banks)
    if wrong:
        errors = {FIELDS[field]: sentence for field, sentence in wrong.items()}
        return Wrong(errors=errors, use=next(iter(errors)))
    if not desk.codes.proves(phone, answers[CODE.key]):
        return Wrong(account.NOT_PROVED, use=CODE.key)
    signed = desk.signing.sign(person.id, terms)
    if isinstance(signed, AgreementProblem):
        return Wrong(signed.sentence)
    desk.codes.spend(phone)
    return Onward("saved", _told(replace(given, account=""), signed), forget=(FORM,))


def _told(given: Agreeing, signed: Agreement) -> Agreeing:
    """What the bank has said so far: only it can say that the agreement holds."""
    if signed.reason:
        return replace(given, remark=NOT_SIGNED.of(reason=signed.reason.sentence), success=Success.BAD)
    if signed.state is AgreementState.PENDING:
        return replace(given, remark=NOT_VERIFIED, success=Success.OPEN)
    return replace(given, remark=SIGNED, success=Success.GOOD)


def finish(desk: AgreementDesk, given: Agreeing, row: str) -> Onward[Agreeing] | Wrong:
    """That was all."""
    return Onward("done", given)


def revoke(desk: AgreementDesk, given: Agreeing, row: str) -> Done | Wrong:
    """撤销 of one agreement."""
    revoked = desk.signing.revoke(given.visitor.id, row)
    return Wrong(revoked.sentence) if isinstance(revoked, AgreementProblem) else Done(REVOKED)
