"""The door of city applications: Open311 GeoReport v2, in XML and JSON, for what everybody may know."""
