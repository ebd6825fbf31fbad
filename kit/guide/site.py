"""The guide as pages for a browser, a file for each section: without a network, by keyboard, aloud, and on paper."""

import shutil
from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from kit.guide.hand import EDGE
from kit.guide.pages import Entry, Leaf, flat, said
from kit.guide.words import Book

STYLE, SCRIPT = "guide.css", "guide.js"
INDEX = "index.html"
PDF = "../guide.pdf"


class _Site:
    """How its pages are written in one language."""

    def __init__(self, book: Book, leaves: Sequence[Leaf], language: str) -> None:
        self._book, self._leaves, self._language = book, leaves, language

    def word(self, name: str) -> str:
        return escape(said(self._book.words[name], self._language))

    def page(self, title: str, body: str, here: Leaf | None) -> str:
        """A whole page, with the contents at the left."""
        worn = f' style="{_worn(here)}"' if here else ""
        return f"""<!doctype html>
<html lang="{"zh-CN" if self._language == "zh" else self._language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} · {self.word("book")}</title>
<link rel="stylesheet" href="{STYLE}">
<script src="{SCRIPT}" defer></script>
</head>
<body{worn}>
<a class="skip" href="#steps">{self.word("skip")}</a>
<header>
<a class="name" href="{INDEX}"><strong>{self.word("name")}</strong> <span>{self.word("book")}</span></a>
<span class="demo">{self.word("demo")} <span>{self.word("invented_short")}</span></span>
<span class="tools"><button type="button" id="larger" aria-pressed="false">{self.word("larger")}</button>
<button type="button" id="print">{self.word("print")}</button>
<a href="{PDF}">{self.word("whole")}</a></span>
</header>
{self._contents(here)}
<main id="steps" tabindex="-1">
{body}
<footer><span class="demo">{self.word("demo")}</span> {self.word("invented")}
<span>{self.word("edition")} {escape(self._book.edition)}</span></footer>
</main>
</body>
</html>
"""

    def _contents(self, here: Leaf | None) -> str:
        chapters = []
        for _, group in groupby(self._leaves, lambda leaf: leaf.channel):
            leaves = list(group)
            first = leaves[0]
            chosen = here is not None and here.channel == first.channel
            count = self.word("sections").format(sections=len({leaf.number[:4] for leaf in leaves}))
            chapters.append(
                f'<details{" open" if chosen else ""} style="{_worn(first)}"><summary><span class="glyph" '
                f'aria-hidden="true">{escape(first.glyph)}</span> {escape(first.kicker[0])} <small>{count}</small>'
                f"</summary><ul>{''.join(self._links(leaves, here))}</ul></details>"
            )
        sections = len({leaf.number[:4] for leaf in self._leaves})
        find = self.word("find").format(sections=sections)
        field = f'<input type="search" id="find" placeholder="{find}" aria-label="{find}">'
        return f'<nav aria-label="{self.word("contents")}">{field}{"".join(chapters)}</nav>'

    def _links(self, leaves: Sequence[Leaf], here: Leaf | None) -> list[str]:
        """A line for each, and one over those that are parts of a section."""
        lines: list[str] = []
        for heading, parts in groupby(leaves, lambda leaf: leaf.kicker[1]):
            lines += [f'<li class="heading">{escape(heading)}</li>'] if heading else []
            for leaf in parts:
                current = ' aria-current="page"' if leaf is here else ""
                kind = ' class="part"' if heading else ""
                lines.append(f'<li{kind}><a href="{leaf.name}.html"{current}>{escape(leaf.title)}</a></li>')
        return lines

    def section(self, leaf: Leaf) -> str:
        """What a section's page says."""
        at = self._leaves.index(leaf)
        turns = ""
        if at > 0:
            turns += self._turn("prev", "previous", self._leaves[at - 1])
        if at + 1 < len(self._leaves):
            turns += self._turn("next", "next", self._leaves[at + 1])
        over = " › ".join(escape(one) for one in leaf.kicker if one)
        steps = "".join(
            f'<li><a href="#step-{number}"><b>{number}</b> {escape(flat(entry.do))}</a></li>'
            for number, entry in enumerate(leaf.entries, 1)
        )
        entries = "".join(self._entry(number, entry) for number, entry in enumerate(leaf.entries, 1))
        return (
            f'<p class="kicker">{over}</p><div class="title"><h1>{escape(leaf.title)}</h1>'
            f'<div class="turns">{turns}</div></div><p class="before">{escape(leaf.before)} '
            f'<b>{escape(leaf.length)}</b></p><nav aria-label="{self.word("on_page")}"><ol class="chips">{steps}</ol>'
            f'</nav><ol class="steps{" wide" if _wide(leaf) else ""}">{entries}</ol><div class="ends">'
            f"{self._box('notes', leaf.notes)}{self._box('wrong', leaf.wrongs)}</div>"
        )

    def _turn(self, rel: str, word: str, leaf: Leaf) -> str:
        return f'<a rel="{rel}" href="{leaf.name}.html">{self.word(word)} <b>{escape(leaf.title)}</b></a>'

    def _entry(self, number: int, entry: Entry) -> str:
        shot = entry.picture
        tag = f'<p class="tag">{escape(entry.tag)}</p>' if entry.tag else ""
        does = _lines(entry.do)
        means = f"<p>{escape(entry.means)}</p>" if entry.means else ""
        guide = f'<blockquote><p lang="zh-CN">{escape(entry.guide)}</p>{means}</blockquote>' if entry.guide else ""
        say = f'<div class="say"><h3>{self.word("say")}</h3><p>{escape(entry.say)}</p></div>' if entry.say else ""
        over = shot.over.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
        edges = f"--left:{-EDGE / shot.width:.4%};--top:{-EDGE / shot.height:.4%}"
        return (
            f'<li id="step-{number}"><div class="shot" style="{edges}"><img src="{escape(shot.file)}" '
            f'width="{shot.width}" height="{shot.height}" loading="lazy" alt="{escape(shot.shows)}">{over}</div>'
            f'<div class="said">{tag}<h2><span class="disc">{number}</span> <span>{does}</span></h2>'
            f"{guide}{say}</div></li>"
        )

    def _box(self, name: str, paragraphs: Sequence[str]) -> str:
        if not paragraphs:
            return ""
        lines = "".join(f"<p>{_lines(one)}</p>" for one in paragraphs)
        return f'<section class="{name}"><h2>{self.word(name)}</h2>{lines}</section>'

    def cover(self) -> str:
        """What the first page says."""
        how = "".join(f"<li>{self.word(name)}</li>" for name in ("how_ring", "how_phone", "how_guide", "how_say"))
        lists = "".join(
            f'<section style="{_worn(leaves[0])}"><h2><span class="glyph" aria-hidden="true">{escape(leaves[0].glyph)}'
            f"</span> {escape(leaves[0].kicker[0])}</h2><ul>{''.join(self._links(leaves, None))}</ul></section>"
            for leaves in (list(group) for _, group in groupby(self._leaves, lambda leaf: leaf.channel))
        )
        return (
            f'<h1>{self.word("book")}</h1><p class="before">{self.word("source")}</p><h2>{self.word("how_title")}</h2>'
            f'<ul class="how">{how}</ul><div class="all">{lists}</div>'
        )


def write(book: Book, leaves: Sequence[Leaf], assets: Path, language: str, folder: Path) -> None:
    """Its pages, beside the pictures that are in the folder already."""
    for name in (STYLE, SCRIPT):
        shutil.copy(assets / name, folder / name)
    site = _Site(book, leaves, language)
    (folder / INDEX).write_text(site.page(said(book.words["name"], language), site.cover(), None), "utf-8")
    for leaf in leaves:
        (folder / f"{leaf.name}.html").write_text(site.page(leaf.title, site.section(leaf), leaf), "utf-8")


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))


def _wide(leaf: Leaf) -> bool:
    return any(entry.picture.width > entry.picture.height for entry in leaf.entries)


def _worn(leaf: Leaf) -> str:
    """A channel's colours, for the style sheet."""
    return ";".join(f"--{name}:{colour}" for name, colour in leaf.colours.items())
