"""Names as documents print them: Chinese characters, a middle dot between parts, or Latin letters."""

import re
import unicodedata

from domain.identity.characters import full_width, invisible
from domain.words import Text

LONGEST = 50
BLANK = Text("姓名里有看不见的字符，请清空后重新输入")
_DOTS = "•・‧∙⋅●．。"
"""What is typed for the middle dot of a name and is not it."""
_PUNCTUATION = frozenset("·.-'’,() ")
_SCRIPTS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nl", "Co"})
"""Letters and their marks; Nl holds 〇, and Co the private characters that rare names are entered with."""


def name_problem(name: str) -> Text | None:
    """What is wrong with a name, as a sentence for the field; None if nothing is. Outer white space does not count."""
    name = name.strip()
    if not name:
        return Text("请输入姓名")
    if invisible(name):
        return BLANK
    if len(name) > LONGEST:
        return Text("姓名最多 {longest} 个字，请对照证件检查", longest=LONGEST)
    if any(c.isdigit() for c in name):
        return Text("姓名里有数字，请对照证件检查")
    if any(c in _DOTS for c in name):
        return Text("姓名中间的点请用“·”")
    if full_width(name):
        return Text("姓名里有全角字符，请换成半角")
    if re.search(r"[\u3400-\u9fff]\s+[\u3400-\u9fff]", name):
        return Text("姓名的汉字之间不要加空格")
    if wrong := next((c for c in name if not _belongs(c)), None):
        return BLANK if wrong.isspace() else Text("姓名里不能有“{wrong}”，请对照证件检查", wrong=wrong)
    if not any(unicodedata.category(c) in _SCRIPTS for c in name):
        return Text("请输入姓名")
    return None


def _belongs(c: str) -> bool:
    return c in _PUNCTUATION or unicodedata.category(c) in _SCRIPTS
