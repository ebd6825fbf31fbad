"""What is written and how it is said: figures in words, characters of several readings, nothing read as English."""

from collections.abc import Callable

import pytest

from adapters.speech.espeak import ESpeak
from adapters.speech.lexicon import lexicon
from commands.places import ASSETS
from domain.speech.saying import aloud
from tests.speech.golden import FILE, lines

SAID = {
    "878.94 元": "八百七十八元九角四分",
    "1,025.43": "一千零二十五元四角三分",
    "300.00 元": "三百元",
    "300.05 元": "三百元零五分",
    "0.50 元": "五角",
    "0.05 元": "五分",
    "0.00 元": "零元",
    "-12.00 元": "负十二元",
    "20,010 元": "两万零一十元",
    "300元/年": "三百元每年",
    "2026年11月": "二零二六年十一月",
    "2026-11-24 10:05": "二零二六年十一月二十四日十点零五分",
    "10:24:04": "十点二十四分四秒",
    "4:59": "四分五十九秒",
    "2026-11": "二零二六年十一月",
    "2月2日": "二月二日",
    "2026 年度": "二零二六年度",
    "22:50–00:10": "二十二点五十分到零点十分",
    "60% 档": "百分之六十档",
    "8.5%": "百分之八点五",
    "第 2 步，共 12 步": "第二步，共十二步",
    "2 笔": "两笔",
    "快2小时": "快两小时",
    "22 笔": "二十二笔",
    "1-5个工作日": "一到五个工作日",
    "拨打 12366": "拨打幺二三六六",
    "尾号 8801": "尾号八八零幺",
    "凭证号码 00012": "凭证号码零零零幺二",
    "520***********001X": "五二零开头，零零幺艾克斯结尾",
    "138****1234": "幺三八开头，幺二三四结尾",
    "张*": "张某",
    "张**": "张某",
    "520102  19800101  001X": "五二零幺零二幺九八零零幺零幺零零幺艾克斯",
    "6217 0000 1234 8888": "六二幺七零零零零幺二三四八八八八",
    "贵州税务APP → 首页": "贵州税务手机应用，首页",
    "扫 QR": "扫二维码",
    "No. 后面": "编号后面",
    "<b>付款</b>（微信）": "付款，微信，",
}
ENGLISH = {
    "878.94 yuan": "878.94 yuan",
    "1,025.00": "1025 yuan",
    "52000261124000001": "5 2 0 0 0 2 6 1 1 2 4 0 0 0 0 0 1",
    "ID 520***********0021": "ID beginning 5 2 0, ending 0 0 2 1",
    "2026-11-24": "2026-11-24",
    "Tap 【Next】": "Tap Next",
}
READ = {
    "还款": "huan2 kuan3",
    "退还": "tui4 huan2",
    "还有": "hai2 you3",
    "银行": "yin2 hang2",
    "行政": "xing2 zheng4",
    "重新": "chong2 xin1",
    "重试": "chong2 shi4",
    "重要": "zhong4 yao4",
    "增长": "zeng1 zhang3",
    "长按": "chang2 an4",
    "调整": "tiao2 zheng3",
    "调取": "diao4 qu3",
    "缴费": "jiao3 fei4",
    "征缴": "zheng1 jiao3",
    "校验": "jiao4 yan4",
    "登记地": "deng1 ji4 di4",
}
"""Characters with several readings, in the words that decide which."""


@pytest.fixture(scope="module")
def voice() -> ESpeak:
    return ESpeak(lexicon(ASSETS / "speech" / "lexicon.toml"))


@pytest.mark.parametrize("written", SAID)
def test_chinese_is_said_in_words(written: str) -> None:
    assert aloud(written, "zh") == SAID[written]


@pytest.mark.parametrize("written", ENGLISH)
def test_english_spells_what_is_told(written: str) -> None:
    assert aloud(written, "en") == ENGLISH[written]


def syllables(phonemes: str) -> str:
    """Without stress and pauses, by which words and single syllables differ."""
    return "".join(letter for letter in phonemes if letter not in "',_| ")


@pytest.mark.parametrize("word", READ)
def test_characters_are_read_as_their_word_wants(voice: ESpeak, word: str) -> None:
    read: Callable[[str], str] = lambda text: syllables(voice.phonemes(text, "zh"))  # noqa: E731
    assert read(word) == read(READ[word])


def test_all_that_can_be_said_is_pronounced_as_it_was_when_somebody_listened() -> None:
    """Other words, or another pronunciation: run scripts/phonemes, and look at what it has changed."""
    assert lines() == FILE.read_text("utf-8").splitlines()


def test_nothing_chinese_is_read_as_english() -> None:
    assert [line for line in FILE.read_text("utf-8").splitlines() if "(en)" in line] == []


def test_chinese_within_english_is_read_by_the_chinese_voice(voice: ESpeak) -> None:
    alone = voice.phonemes("微信", "zh")
    said = voice.phonemes("Open 微信 and pay", "en")
    assert alone in said and said.startswith(voice.phonemes("Open", "en"))
