"""What an error says, as RFC 9110 § 15 names it: the standard library's names differ by version."""

from __future__ import annotations

from http import HTTPStatus

_PHRASES = {
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Content Too Large",
    HTTPStatus.REQUEST_URI_TOO_LONG: "URI Too Long",
    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE: "Range Not Satisfiable",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Unprocessable Content",
}
#: Errors that servers answer themselves; 404 has a page of its own.
ERRORS = (400, 403, 405, 408, 411, 412, 413, 414, 416, 417, 421, 431, 500, 501, 502, 503, 504, 505)


def phrase(status: int) -> str:
    """Give the name of a status."""
    return _PHRASES.get(HTTPStatus(status), HTTPStatus(status).phrase)


def line(status: int) -> str:
    """Give what an error says, a line of text without its end."""
    return f"{status} {phrase(status)}"
