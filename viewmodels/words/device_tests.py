"""The tests of devices in words: what they are begun by, how a page goes, how the latest of each has ended."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain import times
from domain.health.device import Device, Kind
from domain.health.last_tests import End, LastTest
from domain.printing.printer import Condition
from domain.runtime import HALL_TIME
from domain.words import NOTHING, Text
from viewmodels.words.print_phases import SENDING, STOPPING, Phase
from viewmodels.words.printers import WORDS

BEGINS: Mapping[Kind, Text] = {
    Kind.PRINTER: Text("打测试页"),
    Kind.SCREEN: Text("试触摸"),
    Kind.SOUND: Text("试声音"),
}
NEVER = Text("还没有测过")
ENDED = Text("{test}，{at}")
KINDS = {End.PASSED: "good", End.FAILED: "bad", End.UNKNOWN: "unknown"}
SAYS = {
    Phase.SENDING: SENDING,
    Phase.STOPPING: STOPPING,
    Phase.LOST: Text("打印机没有回话，不知道测试页打出来没有，请看出纸口"),
    Phase.UNSET: Text("测试页现在生成不了，请过一会儿再试"),
}


@dataclass(frozen=True, slots=True)
class Test:
    """What is known of a test; `kind` is good, bad, unknown or neutral. `busy`: a page is under way.

    `begin` is what it is asked for by, empty where there is none; `heard` and `unheard` answer for a sentence.
    """

    says: Text = NOTHING
    kind: str = "neutral"
    busy: bool = False
    stop: Text = NOTHING
    begin: Text = NOTHING
    heard: Text = NOTHING
    unheard: Text = NOTHING


HEARING = Test(Text("放了一句话，听到了吗？"), begin=Text("再放一次"), heard=Text("听到了"), unheard=Text("没听到"))
"""A sentence was said, and nobody has answered."""


def offered(one: Device, now: Test) -> Test:
    """As it stands `now`; where that says nothing, how the latest has ended."""
    begin = BEGINS.get(one.kind, NOTHING)
    if now.says or one.tested is None:
        return replace(now, begin=begin)
    return replace(now, begin=begin, says=dated(one.tested), kind=KINDS[one.tested.end])


def dated(tested: LastTest) -> Text:
    """How a test has ended, and when."""
    return ENDED.of(test=tested.end.label, at=times.at(tested.at, HALL_TIME))


def short(one: Device, now: datetime) -> Text:
    """The same in a row of what passes; empty of what has no test."""
    if one.kind not in BEGINS:
        return NOTHING
    return ENDED.of(test=one.tested.end.label, at=times.short(one.tested.at, now)) if one.tested else NEVER


def page(phase: Phase, condition: Condition, at: Text, stopped: bool) -> Text:
    """How a test page stands; `at` is when it ended. `stopped`: staff have called it off."""
    match phase:
        case Phase.FAILED if stopped:
            return Text("测试页停下了，没有结果")
        case Phase.PRINTING if condition.ready:
            return Text("测试页送到了，打印机还没有说打完")
        case Phase.PRINTING:
            return Text("测试页停住了：{state}", state=WORDS[condition])
        case Phase.PRINTED:
            return Text("测试页通过，{at}。请看深浅、线条和字清不清楚", at=at)
        case Phase.FAILED if condition.ready:
            return Text("测试页没有通过，{at}：没有打印完", at=at)
        case Phase.FAILED:
            return Text("测试页没有通过，{at}：{state}", at=at, state=WORDS[condition])
    return SAYS.get(phase, NOTHING)
