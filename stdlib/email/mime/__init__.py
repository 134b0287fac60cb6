"""Messages of common types, to be sent."""
