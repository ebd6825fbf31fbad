"""How large text and targets are on the hall's panel, in mm and degrees, at each size of text, and what is too high.

1 if something is wanted that no size of text meets; `wanted` says what: at every size, or at one of them.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from commands.house import House, takes_settings

if TYPE_CHECKING:
    from domain.terminal.panel import Panel
    from ui.measures import Line


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import PanelSettings, read
    from domain.ports import ForStaff
    from ui.measures import unmet

    try:
        said = read(args.config, profile=args.profile).panel
    except ForStaff as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 2
    panel = (said or PanelSettings(diagonal_in=21.5, bottom_mm=740)).panel
    failed = [*unmet(panel)]
    if args.json:
        print(json.dumps(_told(panel, failed, assumed=said is None), ensure_ascii=False))
    else:
        _print(panel, failed, assumed=said is None)
    return int(bool(failed))


def _told(panel: "Panel", failed: "list[Line]", assumed: bool) -> dict[str, object]:
    from dataclasses import asdict

    from ui.measures import by_size

    sizes = {
        size: {
            line.name: {"is": round(figure, 2), "unit": line.unit, "ok": line.met(figure)}
            for line, figure in of.items()
        }
        for size, of in by_size(panel).items()
    }
    return {
        "panel": {**asdict(panel), "assumed": assumed, "top_mm": round(panel.height_of(0))},
        "sizes": sizes,
        "unmet": [line.name for line in failed],
        "low_reach_from_the_start": not assumed and panel.too_high,
    }


def _print(panel: "Panel", failed: "list[Line]", assumed: bool) -> None:
    from ui.measures import LINES, by_size

    taken = "no panel is set; taken: " if assumed else ""
    print(
        f"{taken}{panel.diagonal_in:g} inches, {panel.layout}, from {panel.bottom_mm:.0f} to {panel.height_of(0):.0f} "
        f"mm above the floor, read from {panel.distance_mm:.0f} mm; a pixel is {panel.pixel_mm:.3f} mm"
    )
    sizes = by_size(panel)
    print(f"{'':20}{'wanted':>22}", *(f"{size:>18}" for size in sizes))
    for line in LINES:
        cells = (f"{of[line]:.1f} {_judged(line, of[line])}" for of in sizes.values())
        print(f"{line.name:20}{_wanted(line):>22}", *(f"{cell:>18}" for cell in cells))
    for line in failed:
        print(f"no size meets: {line.name}, {_wanted(line)}")
    if panel.too_high and not assumed:
        print("its upper part is out of reach: low reach is on from the start")


def _wanted(line: "Line") -> str:
    bound = f"{line.least:g} {line.unit}" if line.least else f"up to {line.most:g} {line.unit}"
    return f"{bound}, once" if line.once else bound


def _judged(line: "Line", figure: float) -> str:
    return "ok" if line.met(figure) else "too small" if figure < line.least else "too high"
