"""How a screen may end that no table tells of. Light: needed before any flow is."""

BACK = "back"
"""返回 was touched, and nothing was held."""
FAULT = "fault"
"""A mistake or a fault of ours has ended the visit."""
