"""Printers as visitors are told of them: their condition in words, and what to do."""

from collections.abc import Mapping

from domain.printing.printer import Condition, Printer, worst
from domain.words import NOTHING, Text, Verbatim
from viewmodels.words.rows import Row

WORDS = {
    Condition.OK: Text("正常"),
    Condition.LOW: Text("可以打印，纸墨不多"),
    Condition.NO_PAPER: Text("缺纸"),
    Condition.JAM: Text("卡纸"),
    Condition.COVER_OPEN: Text("盖子没有关好"),
    Condition.OFFLINE: Text("没有连接"),
    Condition.UNKNOWN: Text("状态不明"),
}
REMEDIES = {
    Condition.NO_PAPER: Text("请叫工作人员加纸"),
    Condition.JAM: Text("请叫工作人员取出卡住的纸"),
    Condition.COVER_OPEN: Text("请叫工作人员关好打印机的盖子"),
    Condition.OFFLINE: Text("请叫工作人员检查打印机的电源和连线"),
    Condition.UNKNOWN: Text("请叫工作人员看一下打印机"),
}
NOT_KNOWN = Text("正在检查打印机")

USUAL = {str(name): name for name in (Text("A4 打印机"), Text("蓝牙打印机"))}
"""What printers are called where a hall does not call them otherwise."""


def state(condition: Condition | None) -> Text:
    """How a printer is; None before it has been asked."""
    return NOT_KNOWN if condition is None else WORDS[condition]


def out_of_order(printers: Mapping[str, Printer], conditions: Mapping[str, Condition]) -> Text:
    """What is said where nothing can be printed: why, and what to do. Empty while one printer may be tried."""
    if not printers:
        return Text("本机没有打印机")
    stopped = _stopped(printers, conditions)
    if len(stopped) < len(printers):
        return NOTHING
    reason = worst(tuple(stopped.values()))
    return Text("打印机{state}，{remedy}", state=WORDS[reason], remedy=REMEDIES[reason])


def before_paying(printers: Mapping[str, Printer], conditions: Mapping[str, Condition]) -> Text:
    """What has to be known before one pays: that there will be no paper. Empty while one printer may be tried."""
    if not printers:
        return Text("本机没有打印机，付款以后不能打印凭条和证明")
    stopped = _stopped(printers, conditions)
    if len(stopped) < len(printers):
        return NOTHING
    state = WORDS[worst(tuple(stopped.values()))]
    return Text("打印机{state}：现在付款照常入库，但凭条和证明要等打印机修好以后才能打印", state=state)


def usual(printers: Mapping[str, Printer], conditions: Mapping[str, Condition]) -> str:
    """The first one that is ready, or the first at all; empty where there is none."""
    ready = (key for key in printers if key in conditions and conditions[key].ready)
    return next(ready, next(iter(printers), ""))


def row(key: str, printer: Printer, condition: Condition | None, chosen: str) -> Row:
    """A printer to choose; it is enabled if it can print now, or that is not known yet."""
    icon = "printer" if printer.media.sheets else "receipt"
    ready = condition is None or condition.ready
    return Row(key, _name(printer), state(condition), icon, key == chosen, ready)


def notice(printers: Mapping[str, Printer], conditions: Mapping[str, Condition]) -> Text:
    """What is said before one starts: that nothing can be printed, or not on every printer. Empty if all is well."""
    stopped = _stopped(printers, conditions)
    others = [printer for key, printer in printers.items() if key not in stopped]
    if not others or not stopped:
        return out_of_order(printers, conditions)
    key, reason = next(iter(stopped.items()))
    return Text(
        "{printer}{state}，可以用{other}", printer=_name(printers[key]), state=WORDS[reason], other=_name(others[0])
    )


def strip(printers: Mapping[str, Printer], conditions: Mapping[str, Condition]) -> Text:
    """The short word for the strip at the foot; empty where there is no printer, or none is known yet."""
    stopped = _stopped(printers, conditions)
    if stopped:
        key, reason = next(iter(stopped.items()))
        return Text("{printer}{state}", printer=_name(printers[key]), state=WORDS[reason])
    low = next((one for key, one in printers.items() if conditions.get(key) is Condition.LOW), None)
    if low:
        return Text("{printer}纸墨不多", printer=_name(low))
    return Text("打印机正常") if any(key in conditions for key in printers) else NOTHING


def _name(printer: Printer) -> Text:
    """What the hall calls it."""
    return USUAL.get(printer.name, Verbatim(printer.name))


def _stopped(printers: Mapping[str, Printer], conditions: Mapping[str, Condition]) -> dict[str, Condition]:
    """Those that can print nothing now, in their order."""
    return {key: conditions[key] for key in printers if key in conditions and not conditions[key].ready}
