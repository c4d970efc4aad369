"""What reading a file changed is told once, with its places."""

from pathlib import Path

from click.testing import CliRunner

from workbench.cli import workbench


def test_one_change_in_many_places_is_one_line(tmp_path: Path) -> None:
    page = tmp_path / "z.html"
    page.write_text("<p>ျမန္မာႏိုင္ငံသည္ ၿမိဳ႕ႀကီး ျဖစ္သည္။</p>" * 5, encoding="utf-8")
    answer = CliRunner().invoke(workbench, ["segment", str(page)])
    assert answer.stderr.splitlines() == [
        f"{page}: paragraph 1, paragraph 2, paragraph 3 and 2 more: "
        "This text was Zawgyi and has been converted to Unicode."
    ]
