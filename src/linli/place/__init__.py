"""Where: the tree of units and the cells of the grid."""
