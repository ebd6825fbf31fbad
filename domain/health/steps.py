"""What staff do about a device that is not well: three steps at most, the last of which shows that it helped."""

from domain.health.device import Kind, State
from domain.words import Text

_CALL = Text("还不行就联系运维人员")
_PLUG = Text("看电源和连线，拔下来再插上")
_AGAIN = Text("再查一次")
_TEST = Text("打测试页，通过就恢复办理")

STEPS: dict[tuple[Kind, State], tuple[Text, ...]] = {
    (Kind.PRINTER, State.LOW): (Text("准备好纸和墨，下班前换上"),),
    (Kind.PRINTER, State.OUT): (Text("打开打印机，取出空纸盒或纸芯"), Text("放上新纸，不要超过最高线"), _TEST),
    (Kind.PRINTER, State.JAM): (Text("打开打印机的盖子"), Text("顺着走纸的方向取出卡住的纸"), _TEST),
    (Kind.PRINTER, State.COVER): (Text("关好打印机的盖子，听到咔的一声"), _TEST),
    (Kind.PRINTER, State.OFFLINE): (_PLUG, _TEST, _CALL),
    (Kind.PRINTER, State.UNKNOWN): (Text("看打印机上的灯和提示"), Text("关掉打印机，过 10 秒再打开"), _TEST),
    (Kind.PRINTER, State.DOUBTED): (Text("看打印机上的灯和提示"), Text("再打测试页，通过才算好"), _CALL),
    (Kind.READER, State.OFFLINE): (_PLUG, _AGAIN, _CALL),
    (Kind.NETWORK, State.OFFLINE): (Text("看大厅的网络是否正常"), Text("其他渠道正常就请缴费人换一个渠道"), _CALL),
    (Kind.NETWORK, State.DOUBTED): (Text("请缴费人换一个渠道"), _CALL),
    (Kind.BUREAU, State.OFFLINE): (Text("看大厅的网络是否正常"), _AGAIN, _CALL),
    (Kind.CLOCK, State.STRAYED): (Text("请系统管理员校准时间"), _AGAIN),
    (Kind.CLOCK, State.WRONG): (Text("请系统管理员校准时间"), _AGAIN),
    (Kind.DISK, State.LOW): (Text("联系运维人员清理磁盘"),),
    (Kind.DISK, State.OUT): (Text("联系运维人员清理磁盘"), _AGAIN),
    (Kind.STORE, State.OFFLINE): (_AGAIN, _CALL),
    (Kind.STORE, State.WRONG): (Text("不要关机，马上联系运维人员"),),
    (Kind.KEYS, State.LOW): (Text("联系运维人员换证书"),),
    (Kind.KEYS, State.WRONG): (Text("联系运维人员换证书"), _AGAIN),
    (Kind.SCREEN, State.OFFLINE): (_PLUG, _AGAIN, _CALL),
    (Kind.SCREEN, State.DOUBTED): (Text("擦干净屏幕的四角"), Text("再试一次触摸，通过才算好"), _CALL),
    (Kind.SOUND, State.OFFLINE): (_PLUG, _AGAIN, _CALL),
    (Kind.SOUND, State.DOUBTED): (Text("看喇叭的连线和音量"), Text("再试一次声音，通过才算好"), _CALL),
}


def steps(kind: Kind, state: State) -> tuple[Text, ...]:
    """None where nothing has to be done; else one at least."""
    if state is State.OK:
        return ()
    return STEPS.get((kind, state), (_AGAIN, _CALL))
