"""Catalogues of words as translators write them (gettext, PO), said by a terminal."""

from pathlib import Path

import pytest

from adapters.assets.words import catalogues
from domain.words import Text, Verbatim
from viewmodels.words.language import Language

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
