"""Many terminals race for the same bills at one bureau (`scripts/race`)."""
