"""What is said aloud and stands nowhere: how a control is, and what is not for everybody's ears."""

from domain.words import Text

CHOSEN = Text("已选")
NOT_CHOSEN = Text("没选")
NOT_NOW = Text("现在不能点")
EMPTY = Text("还没填")
FILLED = Text("已填")
A_KEY = Text("键盘，插上耳机才读")
NOT_SAID = Text("姓名和号码没有读，插上耳机就读")
FOCUS = Text("现在在")
STAFF_ONLY = Text("这是工作人员的屏幕，插上耳机才读")
