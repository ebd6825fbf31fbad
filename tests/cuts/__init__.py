"""Power cuts: what a store did to its disk is written down, and made again without what a cut may take."""
