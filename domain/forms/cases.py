"""退费审核 by staff: the refunds that lie before them, and what each of their buttons does."""

from dataclasses import replace

from domain.accounts.cards import bank_problem
from domain.flows.visit import OnDuty
from domain.forms import bank
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.fields import Answers, Given, Typed
from domain.identity import name_problem
from domain.refunds.account import Account
from domain.refunds.application import Application
from domain.refunds.cases import RefundCase
from domain.refunds.problems import RefundProblem
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text

REFUSAL, ADDRESS = "staff_refusal", "staff_account"
REASON_MOST = 200
REASON = Typed("reason", Text("不通过原因"), hint=Text("缴费人会看到这句话"), longest=REASON_MOST)
REFUSED = Text("{number} 已记为审核不通过，原因会显示给缴费人")
ADDRESSED = Text("{number} 已记下收款账户")


def _account_problem(text: str, given: Given) -> Text | None:
    chosen = given.answers.get(bank.BANK.key, "")
    return bank.ACCOUNT.check(text, given) or (bank_problem(text, chosen, given.banks) if chosen else None)


ACCOUNT = replace(bank.ACCOUNT, check=_account_problem)
HOLDER = replace(bank.HOLDER, check=lambda text, given: name_problem(text), hint=Text("与银行卡一致"))


def cases(outages: Outages, at_work: OnDuty) -> tuple[RefundCase, ...]:
    """As the office gives them."""
    return at_work.duty.office.cases()


def take(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    return _done(at_work.duty.office.take(row), Text("{row} 已受理，请审核", row=row))


def approve(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    """To the bank account that there is, else back through its network."""
    return _done(at_work.duty.office.approve(row), Text("{row} 已审核通过", row=row))


def send(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    return _done(at_work.duty.office.send(row), Text("{row} 已转退库，银行付款以后请标记已退费", row=row))


def take_over(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    return _done(at_work.duty.office.take_over(row), Text("{number} 已退回，请重新审核", number=row))


def stop(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    return _done(at_work.duty.office.stop(row), Text("{row} 已停止重发，等对账单确认有没有收到", row=row))


def open_refusal(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty]:
    """不通过: on to the reason."""
    return Onward("refuse", replace(at_work, application=row, remark=NOTHING), forget=(REFUSAL,))


def refuse(outages: Outages, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """审核不通过 with the reason, and back to the list."""
    made = at_work.duty.office.refuse(at_work.application, answers[REASON.key])
    return _back(at_work, made, "refused", REFUSED, REFUSAL)


def open_address(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty]:
    """填写收款账户: on to the account."""
    return Onward("address", replace(at_work, application=row, remark=NOTHING), forget=(ADDRESS,))


def address(outages: Outages, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """The bank account that the applicant has brought, and back to the list."""
    account = Account(answers[bank.BANK.key], answers[ACCOUNT.key], answers[HOLDER.key])
    made = at_work.duty.office.address(at_work.application, account)
    return _back(at_work, made, "addressed", ADDRESSED, ADDRESS)


def _back(
    at_work: OnDuty, made: Application | RefundProblem, outcome: str, remark: Text, form: str
) -> Onward[OnDuty] | Wrong:
    if isinstance(made, RefundProblem):
        return Wrong(made.sentence)
    return Onward(outcome, replace(at_work, remark=remark.of(number=at_work.application)), forget=(form,))


def _done(made: Application | RefundProblem, sentence: Text) -> Done | Wrong:
    return Wrong(made.sentence) if isinstance(made, RefundProblem) else Done(sentence)
