"""How each device is looked at, by what watches it anyway: nothing here asks twice."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from domain.certificates.paper import Media
from domain.health import doubts
from domain.health.device import PRINTER, Check, Finding, Kind, Service, State
from domain.payment.clocks import FAST, SLOW, WRONG, Clocks, spoken
from domain.payment.network import Heard, PaymentNetwork
from domain.payment.order import Network
from domain.ports import ForStaff, MayPass, Unreachable
from domain.printing.printer import Condition, Printer, PrinterNews
from domain.readers.reader import Reader, Readers
from domain.words import NOTHING, Text, Verbatim

MONEY = frozenset({Service.MONEY})
PAPER = frozenset({Service.SLIPS, Service.CERTIFICATES})
SHOWN_S = 6.0
"""How often the demonstration hears from networks and the bureau: what is broken on purpose is seen within ten seconds,
with what such a question lasts.
"""
ASKED_S = 60.0
"""How often a hall does: there are hundreds of them, and who pays asks by themselves."""
LINE_S = 20.0
"""How often a hall looks whether its bureau is there, as its courier does (`adapters.bureau.courier`)."""
PROBED_S = 60.0
"""How often something is written into the store."""
WELL = Text("正常")

NAMES = {"wechat": Text("微信支付"), "alipay": Text("支付宝"), "unionpay": Text("银联")}
CONDITIONS = {
    Condition.OK: Finding(State.OK, WELL),
    Condition.LOW: Finding(State.LOW, Text("纸墨快用完")),
    Condition.NO_PAPER: Finding(State.OUT, Text("缺纸")),
    Condition.JAM: Finding(State.JAM, Text("卡纸")),
    Condition.COVER_OPEN: Finding(State.COVER, Text("盖子没有关好")),
    Condition.OFFLINE: Finding(State.OFFLINE, Text("没有连接")),
    Condition.UNKNOWN: Finding(State.UNKNOWN, Text("状态不明")),
}
PAPERS = {
    Media.A4: Text("A4 纸"),
    Media.ROLL_80: Text("80 毫米纸卷"),
    Media.ROLL_58: Text("58 毫米纸卷"),
}
DEVICES = (
    *(Text("A4 打印机"), Text("蓝牙打印机"), Text("读卡器"), Text("扫码器"), Text("税务中心"), Text("时钟")),
    *(Text("业务账本"), Text("密钥与证书"), Text("磁盘"), Text("屏幕与触摸"), Text("声音"), *NAMES.values()),
)
USUAL = {str(name): name for name in DEVICES}
"""What devices are called where a hall does not call them otherwise."""


def named(name: str) -> Text:
    """What the hall calls it."""
    return USUAL.get(name, Verbatim(name))


KNOWN = (
    *(WELL, Text("没有应答"), Text("应答不可信"), Text("线路不通"), Text("记录不一致"), Text("有损坏")),
    *(Text("写不进去"), Text("不能使用"), Text("磁盘满了"), Text("磁盘快满了"), Text("密钥不能使用")),
    *(Text("证书不能使用"), Text("证书过期"), Text("证书快到期"), Text("没有接显示器"), Text("没有找到触摸屏")),
    *(Text("没有找到声卡"), Text("状态不明")),
    *(found.word for found in CONDITIONS.values()),
    *doubts.WORDS.values(),
)
"""Words for states, but for what a figure is part of."""
_KNOWN = {str(word): word for word in KNOWN}


def said(word: str) -> Text:
    """A state's word that came over a line in Chinese: in any language, if it is known here."""
    return _KNOWN.get(word, Verbatim(word))


def networks(clients: Mapping[Network, PaymentNetwork], every_s: float = ASKED_S) -> Iterator[Check]:
    """Each asked for itself: one that is away keeps no other waiting."""
    for key, client in clients.items():
        name = NAMES.get(key, Verbatim(key))
        look = partial(_network, client)
        yield Check(f"network.{key}", Kind.NETWORK, name, look, MONEY, every_s, waits=True, timed=True)


def _network(client: PaymentNetwork) -> Finding:
    client.greet()
    if not isinstance(client, Heard):
        return Finding(State.OK, WELL)
    silence = client.silence()
    if silence is None:
        return Finding(State.OK, WELL)
    return Finding(State.OFFLINE, Text("没有应答")) if silence.unheard else Finding(State.DOUBTED, Text("应答不可信"))


def bureau(greet: Callable[[], object], amiss: Callable[[], Text], every_s: float = LINE_S) -> Check:
    """`greet` asks it anything, and raises Unreachable; `amiss` says what staff should see to about it."""

    def look() -> Finding:
        try:
            greet()
        except Unreachable:
            return Finding(State.OFFLINE, Text("线路不通"))
        said = amiss()
        return Finding(State.DOUBTED, Text("记录不一致"), said) if said else Finding(State.OK, WELL)

    return Check("bureau", Kind.BUREAU, Text("税务中心"), look, MONEY | PAPER, every_s, waits=True, timed=True)


def clock(clocks: Clocks) -> Check:
    """The hall's clock beside the networks'."""

    def look() -> Finding:
        off = clocks.strayed()
        if off is None:
            return Finding(State.OK, WELL)
        word = Text("{which}了{off}", which=FAST if off > timedelta(0) else SLOW, off=spoken(abs(off)))
        return Finding(State.WRONG if abs(off) > WRONG else State.STRAYED, word)

    return Check("clock", Kind.CLOCK, Text("时钟"), look, MONEY)


def store(probe: Callable[[], None], damage: Callable[[], str | None]) -> Check:
    """`probe` raises ForStaff unless a payment could be written now; `damage` is what was found wrong with it."""

    def look() -> Finding:
        if damage():
            return Finding(State.WRONG, Text("有损坏"))
        try:
            probe()
        except MayPass:
            return Finding(State.OFFLINE, Text("写不进去"))
        except ForStaff:
            return Finding(State.WRONG, Text("不能使用"))
        return Finding(State.OK, WELL)

    return Check("store", Kind.STORE, Text("业务账本"), look, MONEY | PAPER, PROBED_S, waits=True)


def printers(installed: Mapping[str, Printer], news: PrinterNews) -> Iterator[Check]:
    """Each of them prints everything, on sheets or on its roll."""
    for key, printer in installed.items():
        look, ask = partial(_printer, key, news, printer.media), partial(_printer_itself, key, news, printer.media)
        yield Check(f"{PRINTER}{key}", Kind.PRINTER, named(printer.name), look, PAPER, ask=ask)


def _printer(key: str, news: PrinterNews, media: Media) -> Finding:
    """Nobody has seen it yet: that is soon known."""
    return _found(news.conditions().get(key, Condition.OK), media)


def _printer_itself(key: str, news: PrinterNews, media: Media) -> Finding:
    return _found(news.look_at(key), media)


def _found(condition: Condition, media: Media) -> Finding:
    return replace(CONDITIONS[condition], detail=PAPERS[media] if condition.ready else NOTHING)


def readers(installed: Readers) -> Iterator[Check]:
    """What types as a keyboard does cannot be asked, and is not looked at."""
    for number, device in enumerate(installed.devices, 1):
        yield Check(f"reader.{number}", Kind.READER, named(device.name), partial(_reader, device))


def pretended() -> Iterator[Check]:
    """The demonstration's screen and sound: nobody looks whether they are there, and they can be tested."""
    for kind, name in ((Kind.SCREEN, Text("屏幕与触摸")), (Kind.SOUND, Text("声音"))):
        yield Check(kind, kind, name, lambda: Finding(State.OK, WELL))


def _reader(device: Reader) -> Finding:
    return Finding(State.OK, WELL) if device.answers else Finding(State.OFFLINE, Text("没有应答"))
