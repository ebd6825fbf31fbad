"""The guide: no flow and no screen is missing, the tax bureau's words are its own, ours are true of the terminal."""

import re
from collections.abc import Iterator
from itertools import chain

import pytest
from babel.messages.pofile import read_po

import main
from domain.flows.catalogue import PATHS, Path
from domain.flows.channels import CHANNELS
from kit.guide.pages import numbers
from kit.guide.words import CHINESE, Chapter, Guide, Part, Section, Step, Words, quotes
from kit.walks import ASTRAY, EVERY, path_of
from tests.guide.windows import LENGTH, digests, known
from tests.words import BUTTON, ROOT, TEMPLATE

GUIDE = Guide(main.ASSETS / "guide")
SECTIONS = {section.number: (chapter, section) for chapter in GUIDE.chapters for section in chapter.sections}
EACH_SECTION = pytest.mark.parametrize("number", SECTIONS)
EACH_CHAPTER = pytest.mark.parametrize("chapter", GUIDE.chapters, ids=lambda chapter: chapter.channel)
LINE = 9
"""Characters of what to do that have room beside a picture."""
SAID = re.compile("“([^”]+)”")
BROKEN = "……"
NAME = re.compile(r"\\\{\w+\\\}")
"""A name in the braces of a message, escaped."""
ENOUGH = 3


def of_a_flow(section: str) -> set[str]:
    """`二(三)(五)` is two sections."""
    found = re.fullmatch(r"(.)((?:\(.\))+)(\d?)", section)
    assert found is not None
    return {f"{found[1]}{one}{found[3]}" for one in re.findall(r"\(.\)", found[2])}


def parts() -> Iterator[tuple[Chapter, Section, Part]]:
    for chapter, section in SECTIONS.values():
        yield from ((chapter, section, part) for part in section.parts)


def told(chapter: Chapter, part: Part) -> list[Step]:
    return [chapter.steps[name] for name in part.steps]


def told_in(number: str) -> list[Step]:
    chapter, section = SECTIONS[number]
    return [step for _, step in chapter.on(section)]


def ours(chapter: Chapter) -> Iterator[Words]:
    """All that stands in the guide and is not the tax bureau's."""
    for section in chapter.sections:
        yield section.before
        yield from (part.tag for part in section.parts if part.tag)
        yield from (wrong.says for wrong in section.wrongs)
    for step in chapter.steps.values():
        yield step.do
        yield step.say


def test_the_channels_are_the_chapters() -> None:
    assert [chapter.channel for chapter in GUIDE.chapters] == list(CHANNELS)
    assert [chapter.numeral for chapter in GUIDE.chapters] == list("一二三四")
    assert len({number[:4] for number in SECTIONS}) == 27 and len(SECTIONS) == 35


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.id)
def test_no_flow_is_missing_in_its_sections(path: Path) -> None:
    assert {section.number for _, section, part in parts() if path_of(part.walk) == path} == of_a_flow(path.section)


@EACH_SECTION
def test_no_screen_of_a_walk_is_missing(number: str) -> None:
    chapter, section = SECTIONS[number]
    for part in section.parts:
        steps = told(chapter, part)
        for other in filter(None, (part.begins, part.goes_on)):
            steps += told_in(other)
        walked = {stop.screen for stop in EVERY[part.walk] if stop.screen.startswith(f"{chapter.channel}.")}
        assert [screen for screen in sorted(walked) if not any(step.tells_of(screen) for step in steps)] == []


@EACH_SECTION
def test_every_step_is_on_its_walk(number: str) -> None:
    chapter, section = SECTIONS[number]
    for part in section.parts:
        for name in part.steps:
            assert any(chapter.steps[name].is_at(stop.screen) for stop in EVERY[part.walk]), name


def test_no_step_is_told_in_vain() -> None:
    used = {(chapter.channel, name) for chapter, _, part in parts() for name in part.steps}
    for chapter in GUIDE.chapters:
        for name in chapter.steps:
            sharing = [one.channel for one in GUIDE.chapters if one.takes == chapter.takes]
            assert any((channel, name) in used for channel in sharing), name


def test_no_wrong_way_is_missing() -> None:
    said = [(section, walk) for _, section in SECTIONS.values() for wrong in section.wrongs for walk in wrong.walks]
    assert sorted(walk for _, walk in said) == sorted(ASTRAY)
    for section, walk in said:
        assert section.number[0] == path_of(walk).section[0], walk
    assert all(section.wrongs for _, section in SECTIONS.values())


@EACH_CHAPTER
def test_the_tax_bureau_s_words_are_its_own(chapter: Chapter) -> None:
    windows = known()
    for quote in quotes(chapter):
        assert set(digests(quote)) <= windows, quote
    assert all(len(quote) >= LENGTH for step in chapter.steps.values() for quote in pieces(step))


def pieces(step: Step) -> list[str]:
    return [piece for piece in step.guide.get(CHINESE, "").split(BROKEN) if piece]


def test_a_paraphrase_is_found_out() -> None:
    assert not set(digests("点击【下一步】按钮进入到“选择缴款方式”页面。")) <= known()


@EACH_CHAPTER
def test_what_to_do_has_room(chapter: Chapter) -> None:
    lines = [line for step in chapter.steps.values() for line in step.do[CHINESE].split("\n")]
    assert [line for line in lines if len(line) > LINE] == []


@EACH_CHAPTER
def test_all_is_said_in_both_languages(chapter: Chapter) -> None:
    quoted = [step.guide for step in chapter.steps.values() if step.guide]
    notes = [note for section in chapter.sections for note in section.notes]
    for words in (*ours(chapter), *quoted, *notes):
        assert set(words) == {"zh", "en"} and all(words.values())
    for words in ours(chapter):
        assert words["zh"].count("\n") <= 1 and "“" not in words["en"]


def messages(file: str) -> dict[str, str]:
    with (TEMPLATE.parent / file).open("rb") as opened:
        return {str(one.id): str(one.string) for one in read_po(opened) if one.id}


def is_said(words: str, known_: list[str]) -> bool:
    """Whether a screen says these words, alone or amid others, with whatever stands where a message has a name."""
    return any(words in one or re.fullmatch(NAME.sub(".+", re.escape(one)), words) for one in known_ if literal(one))


def literal(message: str) -> bool:
    """Whether it says something by itself."""
    return len(re.sub(r"\{\w+\}", "", message)) >= ENOUGH


def test_what_no_screen_says_is_found_out() -> None:
    known_ = list(messages("en.po"))
    assert is_said("请选择缴费档次", known_) and is_said("已取消，没有扣款", known_)
    assert not is_said("已取消，钱退给您", known_)


@EACH_CHAPTER
def test_the_buttons_that_are_named_are_there(chapter: Chapter) -> None:
    english = messages("en.po")
    for words in ours(chapter):
        for button in BUTTON.findall(words["zh"]):
            assert button in english, words["zh"]
        for button in BUTTON.findall(words["en"]):
            assert button in english.values(), words["en"]


@EACH_CHAPTER
def test_what_the_screen_is_said_to_say_it_says(chapter: Chapter) -> None:
    known_ = list(messages("en.po"))
    for wrong in chain.from_iterable(section.wrongs for section in chapter.sections):
        for words in SAID.findall(wrong.says["zh"]):
            assert is_said(words.rstrip("。").replace(BROKEN, ""), known_), words


@EACH_SECTION
def test_a_section_has_a_number(number: str) -> None:
    assert "".join(("{}({}){}").format(*numbers(number))) == number


@pytest.mark.parametrize("number", ["一", "五(一)", "一(三)1x", "1.3"])
def test_what_is_no_section_is_told(number: str) -> None:
    with pytest.raises(ValueError, match="no section"):
        numbers(number)


def test_files_say_nothing_else() -> None:
    for file in (ROOT / "assets" / "guide").glob("*.toml"):
        assert file.stem in {"guide", "h5", *Guide.CHAPTERS}
