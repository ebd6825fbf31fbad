"""Sentences that several channels' tables say in the same words."""

from domain.words import Text

CLEARED = Text("证件信息只在这次办理中使用，离开时自动清除")
PRINT_NOTE = Text("缴费人可将该证明通过蓝牙打印机等方式进行打印。")
TO_PHONE = Text("缴费人可将该证明下载至手机，通过蓝牙打印机等方式进行打印。")
AS_NEEDED = Text("用户可按需求进行下载。")
NO_RECORDS = Text("没有查询到开具记录")
LOOK_FIRST = Text("查询以后先看证明，再打印")
ONCE_FIRST = Text("每笔缴费只能首开一次，以后要的话请用补开")
