"""Going over to another release, and back: unpacked beside the one that runs, tried, and taken back if it fails."""
