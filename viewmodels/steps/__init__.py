"""One file per kind of step, named as its QML in `ui/steps`, and what several of them share."""
