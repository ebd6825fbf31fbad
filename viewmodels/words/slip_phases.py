"""The phases of printing a 凭条, and what is said of each: whatever becomes of the paper, what was done is done."""

from domain.printing.printer import Condition
from domain.words import NOTHING, Text
from viewmodels.words.print_phases import SENDING, STOPPING, Phase
from viewmodels.words.printers import REMEDIES, WORDS

UNHARMED = Text("办理结果不受影响")
SAYS = {
    Phase.SENDING: SENDING,
    Phase.STOPPING: STOPPING,
    Phase.PRINTED: Text("已打印，请取走"),
    Phase.LOST: Text("打印机没有回话，请看出纸口。{unharmed}", unharmed=UNHARMED),
    Phase.UNSET: Text("凭条暂时打印不了，可以用手机拍下本页。{unharmed}", unharmed=UNHARMED),
}


def says(phase: Phase, condition: Condition) -> Text:
    """In a sentence or two."""
    match phase:
        case Phase.PRINTING if not condition.ready:
            return Text("打印停住了：{state}，{remedy}", state=WORDS[condition], remedy=REMEDIES[condition])
        case Phase.PRINTING:
            return Text("正在打印凭条，请在出纸口等候")
        case Phase.FAILED if condition.ready:
            return Text("凭条没有打印完，可以再打印。{unharmed}", unharmed=UNHARMED)
        case Phase.FAILED:
            state, remedy = WORDS[condition], REMEDIES[condition]
            return Text("凭条没有打印：{state}，{remedy}。{unharmed}", state=state, remedy=remedy, unharmed=UNHARMED)
    return SAYS.get(phase, NOTHING)
