"""What went wrong, as a page or as a piece, with the right status.

A `WorkbenchError` carries the sentence a person reads; Flask's own refusals get one of ours. All else
is a mistake of the programme: it is logged, and the person learns that nothing was changed.
"""

from flask import Flask, current_app, make_response, render_template, request
from werkzeug import Response
from werkzeug.exceptions import Forbidden, HTTPException, SecurityError

from workbench import errors
from workbench.web.htmx import wants_piece
from workbench.web.wording import gettext as _

STATUS: dict[type[errors.WorkbenchError], int] = {
    errors.NotFound: 404,
    errors.EditConflict: 409,
    errors.NothingToExport: 409,
    errors.TooLong: 413,
    errors.UnreadableText: 415,
    errors.BadFile: 422,
    errors.WrongUse: 422,
    errors.StoreUnavailable: 503,
}

_FOREIGN_HOST = "This name of the workbench is not known to it. Open it by the address it printed.\n"


def install(app: Flask) -> None:
    """Answer each fault with a sentence."""
    app.register_error_handler(errors.WorkbenchError, _mendable)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _unforeseen)


def fault(status: int, sentence: str) -> Response:
    """The sentence with this status: JSON for a program, a piece for htmx, else a page."""
    if _by_program():
        return make_response({"error": sentence}, status)
    template = "faults/_fault.html" if wants_piece() else "faults/fault.html"
    response = make_response(render_template(template, status=status, sentence=sentence), status)
    if wants_piece():  # The fault has a place of its own, whatever the form aimed at.
        response.headers.update({"HX-Retarget": "#fault", "HX-Reswap": "outerHTML"})
    return response


def _mendable(error: errors.WorkbenchError) -> Response:
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 422)
    return fault(status, str(error))


def _refused(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):  # No address of ours can be built for a foreign host.
        return make_response(_FOREIGN_HOST, 400, {"Content-Type": "text/plain; charset=utf-8"})
    answer = fault(error.code or 500, _sentence(error))
    answer.headers.extend(each for each in error.get_headers() if each[0] != "Content-Type")
    return answer


def _unforeseen(error: Exception) -> Response:
    current_app.logger.exception("A fault of the programme at %s", request.path, exc_info=error)
    return fault(500, _("The workbench made a mistake and changed nothing. It is written in the log."))


def _by_program() -> bool:
    return request.path.startswith("/api/")


def _sentence(error: HTTPException) -> str:
    """Our words for what Flask refuses; a program is told in the words of HTTP."""
    if _by_program():
        return error.description or error.name
    if isinstance(error, Forbidden) and error.description:
        return error.description
    words = {
        400: _("Something in this form is missing or cannot be read. Go back and send it again."),
        404: _("There is nothing at this address. It may have been moved or taken away."),
        405: _("This address takes another kind of request. Go back and use the button."),
        413: _(
            "That is more than the workbench takes at once. Cut the text into parts and add them singly."
        ),
    }
    return words.get(error.code or 500, _("The workbench cannot answer this request."))
