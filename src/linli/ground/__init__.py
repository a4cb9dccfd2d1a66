"""The pure floor: working days, clock, text, encryption and hash chain; it knows no Django and no matter."""
