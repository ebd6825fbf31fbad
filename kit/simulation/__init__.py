"""Days of several terminals in a moment: real parts, networks in process, a virtual clock, chance by a seed."""
