"""The pebble: the smallest whole kind, copied when a new one is begun."""
