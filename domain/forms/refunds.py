"""退费申请 (guide 三(八)): what its forms and lists ask."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from domain.accounts.cards import bank_problem
from domain.flows.visit import Refunding, needed
from domain.forms import account as account_fields
from domain.forms import authority, bank
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.authority import AUTHORITY
from domain.forms.desks import ClaimDesk
from domain.forms.fields import Answers, DayField, Given, Option, Pad, Select, Typed, digits
from domain.money import Fen, yuan
from domain.refunds import queries
from domain.refunds.account import Account
from domain.refunds.amounts import parse
from domain.refunds.application import EXPLANATION_MOST, Application, Draft, Ground, Kind, Refundable, SumKind
from domain.refunds.holders import holder_problem, is_minor
from domain.refunds.problems import UNEXPLAINED, RefundProblem
from domain.refunds.queries import NONE_FOUND, Query
from domain.refunds.ways import needs_account
from domain.words import Text

FORM = "refund"
VOUCHER_LENGTH = 18
WITHDRAWN = Text("退费申请已经撤回")
A_LOT = Fen(10**14)
"""More than anybody paid: how much may be applied for is known when it is asked."""


def query_form(kind: Kind) -> str:
    """What a query's answers are kept under."""
    return f"refund_query_{kind}"


def _number_problem(text: str, given: Given) -> Text | None:
    return None if text.isascii() and text.isdecimal() else Text("凭证号码只有数字，请检查")


BEGIN = DayField("first", Text("缴费日期起"), required=False, hint=Text("可以不选"))
END = DayField("last", Text("缴费日期止"), required=False, hint=Text("可以不选"))
VOUCHER = replace(
    digits("voucher", Text("凭证号码"), VOUCHER_LENGTH, _number_problem, hint=Text("请输入凭证号码")), required=False
)


def _sums(given: Given) -> tuple[Option, ...]:
    return tuple(Option(kind, kind.label) for kind in SumKind)


def _grounds(given: Given) -> tuple[Option, ...]:
    """Those that the form was begun with (`begin`): what the policy allows for this payment on this day."""
    allowed = given.answers.get(GROUNDS_KEY, "").split()
    return tuple(Option(ground, ground.label) for ground in Ground if ground in allowed)


def _amount_problem(text: str, given: Given) -> Text | None:
    amount = parse(text, A_LOT)
    return amount if isinstance(amount, Text) else None


GROUNDS_KEY = "ground.allowed"
PHONE = replace(account_fields.PHONE, label=Text("联系电话"))
SUM = Select("sum_kind", Text("退费金类型"), _sums, first=SumKind.CONTRIBUTION)
GROUND = Select("ground", Text("退费原因类型"), _grounds)
AMOUNT = Typed(
    "amount",
    Text("申请退费金额"),
    _amount_problem,
    hint=Text("例如 100.00"),
    longest=16,
    pad=lambda answers: Pad.AMOUNT,
)
EXPLANATION = Typed(
    "explanation", Text("退费说明"), required=False, hint=Text("原因选“其他”的必须填"), longest=EXPLANATION_MOST
)


def find(kind: Kind) -> Callable[[ClaimDesk, Refunding, Answers], Onward[Refunding] | Wrong]:
    """P40, P45: whether there is anything to be refunded."""

    def ask(desk: ClaimDesk, given: Refunding, answers: Answers) -> Onward[Refunding] | Wrong:
        asked = replace(given, asked=answers)
        problem = queries.problem(_query(kind, answers), desk.refunds.policy.span_months)
        if problem:
            return Wrong(problem)
        return Onward("found", asked) if found(kind)(desk, asked) else Wrong(NONE_FOUND)

    return ask


def fill_authority(desk: ClaimDesk, given: Refunding) -> Answers:
    """P40, P45: the authority where the visitor paid last."""
    return authority.answers_of(desk.paid(given.visitor), desk.almanac.offices)


def found(kind: Kind) -> Callable[[ClaimDesk, Refunding], tuple[Refundable, ...]]:
    """P41, P46: what can be refunded, by what the query was given."""

    def rows(desk: ClaimDesk, given: Refunding) -> tuple[Refundable, ...]:
        query = _query(kind, given.asked)
        return queries.matching(desk.refunds.refundable(given.visitor.id), query, desk.almanac.offices)

    return rows


def choose(desk: ClaimDesk, given: Refunding, row: str) -> Onward[Refunding] | Wrong:
    """申请退费 of one payment: on to the form of the way that its money goes."""
    item = next((item for item in desk.refunds.refundable(given.visitor.id) if item.bill == row), None)
    if item is None:
        return Wrong(NONE_FOUND)
    same = given.refundable is not None and given.refundable.bill == item.bill
    network, minor = desk.refunds.network(item), is_minor(given.visitor, desk.almanac.today)
    chosen = replace(given, refundable=item, network=network, minor=minor)
    return Onward("by_network" if network else "apply", chosen, forget=() if same else (FORM,))


def begin(desk: ClaimDesk, given: Refunding) -> Answers:
    """P42, P47: all that may be applied for, to the refund account that was reported."""
    person = given.visitor
    answers = {**begin_by_network(desk, given), bank.HOLDER.key: person.name}
    reported = sorted(desk.accounts.accounts(person.id), key=lambda known: not known.details.refund)
    if not reported:
        return answers
    details = reported[0].details
    return {**answers, bank.BANK.key: details.bank, bank.ACCOUNT.key: details.number}


def begin_by_network(desk: ClaimDesk, given: Refunding) -> Answers:
    """P42, P47, where the money goes back by itself: all that may be applied for."""
    item = needed(given.refundable, "the payment")
    return {
        GROUNDS_KEY: " ".join(desk.refunds.grounds(item)),
        AMOUNT.key: yuan(item.left).replace(",", ""),
    }


def apply(desk: ClaimDesk, given: Refunding, answers: Answers) -> Onward[Refunding] | Wrong:
    """P42, P47: 保存成功, or what is wrong with it. To the bank account."""
    account = Account(answers[bank.BANK.key], answers[bank.ACCOUNT.key], answers[bank.HOLDER.key])
    wrong = {
        bank.BANK.key: bank_problem(account.number, account.bank, desk.almanac.banks),
        bank.HOLDER.key: holder_problem(account.holder, given.visitor, Ground(answers[GROUND.key]), desk.almanac.today),
    }
    return _apply(desk, replace(given, network=None), answers, account, wrong)


def by_network_is_due(answers: Answers) -> bool:
    """Whether this is where it is applied for: its ground may need the account."""
    return not needs_account(Ground(answers[GROUND.key]))


def apply_by_network(desk: ClaimDesk, given: Refunding, answers: Answers) -> Onward[Refunding] | Wrong:
    """The same, back by the network that it came by; on to the account where its ground needs one."""
    if not by_network_is_due(answers):
        return Onward("account", given)
    return _apply(desk, given, answers, None, {})


def _apply(
    desk: ClaimDesk, given: Refunding, answers: Answers, account: Account | None, found: Mapping[str, Text | None]
) -> Onward[Refunding] | Wrong:
    person, item = given.visitor, needed(given.refundable, "the payment")
    ground, explained = Ground(answers[GROUND.key]), answers.get(EXPLANATION.key, "").strip()
    unexplained = UNEXPLAINED if ground is Ground.OTHER and not explained else None
    wrong = {field: sentence for field, sentence in {EXPLANATION.key: unexplained, **found}.items() if sentence}
    amount = parse(answers[AMOUNT.key], item.left)
    if isinstance(amount, Text):
        wrong = {AMOUNT.key: amount, **wrong}
    if wrong or isinstance(amount, Text):
        return Wrong(errors=wrong, use=next(iter(wrong)))
    draft = Draft(
        person.id,
        item,
        SumKind(answers.get(SUM.key, SumKind.CONTRIBUTION)),
        ground,
        amount,
        account,
        answers[account_fields.PHONE.key],
        answers.get(EXPLANATION.key, ""),
        person.name,
        given.network,
    )
    made = desk.refunds.apply(draft)
    if isinstance(made, RefundProblem):
        return Wrong(made.sentence)
    return Onward("saved", replace(given, application=made), forget=(FORM,))


def applications(desk: ClaimDesk, given: Refunding) -> tuple[Application, ...]:
    """Everything that the visitor has applied for, newest first."""
    return desk.refunds.of(given.visitor.id)


def withdraw(desk: ClaimDesk, given: Refunding, row: str) -> Done | Wrong:
    """撤回 of one application."""
    made = desk.refunds.withdraw(row, given.visitor.id)
    return Wrong(made.sentence) if isinstance(made, RefundProblem) else Done(WITHDRAWN)


def _query(kind: Kind, answers: Answers) -> Query:
    first, last = (answers.get(field.key, "") for field in (BEGIN, END))
    return Query(
        kind,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        answers.get(VOUCHER.key, ""),
        answers.get(AUTHORITY.key, ""),
    )
