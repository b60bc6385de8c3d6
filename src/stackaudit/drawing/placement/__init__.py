"""Where stations stand and how track runs between them, on an octilinear grid."""

from stackaudit.drawing.placement.placing import OUTSIDE, Placement, placed, placement_of

__all__ = ["OUTSIDE", "Placement", "placed", "placement_of"]
