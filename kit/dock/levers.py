"""The dock's levers: what of the pretended world can be broken and mended, and the positions of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import Text, Verbatim, joined
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
}


@dataclass(frozen=True, slots=True)
class Lever:
    """A lever with its positions."""

    id: str
    title: Text
    moved: bool
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
        return Text("故障")

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, moved, rows: [{id, title, chosen}]}]`; a lever's first position is where it is not moved."""
        for lever, (title, positions) in LEVERS.items():
            here = self._world.position(lever)
            rows = tuple(Row(at, name, chosen=here == at) for at, name in positions.items())
            yield Lever(lever, title, lever in self.moved, rows)

    @Property(str, notify=changed)
    @said
    def note(self) -> Text:
        """Which lever has been moved, and to where; which levers."""
        titles = [LEVERS[lever][0] for lever in self.moved]
        if len(titles) == 1:
            return Text("{lever}：{position}", lever=titles[0], position=self._name(*self.moved))
        return joined("、", titles)

    def _name(self, lever: str) -> Text:
        positions, here = LEVERS[lever][1], self._world.position(lever)
        return positions.get(here, Verbatim(here))

    @property
    def moved(self) -> dict[str, str]:
        """The levers that do not stand where they stood at first, with where that is."""
        firsts = {lever: next(iter(positions)) for lever, (_, positions) in LEVERS.items()}
        return {lever: first for lever, first in firsts.items() if self._world.position(lever) != first}

    def mend(self) -> None:
        """All is as it was at first."""
        for lever, first in self.moved.items():
            self._world.pull(lever, first)
        self.changed.emit()

    @Slot(str, str)
    def pull(self, lever: str, position: str) -> None:
        self._world.pull(lever, position)
        self.changed.emit()
