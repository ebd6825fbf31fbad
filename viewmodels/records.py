"""灵活就业基本养老（选档）记录查询: the tiers chosen so far."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Records
from domain.insurance import Insurance, Scheme
from domain.money import yuan
from domain.people import TierRecord
from domain.policy import tier_label
from domain.visit import Visit
from viewmodels import words
from viewmodels.lists import QStringList, QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
A_PAGE = 4


@dataclass(frozen=True, slots=True)
class State:
    records: tuple[TierRecord, ...] = ()
    page: int = 0
    loading: bool = True
    slow: bool = False
    problem: str = ""


@QmlElement
class RecordsViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Records, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self.state = State()
        self._load()

    def _load(self) -> None:
        self._if_slow(lambda: self._become(replace(self.state, slow=self.state.loading)))
        tax, person = self._parts.tax, self._visit.insured
        assert person is not None
        self._ask_tax(
            lambda: tax.declared(person.id, Scheme.FLEXIBLE),
            self._told,
            lambda: self._become(State(loading=False, problem=words.TAX_UNREACHABLE)),
        )

    def _told(self, records: tuple[TierRecord, ...]) -> None:
        pension = tuple(record for record in records if record.insurance is Insurance.PENSION)
        self._become(State(pension, loading=False))

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """`[{title, state, paid, pairs: [{key, value}]}]` of the page shown, newest first."""
        first = self.state.page * A_PAGE
        zone = self._parts.clock().tzinfo
        return [_shown(record, zone) for record in self.state.records[first : first + A_PAGE]]

    @Property(str, notify=changed)
    def nothing(self) -> str:
        return "" if self.state.records or self.state.loading or self.state.problem else self._step.nothing

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.loading

    @Property(str, notify=changed)
    def problem(self) -> str:
        return words.LOADING if self.state.loading and self.state.slow else self.state.problem

    @Property(int, notify=changed)
    def page(self) -> int:
        return self.state.page + 1

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._pages()

    @Property(str, notify=changed)
    def pageText(self) -> str:
        return f"第 {self.state.page + 1} 页，共 {self._pages()} 页"

    @Property(QStringList, notify=changed)
    def turnTexts(self) -> list[str]:
        return ["上一页", "下一页"]

    @Property(str, notify=changed)
    def doneText(self) -> str:
        return "重新查询" if self.state.problem else "返回"

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        page = min(max(self.state.page + pages, 0), self._pages() - 1)
        self._become(replace(self.state, page=page))

    @Slot()
    def done(self) -> None:
        """Back, or ask again where the tax system was silent."""
        if self.state.problem:
            self._become(State())
            self._load()
        else:
            self._finish("done", self._visit)

    def _pages(self) -> int:
        return max(1, -(-len(self.state.records) // A_PAGE))

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _shown(record: TierRecord, zone: tzinfo | None) -> dict[str, object]:
    pairs = [
        ("费款所属期", record.period.label),
        ("险种", record.insurance.label),
        ("缴费基数", f"{yuan(record.base)} 元" if record.base is not None else ""),
        ("月缴费额", f"{yuan(record.fen)} 元"),
        ("选档时间", f"{record.recorded_at.astimezone(zone):%Y-%m-%d %H:%M}"),
        ("渠道", {"wechat": "微信"}.get(record.channel, record.channel)),
    ]
    return {
        "title": tier_label(record.scheme, record.tier),
        "state": "已缴费" if record.paid else "未缴费",
        "paid": record.paid,
        "pairs": [{"key": key, "value": value} for key, value in pairs if value],
    }
