"""The sentences of the floors below as this floor says them: with a named place where a value stands.

They are English as they are written there; `spoken` finds the one that a message was made from. A place
called after a word of `spoken.NESTED` holds one of these sentences or words itself.
"""


def N_(sentence: str) -> str:  # noqa: N802 - the name by which Babel collects it
    """The sentence itself, marked for translation."""
    return sentence


SENTENCES = (
    # Of findings about pairs, beside those that `telling` knows by code.
    N_("The %(side)s lacks the term “%(wanted)s” for “%(term)s”."),
    # Of acts on a pair, and searching.
    N_("A unit has a source side and a target side, and no other."),
    N_(
        "The text holds the control character U+%(code)s, which no TMX can carry. Take it out and "
        "save again."
    ),
    N_("Put the caret inside the text, with words before and after it, to split there."),
    N_("A split here would tear a syllable apart; put the caret between two syllables."),
    N_("The next pair has nothing on this side to merge."),
    N_("There are not so many segments in this pair."),
    N_("A cut must leave something on both sides of it."),
    N_("There is nothing on this side of the pair to shift."),
    N_("There are not so many segments on this side of the pair."),
    N_("Say what to look for."),
    N_("This is no regular expression: %(error)s."),
    N_("This pattern takes too long; make it simpler."),
    N_("The pattern has no group %(name)s."),
    # Of files of pairs, in and out.
    N_("Line %(line)s, unit %(unit)s: %(sentence)s"),
    N_("Line %(line)s: %(sentence)s"),
    N_("Unit %(unit)s: %(sentence)s"),
    N_("And %(number)s more of the same kinds."),
    N_("The zip unpacks to more than %(size)s MB; take it apart first."),
    N_("%(name)s in the zip grows more than %(times)s times: a zip bomb?"),
    N_("%(name)s in the zip is encrypted; unpack it first."),
    N_("The zip has a path that leads out of it: %(name)s."),
    N_("The zip is damaged and cannot be read: %(error)s. Make or copy it again."),
    N_("There is no unit with two texts in %(name)s."),
    N_("There is no unit with two texts in %(name)s. %(sentence)s"),
    N_("%(number)s units cannot be taken, so nothing was. %(sentence)s"),
    N_("There is no pair of lines in %(source)s and %(target)s."),
    N_("%(name)s is in none of the formats that hold units: %(formats)s."),
    N_("%(format)s goes out only; it cannot be read back."),
    N_("Of three files one must be a hunalign ladder or an XCES alignment, with its texts."),
    N_("Left out of aligning: navigation, or a text in the other language."),
    N_("Is Zawgyi and was kept so."),
    N_("Was Zawgyi and is converted to Unicode."),
    N_("More than %(number)s units; cut the file into documents."),
    N_(
        "There is hardly any %(language)s or hardly any %(other)s in this file. Give its translation "
        "as a second file."
    ),
    N_("Longer than %(number)s characters, so no term; left out."),
    N_("The %(side)s is empty; left out."),
    N_("The %(side)s is empty; the unit is left out."),
    N_("The %(side)s is empty."),
    N_("The ladder ends before its texts; what follows is left out."),
    N_("Line %(line)s is longer than ten million characters: this is no table or text."),
    N_("Line %(line)s has a NUL byte: this is not a text file."),
    N_("Has bytes that are not %(name)s; left out."),
    N_("One side is empty; left out."),
    N_("The %(side)s has more lines from here on."),
    N_("A line is empty; the pair is left out."),
    N_("Both sides are empty; left out."),
    N_("Both texts are empty; left out."),
    N_("The table is empty: there is no row in it."),
    N_("The table has no two columns; a bitext needs a source and a target."),
    N_(
        "Cannot tell which column is the source and which the target. "
        "Name them in the first row: en, my."
    ),
    N_("The score “%(score)s” is not a number from 0 to 1; passed over."),
    N_("The status “%(status)s” is none of ours; set to unreviewed."),
    N_("A quote is not closed; the line is taken as it stands."),
    N_("This is no TBX file: it has no entry (termEntry or conceptEntry)."),
    N_("This is not a TMX file: there is no <tmx> at its beginning."),
    N_("This is not an XLIFF file: there is no <xliff> at its beginning."),
    N_("This is not a PO catalogue: it has no msgid."),
    N_("This is not a ladder: no line has two numbers between tabs."),
    N_("This is not a workbook (XLSX) that can be read: %(error)s."),
    N_("This is not a Parquet file that can be read: %(error)s."),
    N_("Only the first sheet, %(name)s, was read; not %(others)s."),
    N_("A formula is passed over; copy its value into the cell."),
    N_("The file declares entities of its own; we do not expand them. Save it without a DTD."),
    N_("Not well-formed XML: %(error)s; what follows is lost."),
    N_("Not well-formed XML: %(error)s."),
    N_("Not well-formed: %(error)s. Left out."),
    N_("The file ends in the middle of this unit."),
    N_("An earlier unit has this tuid too; a number was added."),
    N_("A tuv has no xml:lang; left out."),
    N_("Has a second text in %(language)s; the first was taken."),
    N_("Also has %(others)s; not taken."),
    N_("The text is Zawgyi; convert it first. Left out."),
    N_("Longer than %(number)s characters; some tools refuse it."),
    N_("The %(side)s begins or ends with a space: no tool will match it whole."),
    N_("The %(side)s is not in NFC: equal words will not compare equal."),
    N_("The %(side)s is Zawgyi: tools will insert it as if it were Burmese. Convert it."),
    N_("An earlier unit translates the same source in another way: OmegaT uses the last one."),
    # Of exceptions, and of joining and cutting anew.
    N_("There is no sentence after this one on its side of the pair to join it with."),
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
    N_("Excel workbook"),
    N_("table (TSV)"),
    N_("table (CSV)"),
    N_("PO catalogue"),
    N_("JSON lines"),
    N_("XCES with its texts (OPUS)"),
    N_("OmegaT project"),
    N_("page to read"),
    N_("Word document to sign off"),
)
