"""The demonstration's dock: a simulated phone, people at a tap, and levers that break and mend the world."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.forms.fields import Answers
from domain.identity import grouped
from domain.money import yuan
from domain.readers.reading import Card
from domain.words import NOTHING, Text, Verbatim
from kit.demo import Demo
from kit.dock.levers import LEVERS, Lever
from kit.dock.phone import APPS, ENDINGS, SOURCE_LABELS, SOURCES, Page, State
from kit.people.staff import DEMO_NUMBER, DEMO_PIN, SECOND_NUMBER, SECOND_PIN
from kit.simulators.browser import Browser, WebPage
from kit.simulators.payer import Ending, Source
from viewmodels.lists import QVariantList
from viewmodels.model import Model
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row
from viewmodels.worker import Questions, Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PASSWORD_LENGTH = 6
CARD = "6217 7900 0000 0000 016"
STAFF = Text(
    "工作人员：在首页长按时间，{number} 口令 {pin}，{second} 口令 {second_pin}",
    number=DEMO_NUMBER,
    pin=DEMO_PIN,
    second=SECOND_NUMBER,
    second_pin=SECOND_PIN,
)


@QmlElement
class DockViewModel(Model):
    changed = Signal()

    def __init__(
        self,
        language: Language,
        demo: Demo,
        see: Callable[[], list[str]],
        fill: Callable[[Answers], bool],
        links: Mapping[str, str],
        browser: Browser,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        """`see` reads the codes off the terminal's screen; `fill` types an identity where one is asked for.

        `links` are codes that are no payments but lead to a page of the APP.
        """
        super().__init__(language, parent)
        self._phone = demo.phone
        self._world = demo.world
        self._people = demo.people
        self._see = see
        self._fill = fill
        self.state = State()
        self._hint = NOTHING
        self._inbox = demo.sms
        self._certificates = demo.certificates
        self._board = demo.board
        self._lying = ""
        self._links = frozenset(links.values())
        self._message = ""
        self._bell = demo.bell
        self._rung = 0
        self._browser, self._web = browser, Questions(worker, self)
        self._jack = demo.jack
        self._half_second = QTimer(self, interval=500)
        self._half_second.timeout.connect(self.look)
        self._half_second.start()

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("演示台")

    @Property(str, notify=changed)
    @said
    def phoneHeading(self) -> Text:
        return Text("模拟手机")

    @Property(str, notify=changed)
    @said
    def peopleHeading(self) -> Text:
        return Text("演示人物（点一下填入）")

    @Property(str, notify=changed)
    @said
    def cardText(self) -> Text:
        """A bank card that anybody may report as their own."""
        return Text("银行卡 {card}，谁都可以用", card=CARD)

    @Property(str, notify=changed)
    @said
    def leversHeading(self) -> Text:
        return Text("故障与时钟")

    @Property(QVariantList, notify=changed)
    @said_rows
    def people(self) -> Iterable[object]:
        """`[{id, title, caption, amount}]`: name, what their case shows, and the whole number: they are invented."""
        return (
            Row(str(i), Verbatim(person.name), Verbatim(person.shows), amount=grouped(person.kind, person.number))
            for i, person in enumerate(self._people)
        )

    @Property(str, notify=changed)
    @said
    def hint(self) -> Text:
        """What to do first; else who the staff are, and how they come in."""
        return self._hint or STAFF

    @Property(str, notify=changed)
    @said
    def bellText(self) -> Text:
        """What staff touch to say that they are coming, while the bell rings."""
        if not self._rung:
            return NOTHING
        return Text("有人呼叫，点这里应答") if self._rung == 1 else Text("一分钟没有人应答，点这里应答")

    @Property(QVariantList, notify=changed)
    @said_rows
    def levers(self) -> Iterable[object]:
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
    def page(self) -> str:
        """`idle`, `paying` (W13), `ended`."""
        return self.state.page

    @Property(str, notify=changed)
    @said
    def scanText(self) -> Text:
        return Text("扫一扫")

    @Property(str, notify=changed)
    @said
    def says(self) -> Text:
        return self.state.says

    @Property(bool, notify=changed)
    def well(self) -> bool:
        """Whether what is said is good news."""
        return self.state.well

    @Property(str, notify=changed)
    def merchant(self) -> str:
        return self.state.scanned.merchant if self.state.scanned else ""

    @Property(str, notify=changed)
    def description(self) -> str:
        return self.state.scanned.description if self.state.scanned else ""

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(self.state.scanned.fen) if self.state.scanned else ""

    @Property(str, notify=changed)
    @said
    def app(self) -> Text:
        """The app that opened the code; its name."""
        return APPS[self.state.scanned.network] if self.state.scanned else NOTHING

    @Property(str, notify=changed)
    def network(self) -> str:
        """Whose colours it wears."""
        return self.state.scanned.network if self.state.scanned else ""

    @Property(str, notify=changed)
    @said
    def message(self) -> Text:
        """The newest code that came by SMS."""
        return Text("短信验证码 {message}", message=self._message) if self._message else NOTHING

    @Property(str, notify=changed)
    @said
    def sourceLabel(self) -> Text:
        return SOURCE_LABELS[self.state.scanned.network] if self.state.scanned else NOTHING

    @Property(QVariantList, notify=changed)
    @said_rows
    def sources(self) -> Iterable[object]:
        """`[{id, title, caption, chosen}]`: 零钱 or a bank card, with what is in it."""
        return (
            Row(
                source,
                SOURCES[source],
                Text("余额 {amount} 元", amount=yuan(self._phone.balance(source))),
                chosen=self.state.source is source,
            )
            for source in (self.state.scanned.sources if self.state.scanned else ())
        )

    @Property(str, notify=changed)
    @said
    def passwordLabel(self) -> Text:
        return Text("请输入支付密码")

    @Property(int, notify=changed)
    def digits(self) -> int:
        return self.state.digits

    @Property(str, notify=changed)
    @said
    def confirmText(self) -> Text:
        return Text("指纹验证")

    @Property(str, notify=changed)
    @said
    def cancelText(self) -> Text:
        return Text("取消")

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        """On the button that closes the last page, or of a page of the web."""
        return self.state.web.button if self.state.web else Text("完成")

    @Slot()
    def scan(self) -> None:
        """Point the phone at the terminal."""
        codes = self._see()
        if codes and self._browser.opens(codes[0]):
            self._web.ask(lambda: self._browser.open(codes[0]), self._opened)
            return
        scanned = self._phone.scan(codes[0]) if codes else None
        if codes and codes[0] in self._links:
            self._become(State(says=Text("打开了手机上的页面；在终端上请点下面的按钮")))
        elif scanned is None:
            self._become(State(says=Text("没有扫到付款码") if not codes else Text("不认识这个码")))
        elif not scanned.alive:
            self._become(State(Page.ENDED, says=ENDINGS[Ending.EXPIRED]))
        else:
            self._become(State(Page.PAYING, codes[0], scanned))

    @Slot(str)
    def choose(self, source: str) -> None:
        self._become(replace(self.state, source=Source(source), says=NOTHING))

    @Slot()
    def press(self) -> None:
        """One digit of the payment password; the sixth pays."""
        self._become(replace(self.state, digits=self.state.digits + 1, says=NOTHING))
        if self.state.digits >= PASSWORD_LENGTH:
            self.confirm()

    @Slot()
    def confirm(self) -> None:
        """Pay: by fingerprint, or after the sixth digit."""
        ending = self._phone.pay(self.state.code, self.state.source)
        if ending is Ending.TOO_LITTLE_MONEY:
            self._become(replace(self.state, digits=0, says=ENDINGS[ending]))
        else:
            self._become(replace(self.state, page=Page.ENDED, says=ENDINGS[ending], well=ending is Ending.PAID))

    @Slot()
    def cancel(self) -> None:
        """Close the page, or touch the button of one of the web."""
        page = self.state.web
        self._become(State())
        if page:
            self._web.ask(lambda: self._browser.press(page), self._downloaded)

    def _opened(self, page: WebPage) -> None:
        web = page if page.button else None
        self._become(State(Page.ENDED, says=page.heading, well=bool(web), web=web))

    def _downloaded(self, paper: bytes) -> None:
        says = Text("已下载到手机") if paper else Text("没有下载到")
        self._become(State(Page.ENDED, says=says, well=bool(paper)))

    @Slot(str)
    def choosePerson(self, person: str) -> None:
        """Type this person where the terminal asks who one is."""
        chosen = self._people[int(person)]
        identity = {"kind": chosen.kind, "number": chosen.number, "name": chosen.name, "phone": chosen.phone}
        if chosen.number in self._certificates:
            identity["certificate"] = self._certificates[chosen.number]
        filled = self._fill(identity)
        self._hint = NOTHING if filled else Text("请先走到填写身份或票证号码的一屏")
        self.changed.emit()

    @Property(str, notify=changed)
    @said
    def putText(self) -> Text:
        """On the button of each person that puts their card on the reader."""
        return Text("放身份证")

    @Property(str, notify=changed)
    @said
    def takeText(self) -> Text:
        """On the same, where their card lies."""
        return Text("拿走身份证")

    @Property(str, notify=changed)
    def lying(self) -> str:
        """Whose card lies on the reader; empty if none does."""
        return self._lying

    @Slot(str)
    def putCard(self, person: str) -> None:
        """Put a person's card on the reader, or take it away."""
        self._board.take_away()
        self._lying = "" if person == self._lying else person
        if self._lying:
            chosen = self._people[int(person)]
            self._board.put(Card(chosen.kind, chosen.number, chosen.name))
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Look whether a message has come, or the bell rings."""
        if (self._inbox.last, self._bell.rung) != (self._message, self._rung):
            self._message, self._rung = self._inbox.last, self._bell.rung
            self.changed.emit()

    @Property(str, notify=changed)
    @said
    def earphoneText(self) -> Text:
        """On the button that plugs an earphone into the terminal, or pulls it out."""
        return Text("拔出耳机") if self._jack.plugged else Text("插入耳机")

    @Property(bool, notify=changed)
    def plugged(self) -> bool:
        return bool(self._jack.plugged)

    @Slot()
    def plug(self) -> None:
        """In, or out."""
        self._jack.plugged = not self._jack.plugged
        self.changed.emit()

    @Slot()
    def answer(self) -> None:
        """Somebody of the staff says that they are coming."""
        self._bell.answer()
        self.look()

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

    def _become(self, state: State) -> None:
        self.state = state
        self.changed.emit()
