"""The four channels as Home, the header and lists name them. No domain here: Home is there before it is loaded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Channel:
    """`caption` is what Home says of it."""

    id: str
    name: str
    glyph: str
    caption: str


CHANNELS = {
    channel.id: channel
    for channel in (
        Channel("wechat", "微信", "微", "用微信扫码付款"),
        Channel("alipay", "支付宝", "支", "用支付宝扫码付款"),
        Channel("tax_app", "贵州税务APP", "税", "缴费不用登录"),
        Channel("unionpay", "云闪付", "云", "用银行卡扫码付款"),
    )
}


def name(channel: str) -> str:
    """A channel's name; its id where it is none of ours."""
    return CHANNELS[channel].name if channel in CHANNELS else channel
