import stat
from pathlib import Path

import pytest

from workbench.errors import StoreUnavailable
from workbench.web.secret import secret_key


def test_the_key_stays_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    assert len(first) == 32
    assert secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreUnavailable, match="Cannot write to the data folder"):
        secret_key(tmp_path / "file")
