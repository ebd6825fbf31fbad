"""What stands around the staff's own screens: the tabs of their desk, what waits, and when it locks itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.model import Model, Stateful
from viewmodels.shell.idle import IdleViewModel
from viewmodels.shell.where import Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows

if TYPE_CHECKING:  # Home needs no flow, and nobody on duty
    from domain.terminal.duty import Duty
    from viewmodels.shell.hall import Hall
    from viewmodels.worker import Questions

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
AGAIN_S = 10
"""So often it is counted what waits."""


@dataclass(frozen=True, slots=True)
class Tab:
    """`count` is how much somebody has to do there; empty if nothing."""

    id: str
    title: Text
    chosen: bool
    count: Text = NOTHING


@dataclass(frozen=True, slots=True)
class StaffDesk:
    """Who is on duty, the page that is shown (empty on what is opened from one), and what waits by the pages' ids."""

    duty: "Duty | None" = None
    page: str = ""
    waiting: Mapping[str, int] = field(default_factory=dict)
    left_s: int = 0


@QmlElement
class StaffDeskViewModel(Model, Stateful[StaffDesk]):
    changed = Signal()

    def __init__(
        self,
        go: Callable[[str], None],
        idle: IdleViewModel,
        language: Language,
        hall: "Hall",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._go = go
        self._idle = idle
        self._hall = hall
        self._counts: Questions | None = None
        self._asked_s = 0
        self.state = StaffDesk()
        idle.changed.connect(self._counted_down)

    def follow(self, where: Where) -> None:
        """Another screen is shown."""
        self._become(self._at(where))
        self._count()

    def tick(self) -> None:
        """A second has passed."""
        self._asked_s += 1
        if self._asked_s >= AGAIN_S:
            self._count()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether a page of the desk is shown, with its tabs."""
        return self.state.page != ""

    @Property(str, notify=changed)
    @said
    def locks(self) -> Text:
        """When it locks itself; empty where nobody is on duty."""
        if self.state.duty is None:
            return NOTHING
        minutes, seconds = divmod(self.state.left_s, 60)
        if not minutes:
            return Text("{s} 秒后自动锁定", s=seconds)
        return Text("{m} 分 {s} 秒后自动锁定", m=minutes, s=seconds)

    @Property(QVariantList, notify=changed)
    @said_rows
    def tabs(self) -> Iterable[object]:
        """`[{id, title, chosen, count}]`; none where no page of the desk is shown."""
        if not self.state.page:
            return ()
        from domain.flows.staff_desk import TABS

        return tuple(
            Tab(tab.id, tab.word, self._chosen in tab.pages, self._count_of(*(page.id for page in tab.pages)))
            for tab in TABS
        )

    @Property(QVariantList, notify=changed)
    @said_rows
    def pages(self) -> Iterable[object]:
        """Those of the chosen tab, as `tabs`; none where it has one only."""
        if not self.state.page:
            return ()
        from domain.flows.staff_desk import TABS

        pages = next(tab.pages for tab in TABS if self._chosen in tab.pages)
        if len(pages) < 2:
            return ()
        return tuple(Tab(p.id, p.word, p.id == self.state.page, self._count_of(p.id)) for p in pages)

    @Slot(str)
    def open(self, page: str) -> None:
        """A tab, or a page of the chosen one, is touched."""
        if self.state.page and page != self.state.page:
            self._go(page)

    @property
    def _chosen(self) -> object:
        from domain.flows.staff_desk import PAGES

        return PAGES[self.state.page]

    def _count_of(self, *pages: str) -> Text:
        count = sum(self.state.waiting.get(page, 0) for page in pages)
        return Verbatim(str(count)) if count else NOTHING

    def _at(self, where: Where) -> StaffDesk:
        if not isinstance(where, Visiting):
            return StaffDesk()
        from domain.flows.staff_desk import AT
        from domain.flows.visit import OnDuty

        business = where.session.visit.business
        if not isinstance(business, OnDuty):
            return StaffDesk()
        page = AT.get(where.screen)
        same = self.state.duty is business.duty
        waiting = self.state.waiting if same else {}
        return StaffDesk(business.duty, page.id if page else "", waiting, self._idle.state.left_s)

    def _count(self) -> None:
        """Ask what waits; where it cannot be asked now, what was known stands."""
        self._asked_s = 0
        duty, worker = self.state.duty, self._hall.worker
        if duty is None or worker is None:
            return
        from domain.flows.staff import waiting
        from domain.ports import Unreachable
        from viewmodels.worker import Questions

        def counted(found: Mapping[str, int]) -> None:
            if self.state.duty is duty:
                self._become(replace(self.state, waiting=found))

        self._counts = self._counts or Questions(worker, self)
        self._counts.ask(lambda: waiting(duty), counted, lambda error: None, (Unreachable,))

    @Slot()
    def _counted_down(self) -> None:
        if self.state.duty is not None:
            self._become(replace(self.state, left_s=self._idle.state.left_s))
