"""A section as it is read: its steps with their pictures, in one language. The book and the site are made of these."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from domain.flows.channels import CHANNELS
from kit.guide.words import CHINESE, Chapter, Guide, Section, Step, Words

NUMBER = re.compile(r"([一二三四])\(([一二三四五六七八九十])\)(\d?)")


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of the guide's folder, its size in pixels, what is drawn over it, and what both show, in words."""

    file: str
    width: int
    height: int
    over: str
    shows: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A step. `guide` is Chinese, `means` the same in the guide's other language."""

    tag: str
    do: str
    guide: str
    means: str
    say: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Leaf:
    """A section. `kicker` is what stands over its title: a chapter's name, and the section's if it has parts."""

    channel: str
    glyph: str
    colours: dict[str, str]
    number: str
    name: str
    kicker: tuple[str, str]
    title: str
    before: str
    length: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    wrongs: tuple[str, ...]

    def facts(self) -> dict[str, Any]:
        """All of it, for Typst."""
        return asdict(self)


def said(words: Words, language: str) -> str:
    """In a language; empty where nothing is said."""
    return words.get(language, "")


def flat(text: str) -> str:
    """On one line: lines are broken at commas, and elsewhere between words."""
    return re.sub(r"\n(?=[\x00-\x7f])", " ", text).replace("\n", "")


def leaf(guide: Guide, chapter: Chapter, section: Section, pictures: list[Picture], language: str) -> Leaf:
    """A section with a picture for each step."""
    words = guide.book.words
    channel = CHANNELS[chapter.channel]
    numeral, second, third = numbers(section.number)
    if language == CHINESE:
        over, under = f"{numeral}、", f"（{second}）"
    else:
        over, under = f"{_count(numeral)} ", f"{_count(numeral)}.{_count(second)} "
    chapter_name, heading = over + said(chapter.title, language), under + said(section.heading, language)
    title = f"{third}. {said(section.title, language)}" if third else heading
    entries = tuple(
        _entry(step, said(part.tag, language), picture, language)
        for (part, step), picture in zip(chapter.on(section), pictures, strict=True)
    )
    steps = said(words["steps"], language).format(steps=len(entries))
    length = steps + said(words["comma"], language) + said(words["minutes"], language).format(minutes=section.minutes)
    colours = channel.colours
    return Leaf(
        channel=chapter.channel,
        glyph=str(channel.glyph),
        colours={"accent": colours.accent, "ink": colours.accent_ink, "tint": colours.tint, "edge": colours.edge},
        number=section.number,
        name="-".join([chapter.channel, str(_count(second)), *third]),
        kicker=(chapter_name, heading if third else ""),
        title=title,
        before=said(section.before, language),
        length=length,
        entries=entries,
        notes=tuple(_note(note, language) for note in section.notes),
        wrongs=tuple(said(wrong.says, language) for wrong in section.wrongs),
    )


def shows(guide: Guide, step: Step, title: str, language: str) -> str:
    """What a picture shows, for who does not see it: the screen, what is done there, and by what it is told."""
    words = guide.book.words
    told = said(words["picture"], language).format(title=title, do=flat(said(step.do, language)))
    if step.phone is not None:
        lines = "，".join(line for line in step.phone.lines if line != "PIN")
        told += " " + said(words["phone"], language).format(lines=lines, button=step.phone.button)
    elif step.touch or step.ring:
        told += " " + said(words["ringed" if step.look else "pointed"], language)
    return told


def numbers(number: str) -> tuple[str, str, str]:
    """`一(三)1` in its parts, the last of which may be empty. Raises ValueError if it is no section's number."""
    found = NUMBER.fullmatch(number)
    if found is None:
        raise ValueError(f"{number!r} is no section of the guide")
    return found[1], found[2], found[3]


def _count(numeral: str) -> int:
    return "一二三四五六七八九十".index(numeral) + 1


def _note(note: Words, language: str) -> str:
    """The tax bureau's words, and in another language what they mean."""
    return note[CHINESE] if language == CHINESE else f"{note[CHINESE]}\n{said(note, language)}"


def _entry(step: Step, tag: str, picture: Picture, language: str) -> Entry:
    means = "" if language == CHINESE else said(step.guide, language)
    return Entry(tag, said(step.do, language), step.guide.get(CHINESE, ""), means, said(step.say, language), picture)
