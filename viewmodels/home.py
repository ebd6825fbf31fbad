"""Home: the four channels, and what each can do here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from viewmodels.lists import QVariantList
from viewmodels.rows import plain

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ChannelTile:
    """`does` is what can be done in it here; a channel that is not open says where to go instead."""

    id: str
    name: str
    glyph: str
    caption: str
    does: tuple[str, ...]
    open: bool


CHANNELS = (
    ChannelTile(
        "wechat",
        "微信",
        "微",
        "用微信扫码付款",
        ("灵活就业缴费、代他人缴费", "城乡居民缴费、补缴、代他人缴费", "基数申报、选档记录查询"),
        True,
    ),
    ChannelTile("alipay", "支付宝", "支", "本机暂未开通", ("请在手机支付宝上办理",), False),
    ChannelTile("tax_app", "贵州税务APP", "税", "本机暂未开通", ("请在手机贵州税务APP上办理",), False),
    ChannelTile("unionpay", "云闪付", "云", "本机暂未开通", ("请在手机云闪付上办理",), False),
)


@QmlElement
class HomeViewModel(QObject):
    changed = Signal()

    def __init__(self, begin: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = begin

    @Property(QVariantList, notify=changed)
    def channels(self) -> list[dict[str, object]]:
        """`[{id, name, glyph, caption, does: [str], open}]`."""
        return plain(CHANNELS)

    @Property(str, notify=changed)
    def heading(self) -> str:
        return "按渠道办理"

    @Property(str, notify=changed)
    def remark(self) -> str:
        return "步骤和手机上一样"

    @Property(str, notify=changed)
    def help(self) -> str:
        return "不会操作？请叫大厅工作人员帮忙，也可以拨打"

    @Property(str, notify=changed)
    def helpNumber(self) -> str:
        return "12366"

    @Slot(str)
    def choose(self, channel: str) -> None:
        """Begin a channel's flow; nothing happens for one that is not open."""
        if any(tile.id == channel and tile.open for tile in CHANNELS):
            self._begin(channel)
