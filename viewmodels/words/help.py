"""What help says: what each kind of screen asks, and what the guide's words mean."""

from domain.flows.steps import (
    Closed,
    Confirm,
    ConfirmAgency,
    Document,
    Entrance,
    Form,
    Listing,
    Menu,
    Notice,
    PayByQr,
    PickAgency,
    PickBills,
    PickEnrolment,
    PickMethod,
    PickOption,
    PickTier,
    Query,
    Recorded,
    Records,
    Result,
    Saved,
    Step,
    Summary,
)
from domain.words import Text
from viewmodels.words.rows import Pair

BASE = Pair(Text("缴费基数"), Text("计算缴费金额用的工资数，灵活就业人员自己选"))
TIER = Pair(Text("缴费档次"), Text("一档对应一个缴费金额，自己选一档"))
ARREARS = Pair(Text("补缴"), Text("补上以前没有缴的月份或年份"))
AGENCY = Pair(Text("经办机构"), Text("办理您参保登记的社保局或医保局"))
PERIOD = Pair(Text("费款所属期"), Text("这笔费用是哪个月、哪一年的"))
VOUCHER = Pair(Text("凭证号码"), Text("缴费以后税务系统给这笔费用的号码"))
NUMBER = Pair(Text("票证号码"), Text("印在完税证明右上角的号码"))
FIRST = Pair(Text("首开"), Text("第一次开具这笔费用的完税证明"))
AGAIN = Pair(Text("补开"), Text("已经开过的完税证明再开一份"))
AGREEMENT = Pair(Text("两两协议"), Text("委托税务机关从您的银行账户扣社保费"))
TERMS = (BASE, TIER, ARREARS, AGENCY, PERIOD, VOUCHER, NUMBER, FIRST, AGAIN, AGREEMENT)
PAYING, PAPERS = (TIER, BASE, PERIOD, AGENCY), (VOUCHER, NUMBER, FIRST, AGAIN)

ANYTHING = Text("照屏幕上的字一步一步办，不对可以点返回")
ASKS: dict[type[Step], tuple[Text, tuple[Pair, ...]]] = {
    Closed: (Text("现在不能办，下面写着什么时候可以"), ()),
    Confirm: (Text("从上到下选一遍，核对金额再点下一步"), PAYING),
    ConfirmAgency: (Text("看看这是不是给您参保的单位"), (AGENCY,)),
    Document: (Text("看清楚再打印，字小可以放大查看"), PAPERS),
    Entrance: (Text("照手机上的步骤走，或点下面的按钮"), ()),
    Form: (Text("带星号的都要填，点一下格子再输入"), ()),
    Listing: (Text("看清楚是哪一行，再点它的按钮"), (VOUCHER, AGREEMENT)),
    Menu: (Text("点一下要办的事"), (FIRST, AGAIN, ARREARS, AGREEMENT)),
    Notice: (Text("看完再点下面的按钮"), (AGENCY,)),
    PayByQr: (Text("用手机扫屏幕上的码付款，结果在这里看"), ()),
    PickAgency: (Text("找到给您参保的单位，点一下"), (AGENCY,)),
    PickBills: (Text("点要补缴的月份或年份，再点下一步"), (ARREARS, PERIOD)),
    PickEnrolment: (Text("点要缴费的那一项"), (AGENCY,)),
    PickMethod: (Text("核对金额，点下一步去付款"), (PERIOD, AGENCY)),
    PickOption: (Text("点一下要选的那一项"), ()),
    PickTier: (Text("选一档，每档下面写着缴多少"), (TIER, BASE)),
    Query: (Text("选好险种再点下一步"), PAYING),
    Recorded: (Text("已经记下，要缴费就点下一步"), (TIER,)),
    Records: (Text("这里是缴过的费和选过的档"), (VOUCHER, PERIOD)),
    Result: (Text("付完了，看清楚再点下面的按钮"), (VOUCHER,)),
    Saved: (Text("记下编号，以后凭它查进度"), ()),
    Summary: (Text("核对金额，没有错再点下一步"), (PERIOD, AGENCY)),
}


def asks(step: Step) -> Text:
    """What a screen wants, in at most thirty characters."""
    return ASKS[type(step)][0] if type(step) in ASKS else ANYTHING


def terms(step: Step) -> tuple[Pair, ...]:
    """What words on it mean; some of them all where none is its own."""
    own = ASKS[type(step)][1] if type(step) in ASKS else ()
    return own or PAYING
