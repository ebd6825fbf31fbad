"""The dock's levers: what of the pretended world can be broken and mended, and the positions of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from kit.simulators.payer import World
from viewmodels.lists import QVariantList
from viewmodels.model import Model
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LEVERS: dict[str, tuple[Text, dict[str, Text]]] = {
    "network": (
        Text("支付网络"),
        {
            "none": Text("正常"),
            "down": Text("断网"),
            "lose_answer": Text("丢失应答"),
            "bad_signature": Text("签名不对"),
            "wrong_amount": Text("金额不符"),
        },
    ),
    "refund": (
        Text("网络退款"),
        {
            "done": Text("正常"),
            "under_way": Text("没有下文"),
            "abnormal": Text("退款异常"),
            "closed": Text("退款关闭"),
            "failed": Text("退款失败"),
            "refused": Text("账户注销"),
            "short": Text("商户没钱"),
        },
    ),
    "printer": (
        Text("A4 打印机"),
        {
            "none": Text("正常"),
            "low": Text("纸少"),
            "no_paper": Text("缺纸"),
            "jam": Text("卡纸"),
            "cover_open": Text("开盖"),
            "offline": Text("断开"),
            "midway": Text("打到一半"),
            "silent": Text("不回话"),
        },
    ),
    "tax": (
        Text("税务系统"),
        {
            "none": Text("正常"),
            "down": Text("断开"),
            "refuse_posting": Text("不予入库"),
            "medical_elsewhere": Text("医保已在别处缴"),
        },
    ),
    "bank": (Text("银行签约"), {"none": Text("正常"), "down": Text("不应答"), "refuse": Text("不受理")}),
    "clock": (
        Text("时钟"),
        {
            "0": Text("现在"),
            "5": Text("快5分钟"),
            "120": Text("快2小时"),
            "1440": Text("快1天"),
            "night": Text("今晚23:05"),
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Lever:
    """A lever with its positions."""

    id: str
    title: Text
    rows: tuple[Row, ...]


@QmlElement
class LeversViewModel(Model):
    changed = Signal()

    def __init__(self, language: Language, world: World, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._world = world

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("故障与时钟")

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, rows: [{id, title, chosen}]}]`."""
        return (
            Lever(
                lever,
                title,
                tuple(Row(at, name, chosen=self._world.position(lever) == at) for at, name in positions.items()),
            )
            for lever, (title, positions) in LEVERS.items()
        )

    @Property(str, notify=changed)
    @said
    def mendText(self) -> Text:
        """On the button that puts all levers back; empty where all are."""
        moved = len(self._moved())
        return Text("全部恢复（{count}处）", count=moved) if moved else NOTHING

    @Slot()
    def mend(self) -> None:
        """All is as it was at first."""
        for lever, first in self._moved().items():
            self._world.pull(lever, first)
        self.changed.emit()

    def _moved(self) -> dict[str, str]:
        """The levers that do not stand where they stood at first, with where that is."""
        firsts = {lever: next(iter(positions)) for lever, (_, positions) in LEVERS.items()}
        return {lever: first for lever, first in firsts.items() if self._world.position(lever) != first}

    @Slot(str, str)
    def pull(self, lever: str, position: str) -> None:
        self._world.pull(lever, position)
        self.changed.emit()
