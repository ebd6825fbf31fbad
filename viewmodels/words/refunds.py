"""Refunds: of what, and where the money goes, in the same words to the visitor, in the records and to staff."""

from collections.abc import Iterator
from datetime import datetime

from domain.accounts import cards
from domain.accounts.banks import Banks
from domain.flows.steps import PayByQr
from domain.flows.visit import Refunding
from domain.identity.shown import masked_name
from domain.money import yuan
from domain.payment.order import Network
from domain.refunds.account import Account
from domain.refunds.application import Application, Refundable
from domain.refunds.holders import Holder, holder_of
from domain.refunds.ways import TO_THE_ACCOUNT
from domain.words import NOTHING, Text, Verbatim
from viewmodels.words.insured import period_of
from viewmodels.words.rows import Pair, Station

BY_NETWORK = Text("审核通过后退费将{way}。")
BY_STAFF = Text("由工作人员审核，不通过会写明原因")
PAPERS_FIRST = Text("账户是{holder}的，审核时请带{papers}到窗口核对。")
WHERE = (Text("本机：首页 → 退费 → 申请记录"), Text("手机：贵州税务APP → 申请记录"))
"""Where an application is seen again."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def about(refunding: Refunding, item: Refundable) -> tuple[Pair, ...]:
    """What is asked back, and where it goes; of a minor also whose account may be given."""
    return (
        Pair(Text("险种"), period_of(item)),
        Pair(Text("凭证号码"), Verbatim(item.voucher)),
        Pair(Text("实缴金额"), Text("{amount} 元", amount=yuan(item.fen))),
        *((Pair(Text("可退金额"), Text("{amount} 元", amount=yuan(item.left))),) if item.applied else ()),
        *((Pair(Text("退到"), back_to(refunding.network)),) if refunding.network else ()),
        *((Pair(Text("账户名称"), _guardian()),) if refunding.minor else ()),
    )


def destination(application: Application, banks: Banks) -> Text:
    """Where the money goes."""
    account, holder = application.account, holder_of(application)
    if account is None or application.goes_back:
        return back_to(application.draft.network)
    shown = shown_account(account, banks)
    return shown if holder is Holder.INSURED else Text("{account}（{holder}）", account=shown, holder=holder.label)


def destination_told(application: Application, banks: Banks) -> Text:
    """Where the money goes, to who has just given it: the bank, the account's last four digits, and whose it is."""
    account, holder = application.account, holder_of(application)
    if account is None or application.goes_back:
        return back_to(application.draft.network)
    bank, tail, name = banks.name(account.bank), cards.tail(account.number), masked_name(account.holder)
    told = Text("{bank}，尾号 {tail}，{name}", bank=bank, tail=tail, name=name)
    return told if holder is Holder.INSURED else Text("{account}（{holder}）", account=told, holder=holder.label)


def stations(application: Application, applied: datetime) -> tuple[Station, ...]:
    """The way of an application that has just been saved; `applied` is the hall's time."""
    holder = holder_of(application)
    day = Text("{year}年{month}月{day}日", year=applied.year, month=applied.month, day=applied.day)
    at = Text("{day} {time:%H:%M}", day=day, time=applied)
    judged = PAPERS_FIRST.of(holder=holder.label, papers=holder.papers) if holder.papers else BY_STAFF
    back = application.goes_back
    goes = BY_NETWORK.of(way=back_to(application.draft.network)) if back else TO_THE_ACCOUNT
    return (
        Station(Text("已提交"), at, done=True),
        Station(Text("现在：等待审核"), judged, now=True),
        Station(Text("退款"), goes),
    )


def shown_account(account: Account, banks: Banks) -> Text:
    """Bank and number, masked."""
    return Verbatim(f"{banks.name(account.bank)} {cards.masked(account.number).replace(' ', NO_BREAK)}")


def back_to(network: Network | None) -> Text:
    """Back to the account that paid, in the app that paid."""
    app = next(_apps(network), NOTHING)
    return Text("原路退回付款时使用的{app}账户", app=app) if app else Text("原路退回付款时使用的账户")


def _apps(network: Network | None) -> Iterator[Text]:
    """What a network is paid by, as the screens with its codes name it."""
    from domain.flows.catalogue import SCREENS

    steps = (screen.step for screen in SCREENS.values())
    return (step.app.name for step in steps if isinstance(step, PayByQr) and step.network == network)


def _guardian() -> Text:
    guardian = Holder.GUARDIAN
    return Text("可以填{holder}的，审核时带{papers}到窗口", holder=guardian.label, papers=guardian.papers)
