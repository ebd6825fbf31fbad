"""The demonstration's one staff member. No secret: the dock says it."""

DEMO_NUMBER, DEMO_PIN = "0001", "507291"
DEMO_HASH = "$argon2id$v=19$m=19456,t=2,p=1$oIoU/3cDJoW8GOAJ95owKg$GqIJOTv/JxLPd+y4HEXm3sLUnQjsqTY7TAo6rA09OkA"
"""Of DEMO_PIN: made once, for a start has no time to make one."""
