"""The segmentation rules for other tools: as SRX 2.0 and as OmegaT 3 keeps them.

Where a tool does not cut a text as we do, its segments never match our memory: that decides more than
anything else whether a TMX is of use.
"""

from collections.abc import Iterable, Sequence

from workbench.bitext.xmlio import escape
from workbench.segment.burmese import RULES as BURMESE
from workbench.segment.english import RULES as ENGLISH
from workbench.segment.exceptions import CutException, rules_of
from workbench.segment.rules import Rule

_LABEL = Rule(
    r"^\s*(?:[•●▪‣◦*–—-]|\(?(?:[0-9]{1,3}|[A-Za-z]|[ivx]{1,5}|[၀-၉]{1,3}|[က-အ])[.)။၊])", r"\s", True, ""
)
"""A label at a paragraph's start is a segment of its own: our units do not have it."""
_Named = tuple[str, str, tuple[Rule, ...]]


def _languages(exceptions: Sequence[CutException]) -> tuple[_Named, ...]:
    """The rules of each language with its name and the codes it is for, a project's exceptions first."""
    return (
        ("Burmese", "MY.*", (*rules_of(exceptions, "my"), _LABEL, *BURMESE)),
        ("English", "EN.*", (*rules_of(exceptions, "en"), _LABEL, *ENGLISH)),
        ("Default", ".*", (_LABEL, *ENGLISH)),
    )


def srx(exceptions: Sequence[CutException] = ()) -> str:
    """The rules as SRX 2.0, which OmegaT 6, Okapi and most tools of today read."""
    languages = _languages(exceptions)
    rules = "\n".join(_srx_rules(name, found) for name, _, found in languages)
    maps = "\n".join(
        f'<languagemap languagepattern="{pattern}" languagerulename="{name}"/>'
        for name, pattern, _ in languages
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0">\n'
        '<header segmentsubflows="yes" cascade="no"/>\n'
        f"<body>\n<languagerules>\n{rules}\n</languagerules>\n<maprules>\n{maps}\n</maprules>\n</body>\n</srx>\n"
    )


def _srx_rules(name: str, rules: Iterable[Rule]) -> str:
    lines = [
        f'<rule break="{"yes" if rule.breaks else "no"}">'
        f"<beforebreak>{escape(rule.before)}</beforebreak><afterbreak>{escape(rule.after)}</afterbreak></rule>"
        for rule in rules
    ]
    return "\n".join([f'<languagerule languagerulename="{name}">', *lines, "</languagerule>"])


def segmentation_conf(exceptions: Sequence[CutException] = ()) -> str:
    """The rules as OmegaT 3 keeps them; its version must read 0.2.2, or OmegaT refuses them."""
    maps = "\n".join(_conf_map(*each) for each in _languages(exceptions))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<java version="1.8.0" class="java.beans.XMLDecoder">\n'
        '<object class="org.omegat.core.segmentation.SRX">\n'
        f'<void property="mappingRules">\n{maps}\n</void>\n'
        '<void property="version"><string>0.2.2</string></void>\n'
        "</object>\n</java>\n"
    )


def _conf_map(name: str, pattern: str, rules: Iterable[Rule]) -> str:
    lines = "\n".join(
        '<void method="add"><object class="org.omegat.core.segmentation.Rule">'
        f'<void property="beforebreak"><string>{escape(rule.before)}</string></void>'
        f'<void property="afterbreak"><string>{escape(rule.after)}</string></void>'
        f'<void property="breakRule"><boolean>{str(rule.breaks).lower()}</boolean></void>'
        "</object></void>"
        for rule in rules
    )
    return (
        '<void method="add"><object class="org.omegat.core.segmentation.MapRule">\n'
        f'<void property="language"><string>{name}</string></void>\n'
        f'<void property="pattern"><string>{pattern}</string></void>\n'
        '<void property="rules"><object class="java.util.ArrayList">\n'
        f"{lines}\n</object></void>\n</object></void>"
    )
