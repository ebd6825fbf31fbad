"""What the bar under the title says where no step is counted: a sentence of guidance, or who is served."""

from domain.flows.steps import (
    Cases,
    Closed,
    Confirm,
    Day,
    DayPaper,
    Devices,
    Entrance,
    Form,
    FoundOrders,
    Household,
    Listing,
    Menu,
    PickAgency,
    PickAuthority,
    PickBills,
    PickChannel,
    PickCounty,
    PickDay,
    PickMonth,
    PickOption,
    PickPeriod,
    PickTier,
    Recorded,
    Records,
    Settings,
    Step,
    Stuck,
    Suspend,
)
from domain.flows.visit import Visit
from domain.identity import masked
from domain.words import NOTHING, Text, Verbatim

SENTENCES: dict[type, Text] = {
    Cases: Text("点一种办法，看清楚下面的话，再点最下面的按钮"),
    Closed: Text("现在暂停办理，可以换个渠道"),
    Confirm: Text("从上到下选一遍，核对金额再点下一步"),
    Day: Text("看看这一天收了多少，再打印日结单"),
    Devices: Text("先看红色的，照步骤做完再查一次"),
    DayPaper: Text("看清楚再打印，结账人和复核人都要签字"),
    Entrance: Text("在手机上这样进入，在本机上按下面的按钮"),
    FoundOrders: Text("看清楚经过，要凭条就点补打"),
    Household: Text("看看人和金额对不对，再加人或点下一步"),
    Settings: Text("点一项停用，停用的再点恢复"),
    Stuck: Text("只数人次，看不出是谁"),
    Suspend: Text("选告诉缴费人的话，再选到什么时候"),
    PickAgency: Text("找到给您参保的单位，点一下"),
    PickTier: Text("选一档，每档下面写着缴多少"),
    PickOption: Text("请选一项"),
    PickPeriod: Text("请选一项"),
    PickMonth: Text("先看年份，再点月份"),
    PickDay: Text("年份和月份在上面选"),
    PickAuthority: Text("先选地市，再选税务机关"),
    PickCounty: Text("先选地市，再选区县"),
    PickChannel: Text("先选渠道，再照手机上的步骤办"),
}


def sentence(step: Step) -> Text:
    """One sentence, or nothing."""
    return step.lead if isinstance(step, Form | Menu) else SENTENCES.get(type(step), NOTHING)


def served(step: Step, visit: Visit) -> tuple[Text, Text]:
    """Name and masked number of the person who proved who they are, on the screens that are about them."""
    if visit.who.visitor is None or not isinstance(step, Menu | PickBills | Recorded | Records | Listing):
        return NOTHING, NOTHING
    return Verbatim(visit.visitor.name), Verbatim(masked(visit.visitor.number))
