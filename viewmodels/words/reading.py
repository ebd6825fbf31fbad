"""What is said of readers: where they are, what to do there, and that something was read."""

from domain.forms.read import Wanted
from domain.readers.reader import Place
from domain.words import NOTHING, Text

HEADINGS = {
    Wanted.NOTHING: NOTHING,
    Wanted.CARD: Text("也可以把身份证放在读卡区"),
    Wanted.CODE: Text("也可以扫证明上的二维码"),
}
OFF = {
    Wanted.NOTHING: NOTHING,
    Wanted.CARD: Text("读卡器现在不能用"),
    Wanted.CODE: Text("扫码器现在不能用"),
}
TYPE = Text("请自己填写")
TAKE = {
    Wanted.NOTHING: NOTHING,
    Wanted.CARD: Text("请核对，再把身份证拿走，别忘了"),
    Wanted.CODE: Text("请对照纸上的字核对"),
}


def heading_read(wanted: Wanted, missing: str) -> Text:
    """What was read; not all that is asked for, if a field is `missing`."""
    if wanted is Wanted.CARD:
        return Text("证件号码读好了，请输入姓名") if missing else Text("身份证读好了")
    return Text("号码读好了，请输入验证码") if missing else Text("号码读好了")


def place(wanted: Wanted, at: Place | None) -> Text:
    """Where to put it."""
    if at is None:
        return NOTHING
    if wanted is Wanted.CARD:
        return Text("读卡区在{place}，平放就读，不用打字", place=at.label)
    return Text("扫码口在{place}，对准就读，不用打字", place=at.label)
