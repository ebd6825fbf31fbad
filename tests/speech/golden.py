"""How everything that the terminal can say is pronounced: `scripts/phonemes` writes `phonemes.tsv` anew.

A line for each text: as it is written, as it is said, and in eSpeak's phonemes. Look at what has changed before it is
kept: it is what visitors hear.
"""

import re
import sys
import tomllib
from pathlib import Path

from babel.messages.pofile import read_po

from adapters.speech.espeak import ESpeak
from adapters.speech.lexicon import lexicon
from commands.places import ASSETS
from domain.speech.saying import aloud

FILE = Path(__file__).parent / "phonemes.tsv"
WORDS = """还款 归还 偿还 还有 还没有 银行 行号 发卡行 行政 进行 不行 重新 重试 重复 重要 增长 长期 长按 校长
调整 调取 缴费 缴纳 征缴 缴款 参保 银行卡 登记地 提供给 校验 打开了手机 一会儿""".split()
"""Characters that are read in more than one way, in the words that have each."""
EXAMPLES = (
    *("878.94 元", "1,025.43 元", "300.05 元", "0.05 元", "2026年11月", "2026-11-24 10:24", "60% 档", "尾号8888"),
    *("520***********0021", "张**", "凭证号码 GZ20261124001", "拨打 12366", "2 笔", "第 2 步，共 4 步", "22:50–00:10"),
    *("贵州税务APP", "No. 52000", "520102  19800101  001X", "A4 打印机", "1-5个工作日", "300元/年", "2,000 元"),
)
HOLE = re.compile(r"{[^}]*}")


def texts() -> list[str]:
    """All messages, with 3 where something stands in them; names of places and banks; words and figures."""
    with (ASSETS / "words" / "kiosk.pot").open("rb") as opened:
        messages = [HOLE.sub("3", str(one.id)) for one in read_po(opened) if one.id]
    regions = tomllib.loads((ASSETS / "regions.toml").read_text("utf-8"))
    places = [city["name"] for city in regions["city"]]
    places += [county[6:] for city in regions["city"] for county in city["counties"]]
    banks = re.findall('"([\u4e00-\u9fff]+)"', (ASSETS / "banks" / "banks.toml").read_text("utf-8"))
    return list(dict.fromkeys([*sorted(messages), *places, *banks, *WORDS, *EXAMPLES]))


def lines() -> list[str]:
    """The golden file, line by line."""
    voice = ESpeak(lexicon(ASSETS / "speech" / "lexicon.toml"))
    said = ((text, aloud(text, "zh")) for text in texts())
    return ["\t".join((repr(text)[1:-1], words, voice.phonemes(words, "zh"))) for text, words in said if words]


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in lines()), "utf-8")
    sys.exit(0)
