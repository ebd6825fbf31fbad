"""跟我学: a flow of the guide is learnt at the terminal itself, in a world that is pretended."""
