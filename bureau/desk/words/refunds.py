"""Refund applications: what is asked, what the machine has checked, and what happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from bureau.desk.words.common import Fact, Moment, ahead, tile, time, who_told
from bureau.desk.words.orders import TERMINAL
from domain.accounts import cards
from domain.accounts.banks import Banks
from domain.identity.shown import masked_name
from domain.money import yuan
from domain.payment.numbers import terminal_of
from domain.payment.order import Order
from domain.payment.states import ENTERED
from domain.people.person import Masked
from domain.reconciliation.telling import stands
from domain.refunds.application import Application, Refundable, Route
from domain.refunds.cases import RefundCase
from domain.refunds.events import Step
from domain.refunds.holders import Holder, holder_of
from domain.refunds.states import RefundState
from domain.words import Text, Verbatim


@dataclass(frozen=True, slots=True)
class Check:
    """Something that the machine has looked at: passed, or doubtful, with why."""

    good: bool
    what: Text
    why: Text


def applicant(application: Application) -> Text:
    """Who applies, masked."""
    name = application.draft.applicant or (application.account.holder if application.account else "")
    return Verbatim(masked_name(name))


def period_of(item: Refundable) -> Text:
    """What a payment was for, and for when."""
    insured = Text("{scheme} {insurance}", scheme=item.scheme.label, insurance=item.insurance.label)
    return Text("{period} {insured}", period=item.period.label, insured=insured)


def destination(application: Application, banks: Banks) -> Text:
    """Where the money goes, masked."""
    account = application.account
    if account is None or application.goes_back:
        network = application.draft.network
        return Text("原路退回：{network}", network=tile(network).name) if network else Text("原路退回")
    return Verbatim(f"{banks.name(account.bank)} {cards.masked(account.number)}")


def facts(case: RefundCase, banks: Banks, insured: Masked | None) -> tuple[Fact, ...]:
    application = case.application
    draft, item, account = application.draft, application.draft.item, application.account
    who = Verbatim(f"{applicant(application)} {insured.number}") if insured else applicant(application)
    explained, terminal = draft.explanation.strip(), terminal_of(item.order)
    return (
        Fact(Text("申请人"), who),
        Fact(Text("险种"), period_of(item)),
        Fact(Text("退费原因"), draft.ground.label),
        *((Fact(Text("退费说明"), Verbatim(explained)),) if explained else ()),
        Fact(Text("原缴费"), Text("{amount} 元，{channel}", amount=yuan(item.fen), channel=tile(item.channel).name)),
        Fact(Text("凭证号码"), Verbatim(item.voucher)),
        Fact(Text("退到"), destination(application, banks)),
        *((Fact(Text("账户名称"), _holder(application)),) if account and not application.goes_back else ()),
        Fact(Text("申请时间"), time(application.applied_at)),
        *((Fact(Text("缴费终端"), Verbatim(terminal)),) if terminal else ()),
        *((Fact(Text("商户退款单号"), Verbatim(case.repayment.number)),) if case.repayment else ()),
    )


def checks(case: RefundCase, order: Order | None, certified: bool) -> tuple[Check, ...]:
    """What a machine can tell before people decide."""
    application = case.application
    draft, item, account = application.draft, application.draft.item, application.account
    asked = Text("申请 {asked}，原缴 {paid}，以前退过 {before}", **_figures(application))
    found = [
        _still_there(order),
        Check(draft.fen + item.applied <= item.fen, Text("金额不超过原缴费"), asked),
        Check(
            not certified,
            Text("没有开过完税证明") if not certified else Text("开过完税证明"),
            Text("不用收回") if not certified else Text("退费以后那张证明就不对了，请先收回"),
        ),
    ]
    if account is None or application.goes_back:
        found.append(Check(True, Text("原路退回"), Text("退给付款的那个账户，改不了")))
        return tuple(found)
    by_app = item.order != ""
    to = Text("退到银行卡，不是原路") if by_app else Text("退到银行卡")
    found.append(Check(not by_app, to, Text("原路是{channel}", channel=tile(item.channel).name)))
    doubt = cards.card_doubt(account.number)
    found.append(Check(doubt is None, Text("卡号校验位"), doubt or Text("相符；能不能收，银行说了算")))
    holder = holder_of(application)
    papers = Text("账户是{holder}的，应核对{papers}。", holder=holder.label, papers=holder.papers)
    own = holder is Holder.INSURED
    found.append(Check(own, Text("户名"), Text("和申请人一样") if own else papers))
    return tuple(found)


def steps(history: tuple[Step, ...], names: Mapping[str, str]) -> tuple[Moment, ...]:
    """What has happened to it, from the first."""
    return tuple(
        Moment(time(step.at), who_told(step.who, names, TERMINAL), step.event.label, at=step.at) for step in history
    )


def what_follows(case: RefundCase) -> tuple[Moment, ...]:
    """What comes next, also if it fails."""
    application, center = case.application, Text("中心")
    if not application.is_open:
        return ()
    to_bank = application.account is not None and not application.goes_back
    goes = (
        Text("两人同意后：转退库，银行付款以后再由两人记下")
        if to_bank
        else Text("两人同意后：先存退费单号，再原路退；只出一次")
    )
    following = [] if application.route is Route.NETWORK and case.owed else [ahead(Text("接着"), center, goes)]
    ends = Text("申请人能查到进度；退不成会回到“待处理”，不会自己换一条路")
    return (*following, ahead(Text("办完"), Text("终端、短信"), ends))


def _still_there(order: Order | None) -> Check:
    if order is None:
        return Check(True, Text("原来的钱还在"), Text("不是在终端缴的，税务系统里已入账"))
    good = order.state in ENTERED
    return Check(good, Text("原来的钱还在") if good else Text("原来的钱不在了"), stands(order.state))


def _figures(application: Application) -> dict[str, object]:
    draft, item = application.draft, application.draft.item
    return {"asked": yuan(draft.fen), "paid": yuan(item.fen), "before": yuan(item.applied)}


def _holder(application: Application) -> Text:
    account = application.account
    assert account is not None
    name = Verbatim(masked_name(account.holder))
    if holder_of(application) is Holder.INSURED:
        return Text("{name}，和申请人一样", name=name)
    return Text("{name}，{holder}", name=name, holder=holder_of(application).label)


DECIDING = frozenset({RefundState.SUBMITTED, RefundState.TAKEN})
"""While it is being decided about."""
