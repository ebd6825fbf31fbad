"""A text in the visitor's language: what stands for it on the screen, and which languages there are."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from domain.words import NOTHING, Text, Translate, Verbatim, joined
from viewmodels.words.language import PSEUDO, Language

ENGLISH = {"共 {count} 笔": "{count} in all", "返回": "Back", "、": ", "}


def catalogues(tag: str) -> Translate:
    def english(message: str) -> str:
        return ENGLISH.get(message, message)

    return {"en": english}[tag]


@dataclass(frozen=True)
class Row:
    title: Text
    ways: tuple[Text, ...] = ()
    count: int = 0


def chosen(tag: str) -> Language:
    language = Language(catalogues)
    language.choose(tag)
    return language


@pytest.mark.parametrize(
    ("text", "chinese", "english", "pseudo"),
    [
        (Text("返回"), "返回", "Back", "⟦返回·⟧"),
        (Text("共 {count} 笔", count=3), "共 3 笔", "3 in all", "⟦共 3 笔··· ··⟧"),
        (Verbatim("张建国"), "张建国", "张建国", "‹张建国›"),
        (NOTHING, "", "", ""),
        (Text("，"), "，", "，", "，"),
        (joined("、", (Text("返回"), Verbatim("甲"))), "返回、甲", "Back, 甲", "‹⟦返回·⟧、甲›"),
    ],
)
def test_a_text_is_said(text: Text, chinese: str, english: str, pseudo: str) -> None:
    assert [chosen(tag).say(text) for tag in ("zh", "en", PSEUDO)] == [chinese, english, pseudo]


def test_a_row_is_said_with_all_that_is_in_it() -> None:
    row = Row(Text("返回"), (Text("返回"), Verbatim("甲")), 2)
    assert chosen("en").plain(row) == {"title": "Back", "ways": ["Back", "甲"], "count": 2}


def test_another_language_is_told_of_once() -> None:
    language, told = Language(catalogues), []
    language.changed.connect(lambda: told.append(language.tag))
    for tag in ("zh", "en", "en", PSEUDO, "zh"):
        language.choose(tag)
    assert told == ["en", PSEUDO, "zh"] and language.say(Text("返回")) == "返回"


@pytest.mark.parametrize("made", [Language, lambda: Language(catalogues)], ids=["no catalogues", "not this one"])
def test_a_language_that_there_is_no_catalogue_of(made: Callable[[], Language]) -> None:
    language = made()
    with pytest.raises(KeyError, match="tlh"):
        language.choose("tlh")
    assert (language.tag, language.say(Text("返回"))) == ("zh", "返回")
