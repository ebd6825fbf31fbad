"""What help says: what each kind of screen asks, what the guide's words mean, and where a number is printed."""

from dataclasses import dataclass

from domain.flows.steps import (
    Cases,
    Closed,
    Confirm,
    ConfirmAgency,
    Day,
    DayPaper,
    Devices,
    Document,
    Entrance,
    Form,
    FoundOrders,
    Household,
    HouseholdResult,
    Listing,
    Menu,
    Notice,
    PayByQr,
    PickAgency,
    PickAuthority,
    PickBills,
    PickChannel,
    PickCounty,
    PickDay,
    PickEnrolment,
    PickMethod,
    PickMonth,
    PickOption,
    PickPeriod,
    PickTier,
    Query,
    Recorded,
    Records,
    Result,
    Saved,
    Settings,
    Step,
    Stuck,
    Summary,
    Suspend,
)
from domain.words import Text, Verbatim
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
    Cases: (Text("点一种办法，看清楚下面的话，再点最下面的按钮"), (VOUCHER,)),
    Closed: (Text("现在不能办，下面写着什么时候可以"), ()),
    Confirm: (Text("从上到下选一遍，核对金额再点下一步"), PAYING),
    ConfirmAgency: (Text("看看这是不是给您参保的单位"), (AGENCY,)),
    Day: (Text("看清楚金额和笔数，再打印日结单"), (VOUCHER,)),
    FoundOrders: (Text("看清楚经过，要凭条就点补打"), (VOUCHER,)),
    DayPaper: (Text("看清楚再打印，字小可以放大查看"), ()),
    Devices: (Text("先看红色的，照步骤做完再查一次"), ()),
    Settings: (Text("点一项停用，停用的再点恢复"), ()),
    Stuck: (Text("只数人次，看不出是谁"), ()),
    Suspend: (Text("选告诉缴费人的话，再选到什么时候"), ()),
    Document: (Text("看清楚再打印，字小可以放大查看"), PAPERS),
    Entrance: (Text("照手机上的步骤走，或点下面的按钮"), ()),
    Form: (Text("带星号的都要填，点一下格子再输入"), ()),
    Household: (Text("看看人和金额对不对，再加人或点下一步"), (PERIOD,)),
    HouseholdResult: (Text("付完了，看清楚每个人的结果"), (VOUCHER,)),
    Listing: (Text("看清楚是哪一行，再点它的按钮"), (VOUCHER, AGREEMENT)),
    Menu: (Text("点一下要办的事"), (FIRST, AGAIN, ARREARS, AGREEMENT)),
    Notice: (Text("看完再点下面的按钮"), (AGENCY,)),
    PayByQr: (Text("用手机扫屏幕上的码付款，结果在这里看"), ()),
    PickAgency: (Text("找到给您参保的单位，点一下"), (AGENCY,)),
    PickBills: (Text("点要补缴的月份或年份，再点下一步"), (ARREARS, PERIOD)),
    PickEnrolment: (Text("点要缴费的那一项"), (AGENCY,)),
    PickMethod: (Text("核对金额，点下一步去付款"), (PERIOD, AGENCY)),
    PickAuthority: (Text("先点地市，再点给您办业务的税务机关"), ()),
    PickChannel: (Text("点您手机上用的那个渠道"), ()),
    PickCounty: (Text("先点地市，再点区县"), ()),
    PickDay: (Text("先点年，再点月，再点日"), ()),
    PickMonth: (Text("先点年，再点月"), ()),
    PickPeriod: (Text("点要缴的那个月或那一年"), (PERIOD,)),
    PickOption: (Text("点一下要选的那一项"), ()),
    PickTier: (Text("选一档，每档下面写着缴多少"), (TIER, BASE)),
    Query: (Text("选好险种再点下一步"), PAYING),
    Recorded: (Text("已经记下，要缴费就点下一步"), (TIER,)),
    Records: (Text("这里是缴过的费和选过的档"), (VOUCHER, PERIOD)),
    Result: (Text("付完了，看清楚再点下面的按钮"), (VOUCHER,)),
    Saved: (Text("记下编号，以后凭它查进度"), ()),
    Summary: (Text("核对金额，没有错再点下一步"), (PERIOD, AGENCY)),
}


FORMS: dict[str, tuple[Text, tuple[Pair, ...]]] = {
    "visitor": (Text("填缴费人的证件和姓名，照证件上的写"), ()),
    "payee": (Text("填您要替谁缴费，照他的证件写"), ()),
    "member": (Text("填您还要替哪位家人缴费，照他的证件写"), ()),
    "payment_certificate": (Text("选从哪个月到哪个月，再算出图里的数"), (PERIOD,)),
    "tax_first": (Text("选从哪个月到哪个月的费用要开证明"), (FIRST, AGAIN)),
    "tax_reissue": (Text("填旧证明右上角的号码，再选起止年月"), (AGAIN, FIRST)),
    "login": (Text("填手机号，再填短信里的验证码"), ()),
    "register": (Text("照证件填写，再填短信里的验证码"), ()),
    "bank_account": (Text("照银行卡填写，账户要是本人的"), ()),
    "agreement": (Text("照银行卡填写，看完协议再选同意"), (AGREEMENT,)),
    "account_query": (Text("核对是不是您本人，再点查询"), ()),
    "check": (Text("填证明上的票证号码和验证码，看真不真"), (NUMBER,)),
    "agreement_query": (Text("选给您办协议的税务机关"), (AGREEMENT,)),
    "refund": (Text("选为什么退，填退到哪个银行账户"), ()),
    "refund_query_normal": (Text("填缴费日期，或者填凭证号码，再点查询"), (VOUCHER,)),
    "refund_query_special": (Text("填缴费日期，或者填凭证号码，再点查询"), (VOUCHER,)),
}
"""By the name that a form's answers are kept under; what is not here asks as any form does."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Where on a tax certificate a number is printed. `at`: `corner` or `row`, the place on the drawing that is ringed.

    `place` names it in words, `says` what to look for there; `otherwise` helps who has not got the paper.
    """

    heading: Text
    title: Text
    sample: Text
    at: str
    place: Text
    says: Text
    otherwise: Text


CERTIFICATE = Text("税收完税证明")
PRINTED: dict[str, Paper] = {
    "certificate": Paper(
        Text("票证号码印在哪里"),
        CERTIFICATE,
        Verbatim("No. 9952 2600 0100 0018 01"),
        "corner",
        Text("右上角"),
        Text("No. 后面的 18 位数字"),
        Text("旧证明丢了，看【开具记录】"),
    ),
    "voucher": Paper(
        Text("凭证号码印在哪里"),
        CERTIFICATE,
        Verbatim("5201 9900 0000 0000 042"),
        "row",
        Text("表格第一栏"),
        Text("原凭证号下面的 19 位数字"),
        Text("没有证明，可以只填缴费日期"),
    ),
}
"""By the key of the field that asks for the number."""


def _words(step: Step) -> tuple[Text, tuple[Pair, ...]]:
    own = FORMS.get(step.name) if isinstance(step, Form) else None
    return own or ASKS.get(type(step), (ANYTHING, ()))


def asks(step: Step) -> Text:
    """What a screen wants, in at most thirty characters."""
    return _words(step)[0]


def terms(step: Step) -> tuple[Pair, ...]:
    """What words on it mean."""
    return _words(step)[1]


def printed(step: Step) -> Paper | None:
    """Where a number that it asks for is printed."""
    keys = [field.key for field in step.fields] if isinstance(step, Form) else []
    return next((PRINTED[key] for key in keys if key in PRINTED), None)
