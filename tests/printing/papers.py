"""Documents to print, set by Typst: as wide as the roll, in Chinese, with a QR code."""

import qrcode
import typst

CODE = "https://example.invalid/verify?code=ABCD2345"
MODULE_MM = 0.75
"""Six dots of a print head."""
HEAD = '#set page(width: {mm}mm, height: 60mm, margin: 5mm)\n#set text(font: "Noto Sans CJK SC", size: 9pt)\n'
SHEET = """
= 社会保险费缴费证明
第 {number} 页：灵活就业人员 #h(1fr) 878.94 元
#line(length: 100%, stroke: 0.5mm)
{code}
"""


def receipt(mm: int, pages: int = 1) -> bytes:
    """A PDF of `pages` sheets, `mm` wide."""
    sheets = (SHEET.format(number=number, code=code()) for number in range(1, pages + 1))
    return typeset(HEAD.format(mm=mm) + "#pagebreak()".join(sheets))


def typeset(source: str) -> bytes:
    pdf = typst.compile(source.encode(), format="pdf")
    assert isinstance(pdf, bytes)
    return pdf


def modules() -> list[list[bool]]:
    """Of CODE, dark or not, with the quiet zone around them."""
    drawn = qrcode.QRCode(border=4)
    drawn.add_data(CODE)
    return [list(map(bool, row)) for row in drawn.get_matrix()]


def code() -> str:
    """CODE in Typst, module by module."""
    cell = f"box(width: {MODULE_MM}mm, height: {MODULE_MM}mm, fill: {{}})"
    cells = ", ".join(cell.format("black" if dark else "white") for row in modules() for dark in row)
    return f"#grid(columns: {len(modules())}, {cells})"
