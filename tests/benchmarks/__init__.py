"""`./kiosk bench`: how fast the screens come and what they weigh. Prints figures; it never judges them in a test."""

import json


def report(as_json: bool) -> int:
    """Take every measure and print it."""
    from tests.benchmarks import first_frame, growth, screens

    figures = {"first_frame": first_frame.measure(), **screens.measure(), "growth": growth.measure()}
    if as_json:
        print(json.dumps(figures, indent=1))
    else:
        for name, values in figures.items():
            print(name, " ".join(f"{key}={value}" for key, value in values.items() if not isinstance(value, dict)))
    return 0
