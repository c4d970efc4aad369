"""Settings, read once from the environment: where things are kept and how much may come in."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data lie and what the edges allow."""

    data: Path
    database_url: str
    max_upload_bytes: int = 64 * 1024 * 1024
    hosts: tuple[str, ...] = ()
    policy: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """`WORKBENCH_DATA` names the folder and `WORKBENCH_DATABASE_URL` the database.

        Without them: the user's data folder and a SQLite file in it. `WORKBENCH_HOSTS` names,
        with commas between, the hosts under which the pages may be opened besides localhost;
        `WORKBENCH_POLICY` the house policy, as `workbench check --policy` takes it.
        """
        folder = environment.get("WORKBENCH_DATA")
        data = Path(folder).expanduser() if folder else user_data_path("workbench")
        url = environment.get("WORKBENCH_DATABASE_URL") or f"sqlite:///{data / 'workbench.db'}"
        hosts = tuple(filter(None, map(str.strip, environment.get("WORKBENCH_HOSTS", "").split(","))))
        policy = environment.get("WORKBENCH_POLICY", "")
        return cls(data=data, database_url=url, hosts=hosts, policy=policy)
