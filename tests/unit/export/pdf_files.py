"""A small PDF of the shape that Qt writes, with marks in it."""

from __future__ import annotations

#: One page as Qt writes it: marks first, the catalogue after, identifiers in the trailer.
OBJECTS = (
    b"1 0 obj\n<<\n/Title (SECRET)\n/Creator ()\n/Producer (Qt 6.11.3)\n/CreationDate (D:20261129)\n>>\nendobj\n",
    b"2 0 obj\n<<\n/Type /Metadata /Subtype /XML\n/Length 8\n>>\nstream\n<?xpacket\nendstream\nendobj\n",
    b"3 0 obj\n<<\n/Type /Catalog\n/Pages 5 0 R\n/Metadata 2 0 R\n>>\nendobj\n",
    b"4 0 obj\n<</Type /Page /Parent 5 0 R /MediaBox [0 0 9 9] /Contents 6 0 R>>\nendobj\n",
    b"5 0 obj\n<</Type /Pages /Kids [4 0 R] /Count 1>>\nendobj\n",
    b"6 0 obj\n<</Length 7 0 R>>\nstream\n(4 0 R)\x00\xff\nendstream\nendobj\n",
    b"7 0 obj\n9\nendobj\n",
    b"8 0 obj\n(NOT REACHED)\nendobj\n",
)
HEAD = b"%PDF-1.4\n%\xc3\xa2\xc3\xa3\n"


TRAILER = b"/Size 9\n/Info 1 0 R\n/Root 3 0 R\n/ID [<61> <61>]\n"


def a_pdf(objects: tuple[bytes, ...] = OBJECTS, trailer: bytes = TRAILER) -> bytes:
    """The file of these objects, numbered from one on."""
    data, lines = HEAD, [b"0000000000 65535 f \n"]
    for body in objects:
        lines.append(b"%010d 00000 n \n" % len(data))
        data += body
    table = b"xref\n0 %d\n" % len(lines) + b"".join(lines) + b"trailer\n<<\n" + trailer + b">>\n"
    return data + table + b"startxref\n%d\n%%%%EOF\n" % len(data)
