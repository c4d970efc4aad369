"""A corpus one can publish: sifted, without copies, split by document, with a card and checksums.

release(documents, folder, plan) -> Manifest       folder gets the data, README.md, manifest.json and
                                                   SHA256SUMS; the same input gives the same bytes
"""

from workbench.bitext.release.building import Manifest, release
from workbench.bitext.release.plan import Plan, Sourced

__all__ = ["Manifest", "Plan", "Sourced", "release"]
