"""The sentences of the floors below as this floor says them: with a named place where a value stands.

They are English as they are written there; `spoken` finds the one that a message was made from. A place
called after a word of `spoken.NESTED` holds one of these sentences or words itself.
"""


def N_(sentence: str) -> str:  # noqa: N802 - the name by which Babel collects it
    """The sentence itself, marked for translation."""
    return sentence


SENTENCES = (
    # Of files of pairs, in and out.
    N_("The table has no two columns; a bitext needs a source and a target."),
    # Of exceptions, and of joining and cutting anew.
    N_("Choose which two sentences of the pair are to be joined."),
    # Of refusals of the pages themselves.
    N_("Choose a place to split at, or put the caret there."),
    N_("This finding is not there any more, or it has no safe mend."),
    N_("This form came from another site. Open the workbench itself and try again."),
    N_("The text cannot be kept in the data folder: %(error)s."),
    N_("This text is no longer here: texts are kept for a day. Check it again."),
    # Of words that stand in the places of the others.
    N_("target"),
    N_("English"),
    N_("Burmese"),
)
