"""Article -> Record. The stages stand in their order in `ujar.analyse.analyser`."""

from ujar.analyse.analyser import Analyser, load_analyser

__all__ = ["Analyser", "load_analyser"]
