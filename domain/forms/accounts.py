"""存款账户账号报告 (guide 三(二)): what its forms and list ask."""

from dataclasses import replace
from datetime import date

from domain.accounts.account import BankAccount, Details
from domain.accounts.book import AccountProblem
from domain.accounts.rules import flaws
from domain.flows.visit import Reporting
from domain.forms import bank
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.desks import AccountDesk
from domain.forms.fields import TICKED, Answers, Tick, is_ticked
from domain.words import NOTHING, Text

FORM = "bank_account"
PREFERRED = Tick("preferred", Text("缴费账户"), Text("设为首选缴费账户"))
REFUND = Tick("refund", Text("退费账户"), Text("设为退费账户"))
SAVED = Text("提交成功，账户已经报告。")
DELETED = Text("账户已经删除。")
FIELDS = {"number": bank.ACCOUNT.key, "bank": bank.BANK.key, "holder": bank.HOLDER.key, "opened_on": bank.OPENED.key}
"""The field of the form for each of `Details`."""
AT_FIELD = {
    AccountProblem.SECOND_PREFERRED: PREFERRED.key,
    AccountProblem.SECOND_REFUND: REFUND.key,
    AccountProblem.DUPLICATE: "account",
}


def listed(desk: AccountDesk, given: Reporting) -> tuple[BankAccount, ...]:
    """P21: everything the visitor has reported."""
    return desk.accounts.accounts(given.visitor.id)


def query(desk: AccountDesk, given: Reporting, answers: Answers) -> Onward[Reporting] | Wrong:
    """P20: straight to the list, which may be empty."""
    return Onward("listed", replace(given, remark=NOTHING))


def begin(desk: AccountDesk, given: Reporting) -> Answers:
    """P22: what is there of the account, or the payer's name for a new one."""
    known = _known(desk, given)
    if known is None:
        return {bank.HOLDER.key: given.visitor.name}
    details = known.details
    return {
        **bank.answers_of(details),
        bank.OPENED.key: details.opened_on.isoformat(),
        PREFERRED.key: TICKED if details.preferred else "",
        REFUND.key: TICKED if details.refund else "",
    }


def submit(desk: AccountDesk, given: Reporting, answers: Answers) -> Onward[Reporting] | Wrong:
    """P22: report a new account, or change one."""
    person = given.visitor
    details = _details(desk, answers)
    wrong = flaws(details, person.name, desk.almanac.banks, desk.almanac.today)
    if wrong:
        errors = {FIELDS[field]: sentence for field, sentence in wrong.items()}
        return Wrong(errors=errors, use=next(iter(errors)))
    if given.account:
        made = desk.accounts.change(person.id, given.account, details)
    else:
        made = desk.accounts.report(person.id, details, desk.almanac.clock())
    if isinstance(made, AccountProblem):
        field = AT_FIELD.get(made)
        return Wrong(errors={field: made.sentence}) if field else Wrong(made.sentence)
    return Onward("saved", replace(given, remark=SAVED, account=0), forget=(FORM,))


def edit(desk: AccountDesk, given: Reporting, row: str) -> Onward[Reporting] | Wrong:
    """编辑 of one account."""
    return Onward("edit", replace(given, account=int(row), remark=NOTHING), forget=(FORM,))


def report(given: Reporting) -> Onward[Reporting]:
    """新增: whatever was being changed before is left alone."""
    return Onward("add", replace(given, account=0, remark=NOTHING), forget=(FORM,) if given.account else ())


def delete(desk: AccountDesk, given: Reporting, row: str) -> Done | Wrong:
    """删除 of one account, unless it is in use."""
    problem = desk.accounts.delete(given.visitor.id, int(row))
    return Wrong(problem.sentence) if problem else Done(DELETED)


def go_and_sign(desk: AccountDesk, given: Reporting, row: str) -> Onward[Reporting] | Wrong:
    """What a reported account is mostly for."""
    return Onward("agreement", replace(given, remark=NOTHING))


def _known(desk: AccountDesk, given: Reporting) -> BankAccount | None:
    return next((account for account in listed(desk, given) if account.id == given.account), None)


def _details(desk: AccountDesk, answers: Answers) -> Details:
    branch = bank.chosen_branch(desk.almanac.judged(answers))
    return Details(
        county=answers[bank.COUNTY.key],
        bank=answers[bank.BANK.key],
        branch=branch,
        holder=answers[bank.HOLDER.key],
        number=answers[bank.ACCOUNT.key],
        opened_on=date.fromisoformat(answers[bank.OPENED.key]),
        preferred=is_ticked(PREFERRED, answers),
        refund=is_ticked(REFUND, answers),
    )
