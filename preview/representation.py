"""One file as one visitor gets it: compressed as agreed, with an entity tag of its own.

The tag is made from the bytes, not from the clock: builds are reproducible and so are their dates.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

from werkzeug import Response

from delivery.codings import CODINGS
from delivery.content_types import ContentType, content_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug import Request
    from werkzeug.datastructures import Accept

    from delivery.release import Compressors

IDENTITY = "identity"


def represent(
    request: Request,
    name: str,
    body: bytes,
    compressors: Compressors,
    status: int = 200,
) -> Response:
    """Answer with a file: the agreed encoding, its tag, 304 and 206 where they were asked for.

    Raises werkzeug's `RequestedRangeNotSatisfiable` (416) for a range beyond the end.
    """
    kind = content_type(name)
    encoding = negotiate(request.accept_encodings, kind)
    data = body if encoding == IDENTITY else _compressed(body, compressors[encoding])
    response = Response(data, status=status, content_type=kind.value)
    if encoding != IDENTITY:
        response.headers["Content-Encoding"] = encoding
    if status == HTTPStatus.OK:  # only a page that was found has a tag or parts
        tag = hashlib.sha256(body).hexdigest()[:16]
        response.set_etag(tag if encoding == IDENTITY else f"{tag}-{encoding}")
        response.headers["Accept-Ranges"] = "bytes"
        response.make_conditional(
            request.environ, accept_ranges=_wants_part(request), complete_length=len(data)
        )
    return response


def negotiate(accepted: Accept, kind: ContentType) -> str:
    """Choose by weight, then by size; plain where nothing fits (RFC 9110 § 12.5.3)."""
    if not kind.compress or not accepted.provided:
        return IDENTITY
    weights = {encoding: accepted.quality(encoding) for encoding in CODINGS}
    best = max(CODINGS, key=lambda encoding: weights[encoding])
    plain = accepted.quality(IDENTITY) if IDENTITY in accepted.values() else 0
    return best if weights[best] > 0 and weights[best] >= plain else IDENTITY


def _wants_part(request: Request) -> bool:
    """Tell whether to send a part; a server may ignore any other Range (RFC 9110 § 14.2)."""
    wanted = request.range
    return wanted is not None and wanted.units == "bytes" and len(wanted.ranges) == 1


@lru_cache(maxsize=1024)
def _compressed(body: bytes, compress: Callable[[bytes], bytes]) -> bytes:
    return compress(body)
