"""The sentences of the floors below as this floor says them: with a named place where a value stands.

They are English as they are written there; `spoken` finds the one that a message was made from. A place
called after a word of `spoken.NESTED` holds one of these sentences or words itself.
"""


def N_(sentence: str) -> str:  # noqa: N802 - the name by which Babel collects it
    """The sentence itself, marked for translation."""
    return sentence


SENTENCES = (
    # Of aligning.
    N_("No %(side)s was found for this."),
    N_("The numbers agree: %(numbers)s."),
    N_("Only the %(side)s has the number %(numbers)s."),
    N_("The translation is much %(size)s than usual in this document."),
    N_("Found on both sides: %(words)s."),
    N_("Words in common: %(words)s."),
    N_("No known word has its translation on the other side."),
    N_("Both are item %(label)s."),
    N_("The labels differ: %(ours)s and %(theirs)s."),
    N_("%(ours)s sentences stand against %(theirs)s."),
    N_("The Burmese looks like Zawgyi."),
    N_("Both sides are empty."),
    N_("The %(side)s has no text, so nothing has a partner."),
    N_(
        "The two sides look swapped: the Burmese stands where the English should, and the English "
        "where the Burmese should. Change their places and align again."
    ),
    N_("The %(side)s should be Burmese but is mostly in another script."),
    N_("The %(side)s is mostly in Burmese script."),
    N_("Both sides are the same text."),
    N_("The %(side)s is %(times)s times as long as the other side."),
    N_("All segments of the %(side)s are the same, so only their order counts."),
    N_(
        "These two do not look like translations of each other: words, names and numbers agree "
        "hardly more than by chance, and only %(share)s of the segments have a likely partner."
    ),
    N_("There is no model folder %(folder)s. Models are not fetched; name one on this disk."),
    N_('Scoring with a model needs one more package: pip install "workbench[neural]".'),
    # Of findings about pairs, beside those that `telling` knows by code.
    N_("The same source has %(number)s different targets in this document."),
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
    N_("There is no such segment in this pair any more."),
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
    # Of files of texts.
    N_("The file is damaged or was cut short and cannot be unpacked. Copy or download it again."),
    N_("The file is protected by a password. Open it, take the password off, save again."),
    N_(
        "The file would unpack to %(number)s files with %(size)s MB, more than the workbench "
        "unpacks. Split the document into parts, or take its pictures out."
    ),
    N_(
        "%(name)s in this file declares XML entities, which no document needs and which can hide an "
        "attack. Save the document again from its programme."
    ),
    N_(
        "The archive holds %(number)s documents; up to %(most)s can be added at once. Make smaller "
        "archives."
    ),
    N_("This gettext catalogue cannot be read (%(error)s)."),
    N_("This text was Zawgyi and has been converted to Unicode."),
    N_("There is no text in this web page."),
    N_("This page says its character set is %(name)s, which is unknown. Save it as UTF-8."),
    N_("The page was read as %(name)s, as it declares."),
    N_("Tracked changes: %(number)s, accepted as if the author had."),
    N_("The comments in the margin were left out."),
    N_("Text boxes: %(number)s, each behind the paragraph that held it."),
    N_("The name ends in .%(ending)s, but this is %(what)s and was read as one."),
    N_("There is no text in this file."),
    N_(
        "The file has %(size)s MB and the workbench opens up to %(most)s MB at once. Cut it into "
        "parts and add them one by one."
    ),
    N_("There is no document in this zip archive."),
    N_("An archive inside an archive is not opened. Unpack it and add what is in it."),
    N_(
        "Lists or tables in this document stand inside one another too many times to be read. Take "
        "them apart in the programme that made it, or save it as plain text."
    ),
    N_("The document has %(what)s (%(text)s); it was set aside."),
    N_("The file is damaged: its XML cannot be read (%(error)s)."),
    N_(
        "This PDF holds no text, only pictures of pages: it was scanned. Run it through a text "
        "recognition (OCR) that knows Burmese, or ask for the document it was made from."
    ),
    N_("To read a PDF the programme pdftotext is needed: install poppler-utils."),
    N_("This PDF is protected by a password. Open it, take the password off and save it again."),
    N_("This PDF is damaged or was cut short and cannot be read. Copy or download it again."),
    N_(
        "%(share)s of the Burmese in this PDF came out damaged: its maker did not write down the "
        "order of the signs. Ask for the document it was made from, or check each line."
    ),
    N_(
        "Reading this file took more memory than one file may have. Split the document into parts "
        "and add them one by one."
    ),
    N_(
        "Reading this file took more than %(seconds)s seconds and was stopped. Split the document "
        "into parts and add them one by one."
    ),
    N_("The file cannot be read (%(error)s). Open it in the programme that made it and save it again."),
    N_("This Excel workbook is damaged. Open it in Excel and save it again."),
    N_("This table cannot be read: %(error)s. Save it again as CSV in UTF-8."),
    N_("This table has more than %(number)s cells. Cut it into parts."),
    N_("This is %(what)s, which holds no text. Give a document or a text file."),
    N_("The file is damaged or was cut short: its end is missing. Copy or download it again."),
    N_("This document is protected by a password. Open it, take the password off and save it."),
    N_("This is a document of an old Office. Open it there and save it as .docx, .xlsx or .pptx."),
    N_("These subtitles cannot be read: a time in them is none."),
    # Of what people do.
    N_("There is no kind of block %(kind)s."),
    N_("%(language)s is no language tag; write en, my, shn and the like."),
    N_("There is nothing to change."),
    N_("Some of these pairs have been changed since; look at the changes again."),
    N_("More than %(number)s pairs would change; choose a smaller range first."),
    N_("This pair is marked as crossing; take that off first."),
    N_("There is no document %(number)s."),
    N_("There is no pair %(number)s."),
    N_("There is no pair %(number)s in this document."),
    N_("There is no queue %(name)s."),
    N_("This pair has been merged with another since you opened it."),
    N_("This pair has been changed since you opened it."),
    N_("This finding is not there any more."),
    N_("The other pair is not in this document any more."),
    N_("A crossing joins a pair that has only a source and one that has only a target."),
    N_("One of these pairs is marked as crossing already; take that off first."),
    N_("This pair is not marked as crossing."),
    N_(
        "%(name)s came in already, as the document %(title)s on %(date)s. Import it again only if "
        "you want its pairs twice."
    ),
    N_("No row has the id of a pair of this project; is the id column still there?"),
    N_("These documents are in different languages; export them one by one."),
    N_("A project goes out as one of %(formats)s."),
    N_("No pair is confirmed yet, so there is nothing to export. Confirm some, or export all."),
    N_("There is no pair with text on both sides to export."),
    N_("There is no term %(number)s."),
    N_("A term needs words in both languages."),
    N_("A term has %(number)s characters at most."),
    N_("Somebody has changed this term since you opened it. Look at it again."),
    N_("A glossary has %(number)s terms at most; cut the file into parts."),
    N_("The glossary is empty, so there is nothing to export."),
    N_("A glossary goes out as csv, tbx or tab."),
    N_("These words stand nowhere in the project, so there is nothing to export."),
    N_("Look for %(number)s characters at most."),
    N_("There is no project %(name)s."),
    N_("A project needs a name of 1 to %(number)s characters."),
    N_("There is a project %(name)s already; choose another name."),
    N_("There is no document in %(name)s yet."),
    N_("The comment is empty; write something first."),
    N_("There is no such comment any more."),
    N_("This import is no longer here: it was saved, cancelled, or waited too long."),
    N_("A block of this form is not in the import. Open the preview again."),
    N_("There is no kind of block called %(kind)s."),
    N_("Every block is dropped; there is nothing to save."),
    N_("This import is saved already; you find the document in its project."),
    N_("This import is not ready to be changed. Open the preview again."),
    N_("The workbench made a mistake with this file and kept nothing. It is written in the log."),
    N_("This file does not carry both languages. Add its translation as a second file."),
    N_("The pair to pin to is not in this document any more."),
    N_("Choose a sentence on the source side and one on the target side."),
    N_("This cell is empty already."),
    N_("There is nothing below to move up."),
    N_("This pair is confirmed and stays as it is; open it again first."),
    N_("A confirmed pair stands between the two; open it again first."),
    N_(
        "More than %(number)s sentences lie between the confirmed pairs around here. Confirm a pair "
        "nearby, so that the stretch becomes shorter."
    ),
    N_("Only an empty pair can be deleted; merge this one, or exclude it from export."),
    N_("A segment shifts up or down."),
    N_("There is no pair before this one."),
    N_("There is no pair after this one."),
    N_("There is nothing to undo."),
    N_("There is nothing to redo."),
    N_("Something else has been done since; look at it before you take it back."),
    N_("A pair of this act has been changed since."),
    N_("A token needs the name of its editor, 1 to %(number)s characters."),
    N_("Say in at most %(number)s characters what the token is for."),
    N_("There is no token %(number)s."),
    # Of the store.
    N_("Somebody else has just saved this pair. Nothing was overwritten."),
    N_("The data folder %(folder)s cannot be used: %(error)s."),
    N_("The database cannot be opened or written: %(error)s."),
    N_("This holds a number or a character that no database can keep."),
    N_("The database was made by a newer workbench; start that one, or choose another database."),
    # Of exceptions, and of joining and cutting anew.
    N_("Choose the language of the exception, and whether it is an abbreviation or a name."),
    N_("An exception has 1 to %(number)s characters."),
    N_("Write the abbreviation with the sign it ends in, as in “%(text)s.” here."),
    N_("A name can only be cut where it has a space or a stop inside; this one has none."),
    N_("“%(text)s” is an exception of this project already."),
    N_("This exception is not in the project any more."),
    N_("There is nothing on this side of the pair to cut."),
    N_("There is no sentence after this one on its side of the pair to join it with."),
    N_("Choose which two sentences of the pair are to be joined."),
    # Of refusals of the pages themselves.
    N_("Choose a place to split at, or put the caret there."),
    N_("This finding is not there any more, or it has no safe mend."),
    N_("This form came from another site. Open the workbench itself and try again."),
    N_("The text cannot be kept in the data folder: %(error)s."),
    N_("This text is no longer here: texts are kept for a day. Check it again."),
    # Of words that stand in the places of the others.
    N_("source"),
    N_("target"),
    N_("translation"),
    N_("source text"),
    N_("longer"),
    N_("shorter"),
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
    N_("a header"),
    N_("a footer"),
    N_("a Word document"),
    N_("an OpenDocument text"),
    N_("a rich text"),
    N_("an e-book"),
    N_("a web page"),
    N_("a Markdown text"),
    N_("a plain text"),
    N_("a PDF"),
    N_("SubRip subtitles"),
    N_("WebVTT subtitles"),
    N_("a PowerPoint presentation"),
    N_("an Excel workbook"),
    N_("a table (CSV)"),
    N_("a table (TSV)"),
    N_("a gettext catalogue"),
    N_("a zip archive"),
)
