"""The simulated phone: it scans what the terminal shows, and pays or opens a page; SMS come to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.money import yuan
from domain.words import NOTHING, Text, Verbatim
from kit.demo import Demo
from kit.dock.phone import APPS, ENDINGS, SOURCE_LABELS, SOURCES, Page, State
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


@QmlElement
class HandsetViewModel(Model):
    changed = Signal()

    def __init__(
        self,
        language: Language,
        demo: Demo,
        see: Callable[[], list[str]],
        fill: Callable[[str], bool],
        links: Mapping[str, str],
        browser: Browser,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        """`see` reads the codes off the terminal's screen; `fill` types a code that came by SMS.

        `links` are codes that are no payments but lead to a page of the APP.
        """
        super().__init__(language, parent)
        self._phone, self._inbox = demo.phone, demo.sms
        self._see, self._fill = see, fill
        self._hint = NOTHING
        self.state = State()
        self._message = ""
        self._links = frozenset(links.values())
        self._browser, self._web = browser, Questions(worker, self)

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("模拟手机")

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
        return Verbatim(self._message)

    @Property(str, notify=changed)
    @said
    def messageLabel(self) -> Text:
        """What the message is, or that there is none; or why it could not be filled in."""
        return self._hint or (Text("短信验证码") if self._message else Text("还没有短信"))

    @Property(str, notify=changed)
    @said
    def fillText(self) -> Text:
        """On the button that types the code into the terminal."""
        return Text("填到终端")

    @Slot()
    def fill(self) -> None:
        """Type the code where the terminal asks for one."""
        self._hint = NOTHING if self._fill(self._message) else Text("这一屏不问验证码")
        self.changed.emit()

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

    @Slot(result=bool)
    def scan(self) -> bool:
        """Point the phone at the terminal. Whether there is a code."""
        codes = self._see()
        if codes and self._browser.opens(codes[0]):
            self._web.ask(lambda: self._browser.open(codes[0]), self._opened)
            return True
        scanned = self._phone.scan(codes[0]) if codes else None
        if codes and codes[0] in self._links:
            self._become(State(says=Text("打开了手机上的页面；在终端上请点下面的按钮")))
        elif scanned is None:
            self._become(State(says=Text("没有扫到付款码") if not codes else Text("不认识这个码")))
        elif not scanned.alive:
            self._become(State(Page.ENDED, says=ENDINGS[Ending.EXPIRED]))
        else:
            self._become(State(Page.PAYING, codes[0], scanned))
        return bool(codes)

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

    def look(self) -> None:
        """Look whether a message has come."""
        if self._inbox.last != self._message:
            self._message, self._hint = self._inbox.last, NOTHING
            self.changed.emit()

    def _become(self, state: State) -> None:
        self.state = state
        self.changed.emit()
