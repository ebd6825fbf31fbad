"""社保费功能列表: what one can do, for the person who proved who they are."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Menu
from domain.visit import Visit
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.rows import Group, Row, plain
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MenuViewModel(StepViewModel):
    changed = Signal()

    def __init__(self, step: Menu, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step

    @Property(QVariantList, notify=changed)
    def groups(self) -> list[dict[str, object]]:
        """`[{title, rows: [{id, title, caption, icon}]}]`."""
        return plain(
            Group(g.title, tuple(Row(item.id, item.title, item.caption, item.icon) for item in g.items))
            for g in self._step.groups
        )

    @Slot(str)
    def choose(self, item: str) -> None:
        """Begin a business: only who the visitor is goes along."""
        scheme = next(i.scheme for group in self._step.groups for i in group.items if i.id == item)
        self._finish(item, Visit(self._visit.channel, visitor=self._visit.visitor, scheme=scheme))
