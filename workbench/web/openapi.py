"""The one OpenAPI description, served as /api/openapi.json."""

from flask import Blueprint, Flask, Response, jsonify

from workbench.web import project_openapi, text_openapi
from workbench.web.api_shapes import Schema

api = Blueprint("openapi", __name__, url_prefix="/api")

DESCRIPTION: Schema = {
    "openapi": "3.1.0",
    "info": {
        "title": "Workbench",
        "version": "1",
        "description": "Burmese texts checked and converted; projects with their pairs, in and out.",
    },
    "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    "paths": text_openapi.PATHS | project_openapi.PATHS,
}


def install(app: Flask) -> None:
    """Serve the description."""
    app.register_blueprint(api)


@api.get("/openapi.json")
def description() -> Response:
    """What can be asked here, and what is answered."""
    return jsonify(DESCRIPTION)
