"""Where stations stand and how track runs between them, on an octilinear grid."""

from stackaudit.drawing.placement.placing import Placement, placed, placement_of

__all__ = ["Placement", "placed", "placement_of"]
