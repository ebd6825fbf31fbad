"""Lists of certificates: years, payments, what was issued; each row with its button, or one button for all."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.certificates.certificate import Certificate, Line, Opening
from domain.certificates.payments import PaidYear, Settled
from domain.flows.steps import Entry, Listing
from domain.forms.asking import Told, Wrong
from domain.money import yuan
from domain.visit import Visit
from viewmodels import words
from viewmodels.lists import QStringList, QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.rows import Pair, Record, plain
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
A_PAGE = 4


@dataclass(frozen=True, slots=True)
class State:
    """`busy` while the row `asked` is being answered for."""

    records: tuple[Record, ...] = ()
    page: int = 0
    loading: bool = True
    slow: bool = False
    busy: bool = False
    asked: str = ""
    problem: str = ""


@QmlElement
class ListingViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Listing, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self.state = State()
        self._load()

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """`[{id, title, state, good, amount, pairs: [{key, value}]}]` of the page shown."""
        first = self.state.page * A_PAGE
        return plain(self.state.records[first : first + A_PAGE])

    @Property(QVariantList, notify=changed)
    def about(self) -> list[dict[str, object]]:
        """`[{key, value}]`: who the visitor is; empty where the list does not show it."""
        person = self._visit.visitor
        return plain(words.identity(person)) if person and self._step.about else []

    @Property(str, notify=changed)
    def eachText(self) -> str:
        """On the button of each row; empty where rows have none."""
        return self._step.each

    @Property(str, notify=changed)
    def submitText(self) -> str:
        """On the button for all rows; to ask again where the tax system was silent."""
        if self.state.busy:
            return words.LOADING
        if self.state.problem == words.TAX_UNREACHABLE:
            return "重新查询"
        return self._step.submit if self.state.records else ""

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return not (self.state.busy or self.state.loading)

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

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        page = min(max(self.state.page + pages, 0), self._pages() - 1)
        self._become(replace(self.state, page=page))
        self.turned.emit()

    @Slot(str)
    def choose(self, row: str) -> None:
        """A row's button. Two quick touches are one."""
        if self.ready:
            self._become(replace(self.state, busy=True, asked=row, problem=""))
            visit, desk, choose = self._visit, self._parts.desk, self._step.choose
            self._ask_tax(
                lambda: choose(desk, visit, row),
                self._answered,
                lambda: self._become(replace(self.state, busy=False, problem=words.TAX_UNREACHABLE)),
            )

    @Slot()
    def submit(self) -> None:
        """The button for all rows; or ask again what was not answered."""
        if self.state.problem != words.TAX_UNREACHABLE:
            self.choose("")
        elif self.state.records:
            self.choose(self.state.asked)
        else:
            self._become(State())
            self._load()

    def _load(self) -> None:
        self._if_slow(lambda: self._become(replace(self.state, slow=self.state.loading)))
        visit, desk, rows = self._visit, self._parts.desk, self._step.rows
        self._ask_tax(
            lambda: rows(desk, visit),
            self._loaded,
            lambda: self._become(State(loading=False, problem=words.TAX_UNREACHABLE)),
        )

    def _loaded(self, entries: tuple[Entry, ...]) -> None:
        zone = self._parts.clock().tzinfo
        self._become(State(tuple(_record(entry, zone) for entry in entries), loading=False))

    def _answered(self, answer: Told | Wrong) -> None:
        match answer:
            case Told(outcome, visit):
                self._finish(outcome, visit)
            case Wrong(problem):
                self._become(replace(self.state, busy=False, problem=problem))

    def _pages(self) -> int:
        return max(1, -(-len(self.state.records) // A_PAGE))

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _record(entry: Entry, zone: tzinfo | None) -> Record:
    match entry:
        case PaidYear(year, lines):
            count = Pair("缴费笔数", f"{len({line.voucher for line in lines})} 笔")
            insured = "、".join(dict.fromkeys(line.insurance.label for line in lines))
            about = (count, Pair("险种", insured))
            return Record(f"{year}年", "", True, about, yuan(entry.fen), str(year))
        case Settled(voucher, lines):
            paid = Pair("入库日期", f"{lines[0].paid_on:%Y-%m-%d}")
            pairs = (Pair("所属期", _periods(lines)), paid, Pair("凭证号码", voucher))
            return Record(_insurances(lines), "", True, pairs, yuan(entry.fen), voucher)
        case Certificate():
            return _certificate(entry, zone)


def _certificate(issued: Certificate, zone: tzinfo | None) -> Record:
    lines = issued.content.lines
    pairs = (
        Pair("票证号码", issued.number),
        Pair("填发日期", f"{issued.issued_at.astimezone(zone):%Y-%m-%d}"),
        Pair("所属期", _periods(lines)),
    )
    printed = f"打印过 {issued.prints} 次" if issued.prints else "还没有打印"
    title = "补开的完税证明" if issued.opening is Opening.REISSUE else "完税证明"
    return Record(title, printed, bool(issued.prints), pairs, yuan(issued.content.fen), issued.number)


def _insurances(lines: tuple[Line, ...]) -> str:
    """What was paid for, each insurance once."""
    return "、".join(dict.fromkeys(words.insured_as(line.scheme, line.insurance) for line in lines))


def _periods(lines: tuple[Line, ...]) -> str:
    periods = sorted({line.period for line in lines})
    first, last = periods[0].label, periods[-1].label
    return first if first == last else f"{first}至{last}"
