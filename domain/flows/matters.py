"""按事项办理: what one came for, and the channels that can do it. Not in the guide, but how a visitor asks."""

from domain.flows.engine import Flow, Screen
from domain.flows.steps import PickChannel, Way
from domain.words import Text

STARTS = {
    "wechat": "wechat.official_account",
    "alipay": "alipay.city_hall",
    "tax_app": "tax_app.download",
    "unionpay": "unionpay.city_service",
}


def _matter(title: Text, **differs: Text) -> Screen:
    ways = tuple(Way(channel, caption) for channel, caption in differs.items())
    return Screen(PickChannel(title, ways), {channel: STARTS[channel] for channel in differs}, "00", "按事项办理")


MATTERS = Flow(
    "matter",
    "matter.pay",
    {
        "matter.pay": _matter(
            Text("缴费"),
            wechat=Text("用微信付款，也可以代他人缴费、补缴"),
            alipay=Text("用支付宝付款，也可以补缴"),
            tax_app=Text("用支付宝付款，缴费不用登录"),
            unionpay=Text("用银行卡付款，夜间对账时不能办"),
        ),
        "matter.declare": _matter(
            Text("基数申报"),
            wechat=Text("灵活就业养老，选好的档次可以查询"),
            alipay=Text("灵活就业养老，先选所属期再选档次"),
            tax_app=Text("和支付宝的步骤一样，不用登录"),
        ),
        "matter.records": _matter(
            Text("缴费记录"),
            wechat=Text("查灵活就业养老选过的档次"),
            alipay=Text("查各个渠道缴过的费"),
            tax_app=Text("查各个渠道缴过的费，需要登录"),
        ),
        "matter.certificate": _matter(
            Text("证明开具"),
            wechat=Text("缴费证明按起止年月，完税证明可以补开"),
            alipay=Text("缴费证明按年份，完税证明按每笔缴费"),
            tax_app=Text("和支付宝的步骤一样，需要登录"),
        ),
        "matter.refund": _matter(Text("退费"), tax_app=Text("正常缴费退费、特殊缴费退费，需要登录")),
        "matter.account": _matter(Text("账户与协议"), tax_app=Text("银行账户报告、两两协议签订，需要登录")),
    },
    each_is_a_start=True,
)
