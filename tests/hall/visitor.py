"""Somebody with fingers, eyes and a phone: reads the terminal's tree, touches the screen where a thing is, and pays.

`python -m tests.hall.visitor ADDRESS FOLDER`: pays a month and has its certificate printed. In the folder are the line
to the payment network (`phone`), and what it answers (`phone.log`); pictures of what was seen are put there.
"""

import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from PIL import ImageGrab
from zxingcpp import read_barcodes

from kit.bus.atspi import AtSpi, Thing
from kit.bus.visitor import Visitor

COMPONENT = "org.a11y.atspi.Component"
ON_SCREEN = 0
PATIENCE_S = 60.0
"""CUPS asks a printer of the net after 1, 1, 2, 3, 5 and 8 s whether it is done: paper alone takes twenty."""
NUMBER, SPELLED = "520199197803150119", (*"zhangjian", "张建", *"guo", "国")


class Fingers(AtSpi):
    """Touches where a thing is, instead of asking the program to press it."""

    def press(self, thing: Thing) -> None:
        x, y, width, height = self._call(thing.bus, thing.path, COMPONENT, "GetExtents", "u", ON_SCREEN)
        there = str(x + width // 2), str(y + height // 2)
        subprocess.run(["xdotool", "mousemove", *there, "sleep", "0.05", "click", "1"], check=True)
        sleep(0.4)  # What is touched before a screen can be seen is not for that screen.


def sees(folder: Path, name: str) -> None:
    """A picture of the screen."""
    ImageGrab.grab(xdisplay="").save(folder / f"{name}.png")


def scans_and_pays(folder: Path) -> None:
    """By the code that is on the screen."""
    until = monotonic() + PATIENCE_S
    while not (found := [one.text for one in read_barcodes(ImageGrab.grab(xdisplay="")) if "weixin" in one.text]):
        assert monotonic() < until, "there is no code on the screen"
        sleep(0.5)
    with (folder / "phone").open("w") as phone:
        phone.write(f"{found[0]}\n")


def main(address: str, folder: Path) -> None:
    with open_dbus_connection(address) as connection:
        visitor = Visitor(Fingers(connection), PATIENCE_S)
        visitor.arrives("社会保险费自助缴费")
        sees(folder, "1-home")
        visitor.presses("微信")
        visitor.arrives("公众号进入")
        visitor.presses("社保缴费")
        visitor.arrives("用户认证")
        visitor.presses("证件号码", *NUMBER, "下一项", *SPELLED, "确定")
        visitor.arrives("社保费功能列表")
        visitor.presses("自主缴费")
        visitor.arrives("缴费信息确认")
        visitor.presses("养老保险", "社保经办机构")
        visitor.arrives("社保经办机构")
        visitor.presses("南明区社会保险事业局", "缴费档次")
        visitor.arrives("缴费档次")
        visitor.presses("60% 档", "确定")
        visitor.arrives("缴费信息确认")
        visitor.presses("下一步")
        visitor.arrives("选择缴款方式")
        visitor.presses("下一步")
        visitor.arrives("支付")
        sees(folder, "2-code")
        scans_and_pays(folder)
        visitor.arrives("支付结果")
        visitor.reads("支付成功", "heading")
        sees(folder, "3-paid")
        visitor.presses("再办一件")
        visitor.arrives("社保费功能列表")
        visitor.presses("完税证明开具—社保费")
        visitor.arrives("用户信息确认")
        visitor.presses("查询")
        visitor.arrives("完税证明")
        sees(folder, "4-certificate")
        sleep(2.0)  # It is read before it is printed; what is touched at once, where 查询 was, would not count.
        visitor.presses("打印")
        visitor.reads("打印好了", "heading")
        sees(folder, "5-printed")
        visitor.presses("首页")
        visitor.arrives("社会保险费自助缴费")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
