"""按事项办理: what one came for, and the channels that can do it. Not in the guide, but how a visitor asks."""

from domain.flows.engine import Flow, Screen
from domain.flows.steps import PickChannel, Way

STARTS = {
    "wechat": "wechat.official_account",
    "alipay": "alipay.city_hall",
    "tax_app": "tax_app.download",
    "unionpay": "unionpay.city_service",
}


def _matter(title: str, **differs: str) -> Screen:
    ways = tuple(Way(channel, caption) for channel, caption in differs.items())
    return Screen(PickChannel(title, ways), {channel: STARTS[channel] for channel in differs}, "00", "按事项办理")


MATTERS = Flow(
    "matter",
    "matter.pay",
    {
        "matter.pay": _matter(
            "缴费",
            wechat="用微信付款，也可以代他人缴费、补缴",
            alipay="用支付宝付款，也可以补缴",
            tax_app="用支付宝付款，缴费不用登录",
            unionpay="用银行卡付款，夜间对账时不能办",
        ),
        "matter.declare": _matter(
            "基数申报",
            wechat="灵活就业养老，选好的档次可以查询",
            alipay="灵活就业养老，先选所属期再选档次",
            tax_app="和支付宝的步骤一样，不用登录",
        ),
        "matter.records": _matter(
            "缴费记录",
            wechat="查灵活就业养老选过的档次",
            alipay="查各个渠道缴过的费",
            tax_app="查各个渠道缴过的费，需要登录",
        ),
        "matter.payment_proof": _matter(
            "缴费证明",
            wechat="选起止年月，开一张缴费证明",
            alipay="按年份查询，开当年的缴费证明",
            tax_app="按年份查询，需要登录",
        ),
        "matter.tax_certificate": _matter(
            "完税证明",
            wechat="第一次开，或者从开过的里补开",
            alipay="第一次开按笔开，补开要票证号码",
            tax_app="和支付宝的步骤一样，需要登录",
        ),
    },
)
