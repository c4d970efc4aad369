"""Files to blocks: whatever format a translator holds, one door and one shape.

Door: `open_file` takes the bytes and the name of a file, tells the format by both, and gives its blocks
in reading order, each with the place it came from, and a remark for everything that was changed, set
aside or doubted. Nothing is dropped in silence.
`halves.split` parts a file that carries two languages.
"""

from workbench.files import halves
from workbench.files.opened import Opened, Remark
from workbench.files.opening import MOST_BYTES, open_file

__all__ = ["MOST_BYTES", "Opened", "Remark", "halves", "open_file"]
