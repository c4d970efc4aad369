"""Values at rest: the only folder that writes SQL."""
