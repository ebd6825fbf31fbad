"""社保费功能列表: what one can do, for the person who proved who they are."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Menu, MenuItem, Needs
from domain.flows.visit import Choice, Identity, Paying
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.parts import Premises, PrintShop
from viewmodels.step import StepViewModel
from viewmodels.words import printers
from viewmodels.words.language import Language, said_rows
from viewmodels.words.rows import Group, Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 2000
"""How often the menu looks how the printers are."""
FIRST = {Needs.NAME: Text("不用登录"), Needs.LOGIN: Text("需要登录")}

OTHERS = "others"
OTHER = Group(Text("其他业务"), (Row(OTHERS, Text("全部功能"), Text("这个渠道能办的都在这里"), "list"),))


@QmlElement
class MenuViewModel(StepViewModel):
    """It ends with who begins what, and what of that is to be paid, if anything is."""

    changed = Signal()

    def __init__(
        self,
        step: Menu,
        who: Identity,
        matter: str,
        led: bool,
        premises: Premises,
        print_shop: PrintShop,
        suspended: Callable[[str], Text],
        language: Language,
        finish: Callable[[str, Identity, Paying | None, bool], None],
        parent: QObject | None = None,
    ) -> None:
        """`matter` is what one came for, empty if that is not known: what alone serves it begins itself, unless `led`.

        It ends with whether it has. `suspended` says what is said of a function that staff have taken out of service.
        """
        super().__init__(language, parent)
        self._step = step
        self._who = who
        self._matter = matter
        self._premises = premises
        self._print_shop = print_shop
        self._suspended = suspended
        self._finish = finish
        self._groups = self._all()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self._look.start()
        wanted = [row.id for group in self._groups for row in group.rows if row.enabled and row.id in self._serves()]
        if who.wanted and who.logged_in:
            QTimer.singleShot(0, self, self._go_on)
        elif len(wanted) == 1 and not led:
            QTimer.singleShot(0, self, lambda: self._begin(wanted[0], led=True))

    @Property(QVariantList, notify=changed)
    @said_rows
    def groups(self) -> Iterable[object]:
        """`[{title, rows: [{id, title, caption, icon, enabled}]}]`."""
        return self._groups

    @Slot(str)
    def choose(self, item: str) -> None:
        """Begin a business: only who the visitor is goes along. What it needs first comes first."""
        if item == OTHERS:
            self._matter = ""
            self._look_again()
        elif not self._suspended(item):
            self._begin(item, led=False)

    def _begin(self, item: str, *, led: bool) -> None:
        chosen = next(i for group in self._step.groups for i in group.items if i.id == item)
        paying = Paying(chosen.scheme, Choice(chosen.insurance)) if chosen.scheme else None
        if _ready(chosen.needs, self._who):
            self._finish(item, replace(self._who, wanted=""), paying, led)
        else:
            self._finish(f"{item}_first", replace(self._who, wanted=item), paying, led)

    def _serves(self) -> tuple[str, ...]:
        """The functions that what one came for may mean."""
        return self._step.serves.get(self._matter, ())

    def _all(self) -> tuple[Group, ...]:
        """All of them; if it is known what one came for, those that serve it, and one that shows the others."""
        serves = self._serves()
        groups = [
            Group(g.title, tuple(self._row(item) for item in g.items if not serves or item.id in serves))
            for g in self._step.groups
        ]
        shown = tuple(group for group in groups if group.rows)
        hides = sum(len(group.rows) for group in shown) < sum(len(g.items) for g in self._step.groups)
        return (*shown, OTHER) if hides else shown

    @Slot()
    def _look_again(self) -> None:
        groups, self._groups = self._groups, self._all()
        if groups != self._groups:
            self.changed.emit()

    def _row(self, item: MenuItem) -> Row:
        """The caption says what it is for, or what it needs that the visitor has not done."""
        if told := self._suspended(item.id):
            return Row(item.id, item.title, told, item.icon, enabled=False)
        if item.needs is Needs.LOGIN and not self._premises.logins:
            return Row(item.id, item.title, Text("本大厅不能登录，请在手机上办理"), item.icon, enabled=False)
        caption = item.caption if _ready(item.needs, self._who) else FIRST[item.needs]
        if item.prints:
            caption = printers.notice(self._print_shop.press.printers, self._print_shop.news.conditions()) or caption
        return Row(item.id, item.title, caption, item.icon)

    def _go_on(self) -> None:
        """To what the visitor wanted before they had to log in."""
        self._begin(self._who.wanted, led=len(self._serves()) == 1)


def _ready(needs: Needs, who: Identity) -> bool:
    """Whether a visitor may begin what needs this."""
    return {Needs.NOTHING: True, Needs.NAME: who.visitor is not None, Needs.LOGIN: who.logged_in}[needs]
