"""The channels that there are. A new one is a folder beside the others, and a line here."""

from domain.flows.channels.alipay import ALIPAY
from domain.flows.channels.channel import Channel
from domain.flows.channels.tax_app import TAX_APP
from domain.flows.channels.unionpay import UNIONPAY
from domain.flows.channels.wechat import WECHAT

CHANNELS: dict[str, Channel] = {}
"""By id, in the order of Home."""


def add(channel: Channel) -> None:
    """One more, at the end. To be called before Home is made: what there is of channels is asked once."""
    CHANNELS[channel.id] = channel


for _channel in (WECHAT, ALIPAY, TAX_APP, UNIONPAY):
    add(_channel)
