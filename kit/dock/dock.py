"""The demonstration's dock: a simulated phone, people at a tap, and levers that break and mend the world."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.forms.fields import Answers
from domain.identity import masked
from domain.money import yuan
from domain.payment.order import Network
from kit.people.people import DemoPerson
from kit.people.staff import DEMO_NUMBER, DEMO_PIN
from kit.simulators.payer import Ending, Inbox, Phone, Scanned, Source, World
from viewmodels.lists import QVariantList
from viewmodels.words.rows import Row, plain

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PASSWORD_LENGTH = 6
STAFF = f"工作人员：在首页长按左下角的时间，工号 {DEMO_NUMBER}，口令 {DEMO_PIN}"


LEVERS: dict[str, tuple[str, dict[str, str]]] = {
    "network": (
        "支付网络",
        {
            "none": "正常",
            "down": "断网",
            "lose_answer": "丢失应答",
            "bad_signature": "签名不对",
            "wrong_amount": "金额不符",
        },
    ),
    "printer": (
        "A4 打印机",
        {
            "none": "正常",
            "low": "纸少",
            "no_paper": "缺纸",
            "jam": "卡纸",
            "cover_open": "开盖",
            "offline": "断开",
            "midway": "打到一半",
            "silent": "不回话",
        },
    ),
    "tax": ("税务系统", {"none": "正常", "down": "断开", "refuse_posting": "不予入库"}),
    "bank": ("银行签约", {"none": "正常", "down": "不应答", "refuse": "不受理"}),
    "clock": ("时钟", {"0": "现在", "5": "快5分钟", "120": "快2小时", "1440": "快1天", "night": "今晚23:05"}),
}


class Page(StrEnum):
    IDLE = "idle"
    PAYING = "paying"
    ENDED = "ended"


ENDINGS = {
    Ending.PAID: "支付成功",
    Ending.TOO_LITTLE_MONEY: "余额不足，请换一个付款账号",
    Ending.EXPIRED: "二维码已失效",
    Ending.ALREADY_PAID: "这个订单已经付过了",
}
APPS = {Network("wechat"): "微信支付", Network("alipay"): "支付宝", Network("unionpay"): "云闪付"}
SOURCE_LABELS = {
    Network("wechat"): "付款账号",
    Network("alipay"): "付款方式",
    Network("unionpay"): "选择一张余额充足的银行卡",
}
SOURCES = {
    Source.CHANGE: "零钱",
    Source.BALANCE: "余额",
    Source.CARD: "银行卡（尾号8888）",
    Source.EMPTY_CARD: "银行卡（尾号1203）",
}


@dataclass(frozen=True, slots=True)
class State:
    """The phone's page; `digits` counts the password typed so far (any six will do)."""

    page: Page = Page.IDLE
    code: str = ""
    scanned: Scanned | None = None
    source: Source = Source.CARD
    digits: int = 0
    says: str = ""
    well: bool = False


@QmlElement
class DockViewModel(QObject):
    changed = Signal()

    def __init__(
        self,
        phone: Phone,
        world: World,
        people: tuple[DemoPerson, ...],
        inbox: Inbox,
        see: Callable[[], list[str]],
        fill: Callable[[Answers], bool],
        links: Mapping[str, str],
        certificates: Mapping[str, str],
        parent: QObject | None = None,
    ) -> None:
        """`see` reads the codes off the terminal's screen; `fill` types an identity where one is asked for.

        `links` are codes that are no payments but lead to a page of the APP; `certificates` as in `Demo`.
        """
        super().__init__(parent)
        self._phone = phone
        self._world = world
        self._people = people
        self._see = see
        self._fill = fill
        self.state = State()
        self._hint = ""
        self._inbox = inbox
        self._certificates = certificates
        self._links = frozenset(links.values())
        self._message = ""
        self._half_second = QTimer(self, interval=500)
        self._half_second.timeout.connect(self.look)
        self._half_second.start()

    @Property(str, notify=changed)
    def heading(self) -> str:
        return "演示台"

    @Property(str, notify=changed)
    def phoneHeading(self) -> str:
        return "模拟手机"

    @Property(str, notify=changed)
    def peopleHeading(self) -> str:
        return "演示人物（点一下填入）"

    @Property(str, notify=changed)
    def leversHeading(self) -> str:
        return "故障与时钟"

    @Property(QVariantList, notify=changed)
    def people(self) -> list[dict[str, object]]:
        """`[{id, title, caption}]`: name and masked number, and what their case shows."""
        return plain(
            Row(str(i), person.name, person.shows, amount=masked(person.number))
            for i, person in enumerate(self._people)
        )

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do first; else who the staff are, and how they come in."""
        return self._hint or STAFF

    @Property(QVariantList, notify=changed)
    def levers(self) -> list[dict[str, object]]:
        """`[{id, title, rows: [{id, title, chosen}]}]`."""
        return [
            {
                "id": lever,
                "title": title,
                "rows": plain(
                    Row(at, name, chosen=self._world.position(lever) == at) for at, name in positions.items()
                ),
            }
            for lever, (title, positions) in LEVERS.items()
        ]

    @Property(str, notify=changed)
    def page(self) -> str:
        """`idle`, `paying` (W13), `ended`."""
        return self.state.page

    @Property(str, notify=changed)
    def scanText(self) -> str:
        return "扫一扫"

    @Property(str, notify=changed)
    def says(self) -> str:
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
    def app(self) -> str:
        """The app that opened the code; its name."""
        return APPS[self.state.scanned.network] if self.state.scanned else ""

    @Property(str, notify=changed)
    def network(self) -> str:
        """Whose colours it wears."""
        return self.state.scanned.network if self.state.scanned else ""

    @Property(str, notify=changed)
    def message(self) -> str:
        """The newest code that came by SMS."""
        return f"短信验证码 {self._message}" if self._message else ""

    @Property(str, notify=changed)
    def sourceLabel(self) -> str:
        return SOURCE_LABELS[self.state.scanned.network] if self.state.scanned else ""

    @Property(QVariantList, notify=changed)
    def sources(self) -> list[dict[str, object]]:
        """`[{id, title, caption, chosen}]`: 零钱 or a bank card, with what is in it."""
        return plain(
            Row(
                source,
                SOURCES[source],
                f"余额 {yuan(self._phone.balance(source))} 元",
                chosen=self.state.source is source,
            )
            for source in (self.state.scanned.sources if self.state.scanned else ())
        )

    @Property(str, notify=changed)
    def passwordLabel(self) -> str:
        return "请输入支付密码"

    @Property(int, notify=changed)
    def digits(self) -> int:
        return self.state.digits

    @Property(str, notify=changed)
    def confirmText(self) -> str:
        return "指纹验证"

    @Property(str, notify=changed)
    def cancelText(self) -> str:
        return "取消"

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """On the button that closes the last page."""
        return "完成"

    @Slot()
    def scan(self) -> None:
        """Point the phone at the terminal."""
        codes = self._see()
        scanned = self._phone.scan(codes[0]) if codes else None
        if codes and codes[0] in self._links:
            self._become(State(says="打开了手机上的页面；在终端上请点下面的按钮"))
        elif scanned is None:
            self._become(State(says="没有扫到付款码" if not codes else "不认识这个码"))
        elif not scanned.alive:
            self._become(State(Page.ENDED, says=ENDINGS[Ending.EXPIRED]))
        else:
            self._become(State(Page.PAYING, codes[0], scanned))

    @Slot(str)
    def choose(self, source: str) -> None:
        self._become(replace(self.state, source=Source(source), says=""))

    @Slot()
    def press(self) -> None:
        """One digit of the payment password; the sixth pays."""
        self._become(replace(self.state, digits=self.state.digits + 1, says=""))
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
        self._become(State())

    @Slot(str)
    def choosePerson(self, person: str) -> None:
        """Type this person where the terminal asks who one is."""
        chosen = self._people[int(person)]
        identity = {"kind": chosen.kind, "number": chosen.number, "name": chosen.name, "phone": chosen.phone}
        if chosen.number in self._certificates:
            identity["certificate"] = self._certificates[chosen.number]
        filled = self._fill(identity)
        self._hint = "" if filled else "请先走到填写身份或票证号码的一屏"
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Look whether a message has come."""
        if self._inbox.last != self._message:
            self._message = self._inbox.last
            self.changed.emit()

    @Slot(str, str)
    def pull(self, lever: str, position: str) -> None:
        self._world.pull(lever, position)
        self.changed.emit()

    def _become(self, state: State) -> None:
        self.state = state
        self.changed.emit()
