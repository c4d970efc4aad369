"""The pages: the only folder that imports Flask."""
