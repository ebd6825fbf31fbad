"""用户认证 and 缴费人信息: document kind, number and name, typed by finger."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain import identity
from domain.flows.steps import Identify, Who
from domain.people import Person
from domain.visit import Typed, Visit
from viewmodels import words
from viewmodels.lists import QStringList, QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.rows import Pair, plain
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LABELS = {"kind": "证件类型", "number": "证件号码", "name": "姓名"}
PAYEE_LABELS = LABELS | {"number": "身份证号码"}
LONGEST = 64


@dataclass(frozen=True, slots=True)
class State:
    """`active` is the field being typed (`number`, `name` or none)."""

    typed: Typed
    active: str = ""
    number_error: str = ""
    name_error: str = ""
    problem: str = ""
    busy: bool = False


@QmlElement
class IdentifyViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Identify, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self._labels = LABELS if step.who is Who.VISITOR else PAYEE_LABELS
        typed = visit.typed if step.who is Who.VISITOR else visit.typed_payee
        empty = (f for f in step.fields if f != "kind" and not getattr(typed, f))
        self.state = State(typed, active=next(empty, ""))

    @Property(QVariantList, notify=changed)
    def fields(self) -> list[dict[str, str]]:
        """`[{key: "kind"|"number"|"name", value: label}]` in the guide's order."""
        return plain(Pair(field, self._labels[field]) for field in self._step.fields)

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self.state.typed.kind.label

    @Property(str, notify=changed)
    def number(self) -> str:
        """The number as typed."""
        return self.state.typed.number

    @Property(str, notify=changed)
    def numberShown(self) -> str:
        """In groups while it is typed, masked once it is left."""
        typed = self.state.typed
        if self.state.active == "number":
            return identity.grouped(typed.kind, typed.number)
        return identity.masked(typed.number)

    @Property(str, notify=changed)
    def name(self) -> str:
        return self.state.typed.name

    @Property(str, notify=changed)
    def numberError(self) -> str:
        return self.state.number_error

    @Property(str, notify=changed)
    def nameError(self) -> str:
        return self.state.name_error

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What is wrong with the whole form: not found, or nobody to ask."""
        return self.state.problem

    @Property(str, notify=changed)
    def active(self) -> str:
        return self.state.active

    @Property(bool, notify=changed)
    def keypad(self) -> bool:
        """Whether the field in use is typed on the large keypad (digits and X)."""
        return self.state.active == "number" and identity.numeric(self.state.typed.kind)

    @Property(QStringList, notify=changed)
    def keypadWords(self) -> list[str]:
        """The keypad's own words: delete, clear, next field."""
        return ["删除", "清空", "下一项"]

    @Property(str, notify=changed)
    def typing(self) -> str:
        return f"正在填写：{self._labels[self.state.active]}" if self.state.active else ""

    @Property(str, notify=changed)
    def counted(self) -> str:
        expected = identity.digits_expected(self.state.typed.kind)
        typed = len(self.state.typed.number)
        return f"已输入 {typed} 位，共 {expected} 位" if expected else f"已输入 {typed} 位"

    @Property(str, notify=changed)
    def privacy(self) -> str:
        whose = "" if self._step.who is Who.VISITOR else "请填写您要代缴的人。"
        return f"{whose}证件信息只在这次办理中使用，离开时自动清除"

    @Property(str, notify=changed)
    def submitText(self) -> str:
        if self.state.busy:
            return words.LOADING
        return "重新查询" if self.state.problem == words.TAX_UNREACHABLE else self._step.submit

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self.state.busy

    @Slot(str)
    def use(self, field: str) -> None:
        """Put the finger on a field; an empty name puts it away."""
        self._become(replace(self.state, active=field))

    @Slot()
    def useNext(self) -> None:
        """下一项: the field after the one in use, in the guide's order; none after the last."""
        following = self._step.fields[self._step.fields.index(self.state.active) + 1 :] if self.state.active else ()
        self._become(replace(self.state, active=next(iter(following), "")))

    @Slot(str)
    def press(self, key: str) -> None:
        """One key of the keypad."""
        self.setNumber(self.state.typed.number + key)

    @Slot()
    def erase(self) -> None:
        self.setNumber(self.state.typed.number[:-1])

    @Slot()
    def clear(self) -> None:
        self.setNumber("")

    @Slot(str)
    def setNumber(self, number: str) -> None:
        """The whole number, as typed or pasted; typing clears its error."""
        if not self.state.busy:
            typed = replace(self.state.typed, number=number[:LONGEST])
            self._become(replace(self.state, typed=typed, number_error="", problem=""))

    @Slot(str)
    def setName(self, name: str) -> None:
        if not self.state.busy:
            typed = replace(self.state.typed, name=name[:LONGEST])
            self._become(replace(self.state, typed=typed, name_error="", problem=""))

    def fill(self, typed: Typed) -> None:
        """Put in all three at once, as the demonstration's people do."""
        if not self.state.busy:
            self._become(State(typed))

    @Slot()
    def pickKind(self) -> None:
        if not self.state.busy:
            self._finish("pick_kind", self._given())

    @Slot()
    def submit(self) -> None:
        """Check every field; the first wrong one is put in use, and nothing that was typed is lost."""
        if self.state.busy:
            return
        typed = replace(self.state.typed, number=identity.tidy(self.state.typed.number))
        today = self._parts.clock().date()
        number_error = identity.number_problem(typed.kind, typed.number, today) or ""
        name_error = identity.name_problem(typed.name) or ""
        wrong = [
            field
            for field in self._step.fields
            if (field == "number" and number_error) or (field == "name" and name_error)
        ]
        self._become(State(typed, next(iter(wrong), ""), number_error, name_error, busy=not wrong))
        if not wrong:
            self._ask_tax(
                lambda: self._parts.tax.find_person(typed.kind, typed.number, typed.name.strip()),
                self._found,
                lambda: self._become(replace(self.state, problem=words.TAX_UNREACHABLE, busy=False)),
            )

    def _found(self, person: Person | None) -> None:
        if person is None:
            self._become(replace(self.state, problem=words.NOT_FOUND, busy=False, active="number"))
            return
        given = self._given()
        visitor = self._step.who is Who.VISITOR
        self._finish("identified", replace(given, visitor=person) if visitor else replace(given, payee=person))

    def _given(self) -> Visit:
        if self._step.who is Who.VISITOR:
            return Visit(self._visit.channel, self.state.typed)
        return replace(self._visit, typed_payee=self.state.typed, payee=None)

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
