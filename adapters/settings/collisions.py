"""What is right by itself and does not go together. It is looked for in what was said, right or wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from adapters.settings.fault import Where
from adapters.settings.models import CupsSettings, EscPosSettings
from adapters.settings.readers import CardReaderSettings, ScannerSettings
from adapters.settings.table import Table

Found = tuple[Where, str]
NAMED: dict[str, type[Table]] = {
    "cups": CupsSettings,
    "escpos": EscPosSettings,
    "card": CardReaderSettings,
    "scanner": ScannerSettings,
}
NAMES = {kind: table.model_fields["name"].default for kind, table in NAMED.items()}


def collisions(data: Mapping[str, object]) -> Iterator[Found]:
    """Staff with one number; printers or readers with one name or at one place; a Bluetooth printer not approved."""
    staff, printers, readers = (_tables(data, key) for key in ("staff", "printers", "readers"))
    yield from _twice("staff", "number", {n: one.get("number") for n, one in staff.items()})
    yield from _twice("printers", "name", {n: one.get("name", _usual(one)) for n, one in printers.items()})
    for key in ("uri", "device", "address"):
        yield from _twice("printers", key, {n: one.get(key) for n, one in printers.items()})
    yield from _twice("readers", "name", {n: one.get("name", _usual(one)) for n, one in readers.items()})
    printing = (one.get("device") for one in printers.values())
    yield from _twice("readers", "device", {n: one.get("device") for n, one in readers.items()}, taken=printing)
    approved = data.get("approved_bluetooth", [])
    for n, one in printers.items():
        address = one.get("address")
        if address and isinstance(approved, list | frozenset) and address not in approved:
            yield ("printers", n, "address"), "has to be among approved_bluetooth as well"


def lacks_merchant(data: Mapping[str, object], networks: Sequence[str]) -> Iterator[Found]:
    """A hall in which nothing can be paid: none of these `networks` has a table, and none is asked by its bureau."""
    bureau = data.get("bureau")
    if isinstance(bureau, Mapping) and bureau.get("networks"):
        return
    if data.get("profile") == "hall" and not any(data.get(network) for network in networks):
        *others, last = (f"[{network}]" for network in networks)
        yield (networks[0],), f"a hall needs a merchant: a table {', '.join(others)} or {last}"


def lacks_bureau(data: Mapping[str, object]) -> Iterator[Found]:
    """A hall in which nobody is known."""
    if data.get("profile") == "hall" and not data.get("bureau") and not data.get("adapter"):
        yield ("bureau",), "a hall needs a bureau, or an adapter of its own: without one nobody is known here"


def _usual(device: Mapping[str, object]) -> str | None:
    return NAMES.get(str(device.get("kind")))


def _tables(data: Mapping[str, object], key: str) -> dict[int, Mapping[str, object]]:
    value = data.get(key)
    return {n: one for n, one in enumerate(value) if isinstance(one, dict)} if isinstance(value, list) else {}


def _twice(table: str, key: str, values: Mapping[int, object], taken: Iterable[object] = ()) -> Iterator[Found]:
    seen = set(taken)
    for n, value in values.items():
        if isinstance(value, str) and value:
            if value in seen:
                yield (table, n, key), "has been given to another one above: it has to differ"
            seen.add(value)
