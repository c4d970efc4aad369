"""The command that serves the pages, on this computer alone unless told otherwise."""

import socket
from dataclasses import replace
from threading import Thread

import click

from workbench.config import Settings
from workbench.errors import WrongUse

_ANYWHERE = ("0.0.0.0", "::")


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
)
def serve_command(host: str, port: int) -> None:
    """Serve the desk to a browser.

    \b
    Example: workbench serve --port 8080
    """
    from workbench.services.checking import check_new
    from workbench.storage import open_database, upgrade
    from workbench.web.app import create_app
    from workbench.web.server import make_server, set_aside

    listener = _listen(host, port)
    settings = Settings.from_environment()
    database = open_database(settings)
    upgrade(database)
    Thread(target=check_new, args=(database,), daemon=True).start()
    app = create_app(replace(settings, hosts=(*settings.hosts, *_names(host))))
    server = make_server(app, listener)
    set_aside()
    click.echo(
        f"The workbench is at http://{_shown(host)}:{listener.getsockname()[1]} (Ctrl+C stops it)."
    )
    try:
        server.run()
    finally:
        server.close()


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket; refuses with `WrongUse` when the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise WrongUse(
            f"Cannot listen on {host}, port {port}: {error.strerror}. "
            "Stop what uses it, or name another one with --port."
        ) from error
    return listener


def _names(host: str) -> tuple[str, ...]:
    """The names under which the pages may be opened when they are served on `host`."""
    return (socket.gethostname(), socket.getfqdn()) if host in _ANYWHERE else (host,)


def _shown(host: str) -> str:
    return "127.0.0.1" if host in _ANYWHERE else f"[{host}]" if ":" in host else host
