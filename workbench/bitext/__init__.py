"""The corpus as values: units of source and target, and the files they come and go in."""
