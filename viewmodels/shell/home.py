"""Home: the four channels, and the matters that one may have come for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from viewmodels.lists import QVariantList, QVariantMap
from viewmodels.shell.hall import Hall
from viewmodels.words.channels import CHANNELS
from viewmodels.words.rows import Row, plain

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MATTERS = (
    Row("matter.pay", "缴费", "养老保险、医疗保险", "yuan"),
    Row("matter.declare", "基数申报", "灵活就业养老保险", "bars"),
    Row("matter.records", "缴费记录", "缴过的费、选过的档", "list"),
    Row("matter.certificate", "证明开具", "缴费证明、完税证明", "certificate"),
    Row("matter.refund", "退费", "申请退费、查进度", "refund"),
    Row("matter.account", "账户与协议", "银行账户、委托扣款", "card"),
)
PRINTED = ("matter.certificate",)
"""Those that end at a printer."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """By channel and matter: what it is for, or that it is closed now. What is not offered is left out."""

    captions: Mapping[str, str]


@QmlElement
class HomeViewModel(QObject):
    changed = Signal()

    def __init__(self, begin: Callable[[str], None], hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = begin
        self._hall = hall
        self.state = self._now()

    def refresh(self) -> None:
        """What stands behind the screens may have changed."""
        self._become(self._now())

    @Property(QVariantList, constant=True)
    def channels(self) -> list[dict[str, object]]:
        """`[{id, title, icon}]`, `icon` the channel's character."""
        return plain(Row(c.id, c.name, icon=c.glyph) for c in CHANNELS.values())

    @Property(QVariantMap, notify=changed)
    def captions(self) -> dict[str, str]:
        """By channel and matter, as in `Tiles`."""
        return dict(self.state.captions)

    @Property(QVariantList, constant=True)
    def matters(self) -> list[dict[str, object]]:
        """`[{id, title, caption, icon}]`; `captions` has those that can be done here."""
        return plain(MATTERS)

    @Property(str, constant=True)
    def heading(self) -> str:
        return "按渠道办理"

    @Property(str, constant=True)
    def remark(self) -> str:
        return "步骤和手机上一样"

    @Property(str, constant=True)
    def mattersHeading(self) -> str:
        return "按事项办理"

    @Property(str, constant=True)
    def mattersRemark(self) -> str:
        return "先选要办的事，再选渠道"

    @Property(str, constant=True)
    def help(self) -> str:
        return "不会操作？请叫大厅工作人员帮忙，也可以拨打"

    @Property(str, constant=True)
    def helpNumber(self) -> str:
        return "12366"

    @Slot(str)
    def choose(self, where: str) -> None:
        """Begin a channel, or a matter."""
        self._begin(where)

    def _now(self) -> Tiles:
        closed, offered = self._hall.is_closed, self._hall.offers
        channels = {c.id: "正在对账，暂停办理" if closed(c.id) else c.caption for c in CHANNELS.values()}
        captions = {**channels, **{matter.id: matter.caption for matter in MATTERS}}
        if not self._hall.can_print():
            captions |= dict.fromkeys(PRINTED, "打印机暂时不能用")
        return Tiles({start: caption for start, caption in captions.items() if offered(start)})

    def _become(self, state: Tiles) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
