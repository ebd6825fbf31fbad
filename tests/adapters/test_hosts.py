"""Where the networks are, where a hall says nothing else: as their documents have it."""

from adapters.payments.alipay import merchant as alipay
from adapters.payments.unionpay import merchant as unionpay
from adapters.payments.wechat import merchant as wechat


def test_the_networks_own_hosts() -> None:
    assert wechat.BASE_URL == "https://api.mch.weixin.qq.com"
    assert alipay.BASE_URL == "https://openapi.alipay.com/gateway.do"
    assert (unionpay.BASE_URL, unionpay.FILE_URL) == ("https://gateway.95516.com", "https://filedownload.95516.com")
