"""What a visitor who sees nothing listens for: on each screen the words it begins with, and what is wanted there.

What is wanted is a control by what is said of it; or something done by hand: `card:NAME` puts that person's identity
card on the reader and takes it away once it was read, `phone` pays by the phone, `wait:X` waits until X is said.
"""

from dataclasses import dataclass

from kit.walks.stops import CARD, PHONE

WAIT = "wait:"


@dataclass(frozen=True, slots=True)
class Part:
    """A screen that begins with `hears`, and what is wanted there."""

    hears: str
    wants: tuple[str, ...] = ()


Errand = tuple[Part, ...]


def _home(tile: str) -> Part:
    return Part("社会保险费自助缴费", (tile,))


def _who(title: str, person: str, button: str) -> Part:
    return Part(title, (f"{CARD}{person}", f"{WAIT}身份证读好了", button))


def _wechat(person: str, item: str) -> Errand:
    return (
        _home("用微信扫码付款"),
        Part("公众号进入", ("社保缴费",)),
        _who("用户认证", person, "确定"),
        Part("社保费功能列表", (item,)),
    )


def _alipay(person: str, item: str) -> Errand:
    return (
        _home("用支付宝扫码付款"),
        Part("功能入口", ("社保缴费",)),
        _who("社保缴费", person, "查询"),
        Part("社保缴费功能菜单", (item,)),
    )


def _tax_app(person: str, item: str) -> Errand:
    return (
        _home("缴费不用登录"),
        Part("功能入口", ("不登录，直接缴费",)),
        Part("社保缴费功能菜单", (item,)),
        _who("社保缴费", person, "查询"),
    )


def _unionpay(item: str) -> Errand:
    return (_home("用银行卡扫码付款"), Part("云闪付城市服务进入", ("社保缴费",)), Part("社保费缴纳", (item,)))


def _form(insurance: str, tier: str) -> Errand:
    return (
        Part("缴费信息确认", (insurance, "社保经办机构，请选择")),
        Part("社保经办机构", ("您的参保登记地，点这里直接选",)),
        Part("缴费信息确认", ("缴费档次，请选择",)),
        Part("缴费档次", (tier, "确定")),
    )


def _paid(title: str, app: str) -> Errand:
    return (Part(title, (f"{WAIT}请用{app}", PHONE)), Part("支付结果", (f"{WAIT}支付成功",)))


def _by_wechat() -> Errand:
    return (Part("缴费信息确认", ("下一步",)), Part("选择缴款方式", ("下一步",)), *_paid("支付", "微信"))


def _resident_medical() -> Errand:
    return (
        Part("城乡居民查询缴费", ("医疗保险", "下一步")),
        Part("选择经办机构", ("您的参保登记地，点这里直接选",)),
        Part("选择参保信息", ("二零二六年医疗保险", "下一步")),
        Part("缴费档次金额", ("零星缴费标准", "下一步")),
        Part("缴费信息确认", ("支付宝缴费",)),
    )


def _flexible_pension() -> Errand:
    return (
        Part("灵活就业人员查询缴费", ("养老保险", "下一步")),
        Part("请选择缴费档次金额", ("百分之六十档", "下一步")),
        Part("缴费信息确认", ("支付宝支付",)),
    )


SELF, OTHER = "给自己缴养老、医疗保险", "替家人或别人缴费"

UNSEEN: dict[str, Errand] = {
    "wechat.flexible.pay_self": (*_wechat("张建国", SELF), *_form("养老保险", "百分之六十档"), *_by_wechat()),
    "wechat.flexible.pay_other": (
        *_wechat("李桂兰", OTHER),
        _who("缴费人信息", "王秀英", "下一步"),
        *_form("养老保险", "百分之八十档"),
        *_by_wechat(),
    ),
    "wechat.resident.pay_self": (
        *_wechat("李桂兰", "给自己缴费，也可以补缴养老保险"),
        *_form("养老保险", "三百元档"),
        *_by_wechat(),
    ),
    "wechat.flexible.declare_base": (
        *_wechat("张建国", SELF),
        *_form("养老保险", "百分之六十档"),
        Part("缴费信息确认", ("暂不缴费",)),
        Part("基数申报", (f"{WAIT}缴费档次已记录",)),
    ),
    "wechat.flexible.tier_records": (
        *_wechat("张建国", "看看以前选过哪一档"),
        Part("灵活就业基本养老，选档，记录查询", (f"{WAIT}百分之六十档",)),
    ),
    "wechat.certificate.tax_first": (
        *_wechat("张建国", "每笔缴费第一次开"),
        Part("用户信息确认", ("查询",)),
        Part("完税证明", ("打印", f"{WAIT}打印好了")),
    ),
    "alipay.flexible.pay": (
        *_alipay("张建国", "灵活就业人员查询缴费，养老、医疗，也可以补缴"),
        *_flexible_pension(),
        *_paid("支付", "支付宝"),
    ),
    "alipay.resident.pay": (
        *_alipay("李桂兰", "城乡居民查询缴费，养老、医疗，按年缴费"),
        *_resident_medical(),
        *_paid("支付", "支付宝"),
    ),
    "tax_app.flexible.pay": (
        *_tax_app("张建国", "灵活就业人员查询缴费，不用登录"),
        *_flexible_pension(),
        *_paid("支付", "支付宝"),
    ),
    "tax_app.resident.pay": (
        *_tax_app("李桂兰", "城乡居民查询缴费，不用登录"),
        *_resident_medical(),
        *_paid("支付", "支付宝"),
    ),
    "unionpay.flexible.pay": (
        *_unionpay("灵活就业养老保险，按月缴费"),
        _who("查询", "张建国", "查询"),
        Part("缴费年份及险种", ("下一步",)),
        Part("选择缴费基数", ("百分之六十档", "下一步")),
        Part("缴费信息", ("缴费",)),
        *_paid("付款", "云闪付"),
    ),
    "unionpay.resident.pay": (
        *_unionpay("城乡居民养老保险，按年缴费"),
        Part("查询", (f"{CARD}李桂兰", f"{WAIT}身份证读好了", "先选地市，再选经办机构")),
        Part("经办机构", ("毕节市", "黔西市社会保险事业局")),
        Part("查询", ("查询",)),
        Part("确认经办机构", ("确定",)),
        Part("选择缴费年份", ("查询",)),
        Part("缴费基数信息", ("三百元档", "确认")),
        Part("核对信息", ("确认",)),
        Part("缴费信息确认", ("去缴费",)),
        *_paid("付款", "云闪付"),
    ),
}
