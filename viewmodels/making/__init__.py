"""How the view model of each kind of step is made: what it needs is taken out of a visit and the parts here, once.

A maker raises NotGiven, or NotAdmitted at the staff's screens, where a table led to a step without what it works on.
"""
