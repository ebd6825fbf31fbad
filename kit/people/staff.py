"""The demonstration's two staff members. No secret: the dock says who they are."""

DEMO_NUMBER, DEMO_PIN = "0001", "507291"
DEMO_HASH = "$argon2id$v=19$m=19456,t=2,p=1$oIoU/3cDJoW8GOAJ95owKg$GqIJOTv/JxLPd+y4HEXm3sLUnQjsqTY7TAo6rA09OkA"
"""Of DEMO_PIN: made once, for a start has no time to make one."""
SECOND_NUMBER, SECOND_PIN = "0002", "618340"
SECOND_HASH = "$argon2id$v=19$m=19456,t=2,p=1$1mBnczT6UjVXRAb85fL7OA$oCL/2IM11n9RhvPbl6mQtZ3QO+79j0j0pztu7rGDO84"
"""Of SECOND_PIN."""
HASHES = {DEMO_NUMBER: DEMO_HASH, SECOND_NUMBER: SECOND_HASH}
"""By number."""
