"""设备 in words: what can be done, and each device as a card or a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain import times
from domain.health.checkup import Checkup
from domain.health.device import Can, Device, Kind, Service
from domain.printing.printer import Printer
from domain.words import NOTHING, Text, joined
from viewmodels.words import device_tests

NONE_HERE = Text("这台机器没有设备检查")
TONES = {Can.YES: "good", Can.DOUBT: "doubt", Can.NO: "bad"}
CAN = {
    Service.MONEY: (Text("可以收款"), Text("不能收款")),
    Service.SLIPS: (Text("能打凭条"), Text("不能打凭条")),
    Service.CERTIFICATES: (Text("能打证明"), Text("不能打证明")),
}
"""Said of each service if it can be done, perhaps with a doubt; and if not."""
ICONS = {
    Kind.NETWORK: "network",
    Kind.BUREAU: "building",
    Kind.STORE: "store",
    Kind.KEYS: "key",
    Kind.CLOCK: "clock",
    Kind.DISK: "disk",
    Kind.PRINTER: "printer",
    Kind.READER: "id",
    Kind.SCREEN: "touch",
    Kind.SOUND: "sound",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A service: whether it can be done, and in `caption` by what or why not. `tone` is good, doubt or bad."""

    id: str
    title: Text
    caption: Text
    tone: str


@dataclass(frozen=True, slots=True)
class Card:
    """A device, opened or not. `more` is its figure, or closed what to do soon; `ended` what was switched off by it.

    `test` is what its test is begun by, empty if it has none, and `news` how that goes or has ended; `heard` and
    `unheard` answer for a sentence. `asked`: it is being looked at.
    """

    id: str
    icon: str
    title: Text
    state: Text
    tone: str
    verdict: Text
    passes: bool
    when: Text
    more: Text
    ended: Text
    steps: tuple[Text, ...]
    opened: bool
    asked: bool
    test: Text
    news: Text
    kind: str
    busy: bool
    stop: Text
    heard: Text
    unheard: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A device that passes: its figure, or its state, and when it was looked at."""

    id: str
    icon: str
    title: Text
    caption: Text
    verdict: Text
    when: Text
    opened: bool


def boxes(checkup: Checkup, printers: int, channels: int) -> tuple[Box, ...]:
    """The three questions that staff have first."""

    def box(service: Service) -> Box:
        can, money = checkup.can(service), service is Service.MONEY
        well = Text("{count} 个渠道", count=channels) if money else Text("{count} 台打印机", count=printers)
        missing = Text("没有支付网络") if money else Text("没有打印机")
        caption = well if can is Can.YES else checkup.why(service) or missing
        return Box(service, CAN[service][can is Can.NO], caption, TONES[can])

    return tuple(map(box, Service))


def card(checkup: Checkup, one: Device, icon: str, opened: bool, asked: bool, test: device_tests.Test) -> Card:
    """How it is, since when, what was switched off because of it, and what to do."""
    needs_a_hand = one.found.state.can is not Can.YES
    lasts, checked = times.since(one.since, checkup.at), times.at(one.checked, checkup.at.tzinfo)
    figures = (one.found.detail,) if needs_a_hand else (one.found.detail, lasts)
    return Card(
        id=one.key,
        icon=icon,
        title=one.name,
        state=one.found.word,
        tone=TONES[one.found.state.can],
        verdict=one.verdict,
        passes=one.passes,
        when=lasts if needs_a_hand and opened and not one.doubted else checked,
        more=joined("，", filter(None, figures)) if opened else one.steps[0] if one.passes and one.steps else NOTHING,
        ended=_ended(checkup.ended_by(one)),
        steps=one.steps,
        opened=opened,
        asked=asked,
        test=test.begin,
        news=test.says,
        kind=test.kind,
        busy=test.busy,
        stop=test.stop,
        heard=test.heard,
        unheard=test.unheard,
    )


def line(one: Device, icon: str, now: datetime, opened: bool) -> Line:
    """In few words: its figure, or how its test has ended."""
    caption = one.found.detail or device_tests.short(one, now) or one.found.word
    return Line(one.key, icon, one.name, caption, one.verdict, times.short(one.checked, now), opened)


def icon_of(one: Device, printers: Mapping[str, Printer]) -> str:
    """What it is drawn as; a printer by its paper."""
    printer = printers.get(one.printer)
    return "receipt" if printer is not None and not printer.media.sheets else ICONS[one.kind]


def _ended(services: tuple[Service, ...]) -> Text:
    if not services:
        return NOTHING
    if len(services) == len(Service):
        return Text("全部已停办")
    return Text("{services}已停办", services=joined("、", (one.label for one in services)))


def looked(checkup: Checkup | None, every: datetime | None) -> Text:
    """When all of them were looked at: `every` of them at once, or each at its time."""
    if checkup is None or not checkup.devices:
        return NOTHING
    if every:
        return Text("{at} 全部查过", at=times.at(every, checkup.at.tzinfo))
    return Text("{at} 以后都查过", at=times.at(min(one.checked for one in checkup.devices), checkup.at.tzinfo))
