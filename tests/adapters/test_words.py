"""Catalogues of words as translators write them (gettext, PO), said by a terminal."""

from datetime import time
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from adapters.assets.words import catalogues
from commands.places import ASSETS
from domain.people.insurance import Insurance, Period, Scheme
from domain.policy import tier_label
from domain.words import NOTHING, Text, Verbatim, joined
from tests.words import HEADER, faults
from viewmodels.words.insured import insured_as
from viewmodels.words.language import Language
from viewmodels.words.weekdays import WEEKDAYS

CATALOGUE = """
msgid "缴费档次"
msgstr "tier"

msgid "第 {page} 页，共 {pages} 页"
msgstr "{pages} pages, this is {page}"

msgid "经办机构"
msgstr ""

#, fuzzy
msgid "税务机关"
msgstr "tax office, perhaps"
"""


@pytest.fixture
def language(tmp_path: Path) -> Language:
    (tmp_path / "en.po").write_text(CATALOGUE, "utf-8")
    return Language(catalogues(tmp_path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (Text("缴费档次"), "tier"),
        (Text("第 {page} 页，共 {pages} 页", page=1, pages=3), "3 pages, this is 1"),
        (Text("经办机构"), "经办机构"),
        (Text("税务机关"), "税务机关"),
        (Text("谁也没有翻译"), "谁也没有翻译"),
        (Verbatim("缴费档次"), "缴费档次"),
    ],
)
def test_what_is_translated_is_said_so_and_the_rest_as_the_guide_has_it(
    language: Language, text: Text, said: str
) -> None:
    language.choose("en")
    assert language.say(text) == said
    language.choose("zh")
    assert language.say(text) == text


def test_there_is_no_language_without_a_catalogue(language: Language) -> None:
    with pytest.raises(KeyError):
        language.choose("fr")
    assert language.tag == "zh"


@pytest.fixture(scope="module")
def english() -> Language:
    language = Language(catalogues(ASSETS / "words"))
    language.choose("en")
    return language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (Text("{amount} 元", amount="878.94"), "878.94 yuan"),
        (Text("{year}年{month}月{day}日", year=2026, month=3, day=4), "2026-03-04"),
        (Period(2026, 3).label, "2026-03"),
        (joined("、", (Period(2025).label, Period(2026).label)), "2025, 2026"),
        (
            joined(NOTHING, (Text("{reader}没有应答，请检查接线。", reader="A"), Text("请稍等。"))),
            "A does not answer: check its cable. Please wait.",
        ),
        (Text("次日 {at:%H:%M}", at=time(0, 10)), "00:10 next day"),
        (joined("或 ", (Text("{n} 位", n=16), Text("{n} 位", n=19))), "16 or 19"),
        (WEEKDAYS[0], "Mon"),
        (WEEKDAYS[6], "Sun"),
        (Text("您选了 {tier}", tier=tier_label(Scheme.FLEXIBLE, "60")), "You chose: 60% tier"),
        (insured_as(Scheme.RESIDENT, Insurance.MEDICAL), "Residents: Medical"),
        (Text("点击【社保】"), "Tap 【社保】 (Social insurance)"),
    ],
)
def test_english_has_its_own_order_separators_and_dates(english: Language, text: Text, said: str) -> None:
    assert english.say(text) == said


@pytest.mark.parametrize(
    ("message", "words", "fault"),
    [
        ("下一步", "Next", ""),
        ("点击【社保】", 'Tap 【社保】 ("社保")', ""),
        ("点【{stop}】", "Touch 【{stop}】", ""),
        ("点【下一步】", "Touch 【Next】", "names a button that is nowhere: Next"),
        ("共 {count} 笔", "{number} in all", "has other arguments than"),
        ("共 {count} 笔", "in all", "has other arguments than"),
        ("点击【社保】", "Tap 社保", "is half Chinese"),
        ("姓名、证件", "name、document", "is half Chinese"),
        ("点“扫一扫”", "Tap “扫一扫”", "is half Chinese"),
        ("下一步", "", "has no words"),
    ],
)
def test_a_catalogue_is_refused_that_says_something_else(message: str, words: str, fault: str) -> None:
    catalogue = Catalog()
    catalogue.add(message, words)
    found = list(faults(catalogue, {message}, whole=True))
    assert [fault in one for one in found] == [True] * bool(fault)


def test_a_catalogue_is_refused_that_is_uncertain_or_says_what_nobody_says() -> None:
    catalogue = Catalog()
    catalogue.add("下一步", "Next", flags=["fuzzy"])
    catalogue.add("谁也不说", "Nobody")
    assert list(faults(catalogue, {"下一步"}, whole=True)) == ["'下一步' has no words", "nobody says 谁也不说"]
    assert list(faults(catalogue, {"下一步", "谁也不说"}, whole=False)) == []


def test_the_header_is_no_message(tmp_path: Path) -> None:
    (tmp_path / "en.po").write_text(HEADER.format(language="en") + CATALOGUE, "utf-8")
    translate = catalogues(tmp_path)("en")
    assert (translate(""), translate("缴费档次")) == ("", "tier")
