"""Home: the four channels, and the matters that one may have come for."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from viewmodels.lists import QVariantList, QVariantMap
from viewmodels.page_words import PageWords
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
"""The screens of the matters that can be done here, by id."""


@QmlElement
class HomeViewModel(PageWords):
    changed = Signal()
    laid = Signal()
    """Never: tiles are not made anew while a finger may be on one."""

    def __init__(
        self,
        begin: Callable[[str], None],
        offered: Callable[[str], bool],
        closed: Callable[[str], bool],
        cannot_print: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._begin = begin
        self._offered = offered
        self._closed = closed
        self._cannot_print = cannot_print

    @Property(QVariantList, notify=laid)
    def channels(self) -> list[dict[str, object]]:
        """`[{id, title, icon}]`, `icon` the channel's character."""
        return plain(Row(c.id, c.name, icon=c.glyph) for c in CHANNELS.values())

    @Property(QVariantMap, notify=changed)
    def captions(self) -> dict[str, str]:
        """By channel and matter: what it is for, or that it is closed now. What is not offered is left out."""
        channels = {c.id: "正在对账，暂停办理" if self._closed(c.id) else c.caption for c in CHANNELS.values()}
        captions = {**channels, **{matter.id: matter.caption for matter in MATTERS}}
        if self._cannot_print():
            captions |= dict.fromkeys(PRINTED, "打印机暂时不能用")
        return {where: caption for where, caption in captions.items() if self._offered(where)}

    @Property(QVariantList, notify=laid)
    def matters(self) -> list[dict[str, object]]:
        """`[{id, title, caption, icon}]`; `captions` has those that can be done here."""
        return plain(MATTERS)

    @Property(str, notify=changed)
    def heading(self) -> str:
        return "按渠道办理"

    @Property(str, notify=changed)
    def remark(self) -> str:
        return "步骤和手机上一样"

    @Property(str, notify=changed)
    def mattersHeading(self) -> str:
        return "按事项办理"

    @Property(str, notify=changed)
    def mattersRemark(self) -> str:
        return "先选要办的事，再选渠道"

    @Property(str, notify=changed)
    def help(self) -> str:
        return "不会操作？请叫大厅工作人员帮忙，也可以拨打"

    @Property(str, notify=changed)
    def helpNumber(self) -> str:
        return "12366"

    @Slot(str)
    def choose(self, where: str) -> None:
        """Begin a channel, or a matter."""
        self._begin(where)
