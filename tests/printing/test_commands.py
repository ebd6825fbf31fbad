"""What a sheet is in bytes, held against the manual's own words for each command."""

from PIL import Image

from adapters.printing.commands import ending, sheet

ESC, GS = b"\x1b", b"\x1d"


def test_a_sheet_to_the_byte() -> None:
    """Two bytes wide, 65 rows: a strip of 64 and one of a single row. A dot that burns is a bit that is set."""
    picture = Image.new("1", (16, 65), 1)
    picture.putpixel((0, 0), 0)
    picture.putpixel((15, 64), 0)
    assert list(sheet(picture)) == [
        ESC + b"@",
        GS + b"v0\x00" + bytes([2, 0, 64, 0]) + b"\x80" + bytes(127),
        GS + b"v0\x00" + bytes([2, 0, 1, 0]) + b"\x00\x01",
        ESC + b"d\x06",
        GS + b"V\x00",
    ]


def test_an_ending_is_fed_out_before_it_is_cut() -> None:
    assert list(ending()) == [ESC + b"d\x06", GS + b"V\x00"]
