"""两两协议签订 (guide 三(三)): what its forms and list ask."""

from dataclasses import replace

from domain.accounts.account import BankAccount
from domain.accounts.book import AccountProblem
from domain.agreements import consent
from domain.agreements.agreement import Agreement, Terms
from domain.agreements.book import AgreementProblem
from domain.agreements.rules import OTHER_AUTHORITY, collects, flaws
from domain.flows.visit import Visit
from domain.forms import account, bank
from domain.forms.asking import Done, FrontDesk, Onward, Wrong
from domain.forms.certificates import AUTHORITY, whose
from domain.forms.fields import Answers, Given, SmsCode, Tick
from domain.people.insurance import Scheme
from domain.ports import Unreachable
from domain.words import NOTHING, Text

CHOSEN = "chosen"
"""Which of the reported accounts the form was filled in with."""
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
SIGNED = Text("提交成功，协议已签订。{state}。")
REVOKED = Text("扣款协议撤销成功")
FIELDS = {"account": bank.ACCOUNT.key, "bank": bank.BANK.key, "holder": bank.HOLDER.key}
"""The field of the form for each of `Terms`."""


def query(desk: FrontDesk, visit: Visit, answers: Answers) -> Onward | Wrong:
    """P30: straight to the list, which may be empty."""
    return Onward("listed", replace(visit, remark=NOTHING).with_answers(QUERY, answers))


def listed(desk: FrontDesk, visit: Visit) -> tuple[Agreement, ...]:
    """P31: everything the visitor has signed; the bank is asked about what it has not answered."""
    return desk.signing.of(whose(visit).id)


def add(visit: Visit) -> Visit:
    """新增: what was said of the one before is not said again."""
    return replace(visit, remark=NOTHING)


def caution(desk: FrontDesk, visit: Visit) -> Text:
    """Before P32: whether the authority chosen at P30 is the one that collects; nothing where nobody can tell."""
    try:
        enrolled = [one for scheme in Scheme for one in desk.tax.enrolments(whose(visit).id, scheme)]
    except Unreachable:
        return NOTHING
    return NOTHING if collects(visit.filled[QUERY][AUTHORITY.key], enrolled) else OTHER_AUTHORITY


def reported(desk: FrontDesk, visit: Visit) -> tuple[BankAccount, ...]:
    """Before P32: the accounts to choose from, the preferred one first."""
    accounts = desk.accounts.accounts(whose(visit).id)
    return tuple(sorted(accounts, key=lambda known: not known.details.preferred))


def use_account(desk: FrontDesk, visit: Visit, row: str) -> Onward | Wrong:
    """选用 of one account: the form is filled in with it. What was agreed to over another was not over this one."""
    known = next((known for known in reported(desk, visit) if str(known.id) == row), None)
    if known is None:
        return Wrong(AccountProblem.NOT_THERE.sentence)
    before = visit.filled.get(FORM, {})
    kept = before if before.get(CHOSEN) == row else {}
    return Onward("chosen", visit.with_answers(FORM, {**kept, **bank.answers_of(known.details), CHOSEN: row}))


def use_another(visit: Visit) -> Visit:
    """填写其他账户: what was typed before is kept, what was chosen is not."""
    return visit.without(FORM) if CHOSEN in visit.filled.get(FORM, {}) else visit


def begin(desk: FrontDesk, visit: Visit) -> Answers:
    """P32: the payer's name."""
    return {bank.HOLDER.key: whose(visit).name}


def submit(desk: FrontDesk, visit: Visit, answers: Answers) -> Onward | Wrong:
    """P32: sign it, the phone proved, and have the bank verify it."""
    person, phone = whose(visit), answers[PHONE.key]
    branch = bank.branch_of(Given(answers, desk.clock().date(), desk.offices, desk.banks))
    assert branch is not None
    terms = Terms(
        authority=visit.filled[QUERY][AUTHORITY.key],
        bank=answers[bank.BANK.key],
        branch=branch,
        holder=answers[bank.HOLDER.key],
        account=answers[bank.ACCOUNT.key],
        phone=phone,
    )
    wrong = flaws(terms, person.name, desk.banks)
    if wrong:
        errors = {FIELDS[field]: sentence for field, sentence in wrong.items()}
        return Wrong(errors=errors, use=next(iter(errors)))
    if not desk.codes.proves(phone, answers[CODE.key]):
        return Wrong(account.NOT_PROVED, use=CODE.key)
    signed = desk.signing.sign(person.id, terms)
    if isinstance(signed, AgreementProblem):
        return Wrong(signed.sentence)
    desk.codes.spend(phone)
    return Onward("saved", replace(visit, remark=SIGNED.of(state=signed.state.label)).without(FORM))


def finish(desk: FrontDesk, visit: Visit, row: str) -> Onward | Wrong:
    """That was all."""
    return Onward("done", visit)


def revoke(desk: FrontDesk, visit: Visit, row: str) -> Done | Wrong:
    """撤销 of one agreement."""
    revoked = desk.signing.revoke(whose(visit).id, row)
    return Wrong(revoked.sentence) if isinstance(revoked, AgreementProblem) else Done(REVOKED)
