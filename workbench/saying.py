"""How a floor says a sentence to a person.

The floors know no reader: they say it in English. Babel collects what stands in `say`, as it collects
what pages say, into `web/translations/my/messages.po`; `web.spoken` finds there which sentence a text
was made from, and says it in the reader's language. So a sentence is a literal, with named places.
"""


def say(sentence: str, /, **values: object) -> str:
    """The sentence in English with its values in their places.

    A sentence without values is given back as it stands; it may be a word for a place of another one,
    called as `web.spoken.NESTED` has it.

    >>> say("No %(side)s was found for this.", side=say("source"))
    'No source was found for this.'
    """
    return sentence % values if values else sentence
