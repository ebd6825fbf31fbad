"""Data files: types are not bent, and everything that is wrong with a file is said at once."""

import pytest

from adapters.assets.reading import BrokenData, Day, Flag, Hour, Number, Some, Table, Text, Whole, read


class Row(Table):
    text: Text = "-"
    whole: Whole = 1
    flag: Flag = False
    day: Day | None = None
    hour: Hour | None = None


class File(Table):
    number: Number | None = None
    row: Some[Row] = (Row(),)
    nested: tuple[Row, ...] = ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("number = 1", "f.toml: number must be an instance of Decimal, not 1"),
        ("number = nan", "f.toml: number must be a finite number, not Decimal('NaN')"),
        ("number = -0.1", "f.toml: number must be positive"),
        ("row = []", "f.toml: row is empty"),
        ("row = [1]", "f.toml, row 1: must be a valid dictionary or instance of Row, not 1"),
        ('[[row]]\ntext = ""', "f.toml, row 1: text is empty"),
        ("[[row]]\ntext = 1", "f.toml, row 1: text must be a valid string, not 1"),
        ("[[row]]\nwhole = 1.0", "f.toml, row 1: whole must be a valid integer, not Decimal('1.0')"),
        ("[[row]]\nwhole = true", "f.toml, row 1: whole must be a valid integer, not True"),
        ("[[row]]\nwhole = 0", "f.toml, row 1: whole must be positive"),
        ("[[row]]\nflag = 0", "f.toml, row 1: flag must be a valid boolean, not 0"),
        ('[[row]]\nday = "2026-11-23"', "f.toml, row 1: day must be a valid date, not '2026-11-23'"),
        ("[[row]]\nhour = 60", "f.toml, row 1: hour must be a valid time, not 60"),
        ("[[nested]]\n[[nested]]\nunknown = 1", "f.toml, nested 2: unknown key unknown"),
        ("row = ", "f.toml: not TOML: Invalid value (at end of document)"),
    ],
)
def test_what_is_wrong_is_said(line: str, complaint: str) -> None:
    with pytest.raises(BrokenData) as broken:
        read(line, "f.toml", File)
    assert str(broken.value) == complaint


def test_everything_is_said_at_once() -> None:
    with pytest.raises(BrokenData) as broken:
        read('number = "1"\n[[row]]\nflag = 1\n[[row]]\ntext = ""\n', "f.toml", File)
    assert [line.split(":")[0] for line in str(broken.value).splitlines()] == [
        "f.toml", "f.toml, row 1", "f.toml, row 2",
    ]  # fmt: skip
