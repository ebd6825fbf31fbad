"""The four channels as Home, the header and lists name them. No domain here: Home is there before it is loaded."""

from dataclasses import dataclass

from domain.words import Text, Verbatim


@dataclass(frozen=True, slots=True)
class Channel:
    """`caption` is what Home says of it."""

    id: str
    name: Text
    glyph: Verbatim
    caption: Text


CHANNELS = {
    channel.id: channel
    for channel in (
        Channel("wechat", Text("微信"), Verbatim("微"), Text("用微信扫码付款")),
        Channel("alipay", Text("支付宝"), Verbatim("支"), Text("用支付宝扫码付款")),
        Channel("tax_app", Text("贵州税务APP"), Verbatim("税"), Text("缴费不用登录")),
        Channel("unionpay", Text("云闪付"), Verbatim("云"), Text("用银行卡扫码付款")),
    )
}


def name(channel: str) -> Text:
    """A channel's name; its id where it is none of ours."""
    return CHANNELS[channel].name if channel in CHANNELS else Verbatim(channel)
