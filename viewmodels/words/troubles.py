"""What is out of order, for whoever passes by: each with what is closed by it, or still works, as Home says it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from domain.flows.channels import CHANNELS
from domain.words import Text

if TYPE_CHECKING:
    from viewmodels.shell.hall import Hall


def troubles(hall: "Hall") -> Iterator[Text]:
    """The worst first, by what Home closes its matters by. What matters is marked as bold."""
    if not hall.is_reached():
        yield Text("<b>线路不通</b>，暂停办理，请到大厅窗口")
        return
    if not hall.can_pay():
        yield Text("<b>时间不准</b>，暂停缴费，查记录、开证明能办")
    if not hall.can_print():
        yield Text("<b>打印机暂时不能用</b>，打不了证明，缴费能办")
    elif notice := hall.printers_lack():
        yield notice
    yield from _suspended(hall)
    for channel in CHANNELS.values():
        if hall.offers(channel.id) and hall.is_closed(channel.id) and not hall.suspended(channel.id):
            yield Text("<b>{channel}</b> {closed}", channel=channel.name, closed=channel.closed)


def _suspended(hall: "Hall") -> Iterator[Text]:
    """What staff have taken out of service."""
    for one in hall.suspensions():
        from domain.flows.beginnings import named, told

        if hall.offers(one.what):
            yield Text("<b>{what}</b> {told}", what=named(one.what), told=told(one, hall.now()))
