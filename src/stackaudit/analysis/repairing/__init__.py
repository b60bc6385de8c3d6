"""Finding what an inventory means where it is written otherwise than the language asks for."""

from stackaudit.analysis.repairing.knowing import Known, Market, Reading, known_of
from stackaudit.analysis.repairing.repairing import moves, orderings, repairs

__all__ = ["Known", "Market", "Reading", "known_of", "moves", "orderings", "repairs"]
