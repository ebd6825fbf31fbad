"""Names as documents print them: Chinese characters, a middle dot between parts, or Latin letters."""

import unicodedata

from domain.identity.characters import invisible
from domain.identity.spelling import spelt
from domain.words import Text

LONGEST = 50
BLANK = Text("姓名里有看不见的字符，请清空后重新输入")
_PUNCTUATION = frozenset("·.-',() ")
_SCRIPTS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nl", "Co"})
"""Letters and their marks; Nl holds 〇, and Co the private characters that rare names are entered with."""


def name_problem(name: str) -> Text | None:
    """What is wrong with a name, as a sentence for the field; None if nothing is. Any spelling will do."""
    if invisible(name.strip()):
        return BLANK
    name = spelt(name)
    if len(name) > LONGEST:
        return Text("姓名最多 {longest} 个字，请对照证件检查", longest=LONGEST)
    if any(c.isdigit() for c in name):
        return Text("姓名里有数字，请对照证件检查")
    if wrong := next((c for c in name if not _belongs(c)), None):
        return Text("姓名里不能有“{wrong}”，请对照证件检查", wrong=wrong)
    if not any(unicodedata.category(c) in _SCRIPTS for c in name):
        return Text("请输入姓名")
    return None


def _belongs(c: str) -> bool:
    """Chinese characters may be newer than the tables of this Python."""
    return c in _PUNCTUATION or unicodedata.category(c) in _SCRIPTS or "\U00020000" <= c <= "\U0003ffff"
