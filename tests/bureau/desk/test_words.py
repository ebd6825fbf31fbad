"""The words of the desk's templates are texts, as those of the code are."""

from pathlib import Path

import pytest

from tests import words


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('{{ _("共 {count} 笔", count=n) }}', []),
        ('<a title="{{ _("全部") }}">{{ verbatim("中文") }}</a>', []),
        ("<p>共 3 笔</p>", ["1: '<p>共 3 笔</p>' is no Text"]),
        ('{{ "终端" }}', ["1: '终端' is no Text"]),
        ('{{ {"send": _("退库"), "stop": "停止"}[act] }}', ["1: '停止' is no Text"]),
    ],
)
def test_what_a_page_says_plainly_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, found: list[str]
) -> None:
    monkeypatch.setattr(words, "ROOT", tmp_path)
    file = tmp_path / "page.html"
    file.write_text(page, "utf-8")
    assert [line.strip().partition(":")[2] for line in words.unsaid_by_page(file)] == found


def test_messages_of_pages_are_found_also_within_others() -> None:
    page = '{{ _("{a}等 {n} 笔", a=_("第一笔"), n=2) }}{% if x %}{{ parts.bar(_("长")) }}{% endif %}'
    assert sorted(words.said_by_page(page)) == sorted(["{a}等 {n} 笔", "第一笔", "长"])
