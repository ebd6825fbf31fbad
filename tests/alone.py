"""How long a terminal waits where nothing is set, as tests count it."""

from domain.terminal.patience import Patience, Stay

PATIENCE = Patience()
WARN_S = PATIENCE.answer_s
"""So long before a visit is over the visitor is asked."""
ALONE_S = PATIENCE.before(Stay.THINKING) + WARN_S
"""So long a form or a menu may be left alone."""
RESULT_ALONE_S = PATIENCE.before(Stay.DONE)
HOME_S = PATIENCE.home_s
