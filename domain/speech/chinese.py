"""A written Chinese text as it is said: figures, dates and signs become words, and nothing is left to be guessed."""

import re
from collections.abc import Callable, Mapping
from re import Match

from domain.money import Fen
from domain.speech.figures import decimal, money, one_by_one, spelt, whole

WORDS = {
    "APP": "手机应用",
    "QR": "二维码",
    "SMS": "短信",
    "PIN": "口令",
    "PDF": "文件",
    "No": "编号",
    "A4": "诶四",
    "English": "英语",
    "Language": "",
}
"""Latin words that stand in Chinese texts."""
LETTERS: Mapping[str, str] = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "诶 必 西 迪 伊 艾弗 吉 艾尺 艾 杰 开 艾勒 艾姆 恩 欧 批 丘 阿尔 艾丝 提 优 维 达布流 艾克斯 歪 贼德".split(),
        strict=True,
    )
)
"""All others letter by letter, as they are called in Chinese."""
COUNTED = "笔张个份分秒元条家种次位项页天年条台遍步格户枚角小"
"""What two of are 两."""
TELLS = "尾号|后四位|验证码|工号|口令|编号|号码|号"
"""Behind these, digits are a number to be told and not a quantity."""
SILENT = re.compile(r"<[^>]*>|[\u2060★√【】“”\"「」《》]")
PAUSE = re.compile(r" *[\n·|→/（）()—…]+ *|  +")

Say = Callable[[Match[str]], str]


def _date(found: Match[str]) -> str:
    year, month, day = found.groups()
    said = f"{one_by_one(year)}年{whole(int(month))}月"
    return said + (f"{whole(int(day))}日" if day else "")


def _time(found: Match[str]) -> str:
    hour, minute, second = found.groups()
    said = f"{whole(int(hour))}点"
    if int(minute) or second:
        said += f"{'零' if minute[0] == '0' and minute != '00' else ''}{whole(int(minute))}分"
    return said + (f"{whole(int(second))}秒" if second else "")


def _sum(found: Match[str]) -> str:
    return money(Fen(int(found[1].replace(",", "") + found[2])))


def _masked(found: Match[str]) -> str:
    said = [f"{_told(part)}{where}" for part, where in zip(found.groups(), ("开头", "结尾"), strict=True) if part]
    return "，".join(said)


def _told(characters: str) -> str:
    return "".join(spelt(one) if one.isdigit() else LETTERS.get(one.upper(), one) for one in characters)


def _count(found: Match[str]) -> str:
    number, unit = int(found[1].replace(",", "")), found[2] or ""
    return ("两" if number == 2 and unit else whole(number)) + unit


RULES: tuple[tuple[str, Say], ...] = (
    (r"(?<=\d) ?[–~] ?(?=\d)", lambda _: "到"),
    (r"(?<=元)/", lambda _: "每"),
    (r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?!\d)", _date),
    (r"(?<!\d)(\d{4})[-./年](\d{2}|\d{1,2}(?=月))月?()(?![\d*])", _date),
    (r"(?<!\d)(\d{4})(?= ?年)", lambda found: one_by_one(found[1])),
    (r"(?<!\d)(\d{2}):(\d{2})(?::(\d{2}))?(?!\d)", _time),
    (r"(?<!\d)(\d):(\d{2})(?!\d)", lambda found: f"{whole(int(found[1]))}分{whole(int(found[2]))}秒"),
    (r"(\d+(?:\.\d+)?) ?%", lambda found: "百分之" + decimal(found[1])),
    (r"(?<![\d.])(-?(?:\d{1,3}(?:,\d{3})+|\d+))\.(\d{2})(?: ?元)?(?!\d)", _sum),
    (r"(?<=[\u4e00-\u9fff])\*+(?![0-9A-Za-z*])", lambda _: "某"),
    (r"(?<![\dA-Za-z*])([0-9A-Za-z]{0,8})\*{2,}([0-9A-Za-z]{0,6})", _masked),
    (r"\*", lambda _: "星号"),
    (r"\d{4,6}(?: {1,2}\d{3,8})+[xX]?", lambda found: _told(found[0].replace(" ", ""))),
    (rf"(?<={TELLS.replace('|', ')|(?<=')})( ?[A-Z]*\d+[xX]?)", lambda found: _told(found[0].strip())),
    (r"(?:[A-Z]{1,4}(?=\d{2}))?\d{5,}[xX]?|(?<![\d,])0\d+", lambda found: _told(found[0])),
    (r"(?<=\d) ?- ?(?=\d)", lambda _: "到"),
    (r"第 ?(\d+)", lambda found: f"第{whole(int(found[1]))}"),
    (rf"(\d{{1,3}}(?:,\d{{3}})+|\d+)(?: ?([{COUNTED}]))?", _count),
    (r"(?<![A-Za-z])(A4|[A-Za-z]+)(?![A-Za-z])\.?", lambda found: _latin(found[1])),
    (r"[A-Za-z]", lambda found: LETTERS[found[0].upper()]),
    (r"×", lambda _: "乘"),
    (r"＋", lambda _: "加"),
)
"""In this order: what is special before what is left of the figures."""


def _latin(word: str) -> str:
    if word in WORDS:
        return WORDS[word]
    return "".join(LETTERS[letter.upper()] for letter in word)


_COMPILED = tuple((re.compile(pattern), say) for pattern, say in RULES)


def spoken(text: str) -> str:
    """A text in words alone. What is written for the eye, such as marks and brackets, is a pause or nothing."""
    text = text.replace("\u00a0", " ")
    for pattern, say in _COMPILED:
        text = pattern.sub(say, text)
    text = PAUSE.sub("，", SILENT.sub("", text))
    text = re.sub(r" +(?=[，。：；]|$)", "", text)
    text = re.sub(r"^，+|(?<=[，。：；？！]) *[，。]+", "", text)
    return re.sub(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])", "", text).strip()
