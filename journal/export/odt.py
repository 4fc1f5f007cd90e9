"""A post as an OpenDocument text (ODF 1.3), written from nothing: no ``meta.xml``, so nothing to empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journal.anonymise.reviewed import ReviewedPost
from journal.export.blocks import Block, Shape, blocks_of
from journal.export.layout import layout_of
from journal.export.package import attribute, packed, text
from journal.paper.parts import Run

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    [
        *(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "style")),
        f'xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'office:version="1.3"',
    ]
)
_STYLE_OF = {
    Shape.TITLE: "Title",
    Shape.LABELS: "Labels",
    Shape.QUOTATION: "Quotations",
    Shape.CODE: "Preformatted_20_Text",
    Shape.RULE: "Horizontal_20_Line",
    Shape.BYLINE: "Byline",
    Shape.REFERENCE: "References",
}
_LEVELS = 10


def to_odt(post: ReviewedPost) -> bytes:
    """The post with headings, quotations, lists and links as OpenDocument knows them; the same bytes each time."""
    blocks = blocks_of(layout_of(post))
    body = "".join(_body(blocks))
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _TYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    return packed(
        {
            # the first member, uncompressed, without an end of line (ODF 1.3 part 2, 3.3)
            "mimetype": _TYPE,
            "content.xml": (
                f"{_HEAD}<office:document-content {_NAMES}><office:automatic-styles>{_looks()}{_lists(blocks)}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
                "</office:document-content>"
            ),
            "styles.xml": _styles(),
            "META-INF/manifest.xml": (
                f'{_HEAD}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">'
                f"{manifest}</manifest:manifest>"
            ),
        }
    )


def _body(blocks: Iterable[Block]) -> Iterator[str]:
    """The paragraphs, with lists opened and closed around those that lie in one."""
    open_lists: list[int] = []
    for block in blocks:
        while len(open_lists) > block.depth or (
            block.depth and len(open_lists) == block.depth and open_lists[-1] != block.list
        ):
            open_lists.pop()
            yield "</text:list-item></text:list>"
        if block.depth and len(open_lists) == block.depth and block.shape is Shape.ITEM:
            yield "</text:list-item><text:list-item>"
        while len(open_lists) < block.depth:
            open_lists.append(block.list)
            yield f'<text:list text:style-name="L{block.list}"><text:list-item>'
        yield _paragraph(block)
    yield "</text:list-item></text:list>" * len(open_lists)


def _paragraph(block: Block) -> str:
    words = "".join(map(_run, block.runs))
    if block.shape is Shape.HEADING:
        level = block.level - 1
        return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'
    style = _STYLE_OF.get(block.shape, "Text_20_body")
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def _run(run: Run) -> str:
    # several spaces in a row would be read as one (ODF 1.3 part 3, 6.1.2)
    words = text(run.text).replace("\t", "<text:tab/>").replace("  ", " <text:s/>")
    look = "".join(mark for mark, there in (("B", run.strong), ("I", run.emphasis), ("C", run.code)) if there)
    if look:
        words = f'<text:span text:style-name="{look}">{words}</text:span>'
    if run.link:
        words = f'<text:a xlink:type="simple" xlink:href={attribute(run.link)}>{words}</text:a>'
    return "<text:line-break/>" * run.line_break + words


def _looks() -> str:
    one = {
        "B": 'fo:font-weight="bold"',
        "I": 'fo:font-style="italic"',
        "C": 'fo:font-family="&apos;Courier New&apos;"',
    }
    return "".join(
        f'<style:style style:name="{names}" style:family="text">'
        f"<style:text-properties {' '.join(one[name] for name in names)}/></style:style>"
        for names in ("B", "I", "C", "BI", "BC", "IC", "BIC")
    )


def _lists(blocks: Iterable[Block]) -> str:
    made = ""
    for number, block in sorted({block.list: block for block in blocks if block.list}.items()):
        levels = "".join(_list_level(block, level) for level in range(1, _LEVELS + 1))
        made += f'<text:list-style style:name="L{number}">{levels}</text:list-style>'
    return made


def _list_level(block: Block, level: int) -> str:
    place = (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'fo:text-indent="-0.6cm" fo:margin-left="{0.6 * (level + 1):.1f}cm"/></style:list-level-properties>'
    )
    if not block.ordered:
        return (
            f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="•">{place}'
            "</text:list-level-style-bullet>"
        )
    first = block.first if level == block.depth else 1
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix="." '
        f'text:start-value="{first}">{place}</text:list-level-style-number>'
    )


def _styles() -> str:
    def style(name: str, shown: str, paragraph: str = "", words: str = "", parent: str = "Standard") -> str:
        return (
            f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph" '
            f'style:parent-style-name="{parent}"><style:paragraph-properties {paragraph}/>'
            f"<style:text-properties {words}/></style:style>"
        )

    after = 'fo:margin-bottom="0.28cm" fo:line-height="125%"'
    headings = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
        f'style:parent-style-name="Standard" style:default-outline-level="{level}">'
        '<style:paragraph-properties fo:margin-top="0.42cm" fo:margin-bottom="0.14cm" fo:keep-with-next="always"/>'
        f'<style:text-properties fo:font-weight="bold" fo:font-size="{max(16 - 2 * level, 11)}pt"/></style:style>'
        for level in range(1, 6)
    )
    return (
        f"{_HEAD}<office:document-styles {_NAMES}><office:styles>"
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Georgia" '
        'fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph"/>'
        + style("Text_20_body", "Text body", after)
        + style("Title", "Title", 'fo:margin-bottom="0.42cm"', 'fo:font-weight="bold" fo:font-size="20pt"')
        + headings
        + style("Labels", "Labels", after, 'fo:font-size="10pt"')
        + style("Byline", "Byline", after, parent="Text_20_body")
        + style("References", "References", f'{after} fo:margin-left="1cm" fo:text-indent="-1cm"')
        + style(
            "Quotations", "Quotations", f'{after} fo:margin-left="1cm" fo:margin-right="1cm"', 'fo:font-style="italic"'
        )
        + style("Preformatted_20_Text", "Preformatted Text", after, 'fo:font-family="&apos;Courier New&apos;"')
        + style("Horizontal_20_Line", "Horizontal Line", f'{after} fo:border-bottom="0.5pt solid #808080"')
        + '</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>'
        "</office:master-styles></office:document-styles>"
    )
