"""The phases of a day-end report on its way to paper, and what is said of each."""

from domain.printing.printer import Condition
from domain.words import NOTHING, Text
from viewmodels.words.print_phases import SENDING, STOPPING, Phase
from viewmodels.words.printers import WORDS

PRIMARY = {
    Phase.PRINTED: Text("完成"),
    Phase.UNSET: Text("重新生成"),
    Phase.FAILED: Text("再打印一次"),
    Phase.LOST: Text("再打印一次"),
}
SAYS = {
    Phase.SETTING: Text("正在生成日结单"),
    Phase.UNSET: Text("日结单现在生成不了，请过一会儿再试"),
    Phase.SENDING: SENDING,
    Phase.STOPPING: STOPPING,
    Phase.PRINTED: Text("已打印，请取走签字"),
    Phase.LOST: Text("打印机没有回话，请看出纸口"),
}


def says(phase: Phase, condition: Condition, printer: str) -> Text:
    """In a sentence; nothing while it can be printed."""
    match phase:
        case Phase.READY if not printer:
            return Text("现在没有能用的 A4 打印机")
        case Phase.PRINTING if condition.ready:
            return Text("正在打印日结单")
        case Phase.PRINTING:
            return Text("打印停住了：{state}", state=WORDS[condition])
        case Phase.FAILED if condition.ready:
            return Text("日结单没有打印完")
        case Phase.FAILED:
            return Text("日结单没有打印：{state}", state=WORDS[condition])
    return SAYS.get(phase, NOTHING)
