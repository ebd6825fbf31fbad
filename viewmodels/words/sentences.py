"""Sentences that several screens say in the same words."""

from domain.flows.channels import CHANNELS
from domain.flows.confirmation import Obstacle
from domain.flows.visit import Refunding, Visit
from domain.identity import masked
from domain.people.person import Person
from domain.words import Text, Verbatim
from viewmodels.words import refunds
from viewmodels.words.rows import Pair

TAX_UNREACHABLE = Text("税务系统暂时连接不上，请稍后再试，也可以请工作人员帮忙。")
NETWORK_UNREACHABLE = Text("支付网络暂时连接不上，还没有扣款。请稍后再试。")
ENROLLED_IN_NOTHING = Text("没有查到参保登记，请先到经办机构办理参保登记")
UNCERTAIN = Text("演示数据：这一期的标准未经核实")
LOADING = Text("正在查询，请稍等")

PROBLEMS: dict[Obstacle, Text] = {
    Obstacle.NOT_ENROLLED: Text("没有查到这个险种的参保登记，请先到经办机构办理参保登记"),
    Obstacle.WRONG_AGENCY: Text("所选经办机构与参保登记地不一致，请重新选择"),
    Obstacle.ARREARS_FOR_PENSION_ONLY: Text("目前支持养老保险的补缴，请改选养老保险"),
    Obstacle.NOTHING_OWED: Text("没有需要补缴的费用"),
    Obstacle.NOT_PAYABLE: Text("这一期现在不能缴费，请重新选择"),
    Obstacle.ALREADY_PAID: Text("这一期的费款已经缴过了，不用再缴"),
    Obstacle.NO_TIERS: Text("{reason}，现在不能缴费"),
}


def problem(found: Obstacle, label: Text, reason: Text) -> Text:
    """The sentence beside a field; `reason` is the policy's."""
    if found is Obstacle.MISSING:
        return Text("请选择{label}", label=label)
    return reason if found is Obstacle.BARRED else PROBLEMS[found].of(reason=reason)


def identity(person: Person) -> tuple[Pair, ...]:
    """Who it is, masked, in the guide's order (一(二): 自动带出身份信息)."""
    return (
        Pair(Text("姓名"), Verbatim(person.name)),
        Pair(Text("证件类型"), person.kind.label),
        Pair(Text("证件号码"), Verbatim(masked(person.number))),
    )


def about(visit: Visit) -> tuple[Pair, ...]:
    """What a form or list is about: the payment that a refund is asked for, or who the visitor is."""
    business = visit.business
    if isinstance(business, Refunding) and business.refundable is not None:
        return refunds.about(business, business.refundable)
    return identity(visit.who.visitor) if visit.who.visitor else ()


def tier_in(channel: str) -> Text:
    """The guide's word for a tier in a channel."""
    return CHANNELS[channel].tier
