"""What a person does: one function an act, in a given session."""
