"""What holds of codes by SMS, whoever sends them."""

from datetime import timedelta

GOOD_FOR = timedelta(minutes=5)
TRIES = 5
"""After so many wrong answers a code is void: six digits must not be found by trying."""
SENDS = 5
"""So many codes to one phone within DAY: nobody is called up without end, and guessing does not start anew."""
DAY = timedelta(hours=24)
CODES = 10**6
AT_ONCE = timedelta(0)
