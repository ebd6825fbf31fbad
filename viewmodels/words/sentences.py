"""Sentences that several screens say in the same words."""

from domain.flows.channels import CHANNELS
from domain.flows.confirmation import Field, Obstacle
from domain.flows.visit import Visit
from domain.identity import masked
from domain.money import yuan
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Person
from viewmodels.words.rows import Pair

TAX_UNREACHABLE = "税务系统暂时连接不上，请稍后再试，也可以请工作人员帮忙。"
NETWORK_UNREACHABLE = "支付网络暂时连接不上，还没有扣款。请稍后再试。"
ENROLLED_IN_NOTHING = "没有查到参保登记，请先到经办机构办理参保登记"
UNCERTAIN = "演示数据：这一期的标准未经核实"
LOADING = "正在查询，请稍等"

PROBLEMS: dict[Obstacle, str] = {
    Obstacle.NOT_ENROLLED: "没有查到这个险种的参保登记，请先到经办机构办理参保登记",
    Obstacle.WRONG_AGENCY: "所选经办机构与参保登记地不一致，请重新选择",
    Obstacle.ARREARS_FOR_PENSION_ONLY: "目前支持养老保险的补缴，请改选养老保险",
    Obstacle.NOTHING_OWED: "没有需要补缴的费用",
    Obstacle.NOT_PAYABLE: "这一期现在不能缴费，请重新选择",
    Obstacle.ALREADY_PAID: "这一期的费款已经缴过了，不用再缴",
    Obstacle.NO_TIERS: "这一年的缴费标准还没有公布，暂时不能缴费",
}


def problem(field: Field, found: Obstacle, label: str) -> str:
    """The sentence beside a field."""
    return f"请选择{label}" if found is Obstacle.MISSING else PROBLEMS[found]


def identity(person: Person) -> tuple[Pair, ...]:
    """Who it is, masked, in the guide's order (一(二): 自动带出身份信息)."""
    return (
        Pair("姓名", person.name),
        Pair("证件类型", person.kind.label),
        Pair("证件号码", masked(person.number)),
    )


def about(visit: Visit) -> tuple[Pair, ...]:
    """What a form or list is about: the payment that a refund is asked for, or who the visitor is."""
    if visit.refundable is not None:
        item = visit.refundable
        return (
            Pair("险种", f"{item.period.label} {insured_as(item.scheme, item.insurance)}"),
            Pair("凭证号码", item.voucher),
            Pair("实缴金额", f"{yuan(item.fen)} 元"),
            *((Pair("可退金额", f"{yuan(item.left)} 元"),) if item.applied else ()),
        )
    return identity(visit.visitor) if visit.visitor else ()


def tier_in(channel: str) -> str:
    """The guide's word for a tier in a channel."""
    return CHANNELS[channel].tier


def insured_as(scheme: Scheme, insurance: Insurance) -> str:
    return f"{scheme.label} {insurance.label}"
