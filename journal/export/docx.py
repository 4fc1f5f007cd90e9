"""A post as a Word document (ECMA-376, WordprocessingML), written from nothing.

Not by python-docx: its template brings a thumbnail, revision ids, a document id, the name of a program and 350 kB of
styles, all to be taken out again, and lxml with it. What is written here is all there is: no properties part at all,
and the wish that Word keep none of its own when the file is saved from it.
"""

from __future__ import annotations

from collections.abc import Iterable

from journal.anonymise.reviewed import ReviewedPost
from journal.export.blocks import Block, Shape, blocks_of
from journal.export.layout import layout_of
from journal.export.package import attribute, packed, text
from journal.paper.parts import Run

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("document.main", "styles", "numbering", "settings")

_STYLE_OF = {
    Shape.TITLE: "Title",
    Shape.LABELS: "Labels",
    Shape.QUOTATION: "Quote",
    Shape.ITEM: "ListParagraph",
    Shape.CODE: "Code",
    Shape.BYLINE: "Byline",
    Shape.REFERENCE: "Bibliography",
}
_OWN_STYLES = {"Labels", "Byline", "Code"}
#: Lengths are twentieths of a point, font sizes half points.
_INDENT = 360
_MARK = 360


def to_docx(post: ReviewedPost) -> bytes:
    """The post with headings, quotations, lists and links as Word knows them; the same bytes each time."""
    blocks = blocks_of(layout_of(post))
    links: dict[str, str] = {}
    body = "".join(_paragraph(block, links) for block in blocks)
    # A4 with 2.5 cm around
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" '
        'w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    return packed(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations([("rId1", f"{_R}/officeDocument", "word/document.xml", "")]),
            "word/document.xml": (
                f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{page}</w:body></w:document>'
            ),
            "word/_rels/document.xml.rels": _relations(
                [
                    *((f"rId{number}", f"{_R}/{name}", f"{name}.xml", "") for number, name in enumerate(_PARTS[1:], 1)),
                    *((id, f"{_R}/hyperlink", link, "External") for link, id in links.items()),
                ]
            ),
            "word/styles.xml": _styles(),
            "word/numbering.xml": _numbering(blocks),
            "word/settings.xml": _settings(),
        }
    )


def _paragraph(block: Block, links: dict[str, str]) -> str:
    style = _STYLE_OF.get(block.shape, "")
    if block.shape is Shape.HEADING:
        style = f"Heading{block.level - 1}"
    elif not style and block.depth:
        style = "ListParagraph"
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    if block.shape is Shape.ITEM:
        about += f'<w:numPr><w:ilvl w:val="{min(block.depth, 9) - 1}"/><w:numId w:val="{block.list}"/></w:numPr>'
    elif block.shape is Shape.RULE:
        about += '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    elif block.depth:
        about += f'<w:ind w:left="{_INDENT + _MARK * block.depth}"/>'
    about = f"<w:pPr>{about}</w:pPr>" if about else ""
    return f"<w:p>{about}{''.join(_run(run, links) for run in block.runs)}</w:p>"


def _run(run: Run, links: dict[str, str]) -> str:
    about = '<w:rStyle w:val="Hyperlink"/>' if run.link else ""
    if run.code:
        about += '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
    about += "<w:b/>" * run.strong + "<w:i/>" * run.emphasis
    about = f"<w:rPr>{about}</w:rPr>" if about else ""
    line_break = "<w:br/>" * run.line_break
    made = f'<w:r>{about}{line_break}<w:t xml:space="preserve">{text(run.text)}</w:t></w:r>'
    if not run.link:
        return made
    id = links.setdefault(run.link, f"rId{len(_PARTS) + len(links)}")
    return f'<w:hyperlink r:id="{id}">{made}</w:hyperlink>'


def _relations(rows: Iterable[tuple[str, str, str, str]]) -> str:
    made = ""
    for id, kind, target, mode in rows:
        outside = f' TargetMode="{mode}"' if mode else ""
        made += f'<Relationship Id="{id}" Type="{kind}" Target={attribute(target)}{outside}/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _content_types() -> str:
    parts = ""
    for name in _PARTS:
        file = name.partition(".")[0]
        parts += f'<Override PartName="/word/{file}.xml" ContentType="{_WORD}.{name}+xml"/>'
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _settings() -> str:
    # Word is asked to leave the person and the time out when it saves the file again (ECMA-376, 17.15.1.71 and .70).
    return (
        f'{_HEAD}<w:settings xmlns:w="{_W}"><w:removePersonalInformation/><w:removeDateAndTime/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def _numbering(blocks: Iterable[Block]) -> str:
    """Two kinds of list, and a number for each list of the post, so that each counts for itself."""
    lists = {block.list: block for block in blocks if block.shape is Shape.ITEM}
    kinds = "".join(_list_kind(ordered) for ordered in (False, True))
    numbers = ""
    for number, block in sorted(lists.items()):
        override = ""
        if block.ordered:
            override = (
                f'<w:lvlOverride w:ilvl="{min(block.depth, 9) - 1}">'
                f'<w:startOverride w:val="{block.first}"/></w:lvlOverride>'
            )
        numbers += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{int(block.ordered)}"/>{override}</w:num>'
    return f'{_HEAD}<w:numbering xmlns:w="{_W}">{kinds}{numbers}</w:numbering>'


def _list_kind(ordered: bool) -> str:
    levels = ""
    for level in range(9):
        kind, mark = ("decimal", f"%{level + 1}.") if ordered else ("bullet", "•")
        levels += (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_INDENT + _MARK * (level + 1)}" w:hanging="{_MARK}"/>'
            "</w:pPr></w:lvl>"
        )
    return (
        f'<w:abstractNum w:abstractNumId="{int(ordered)}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _styles() -> str:
    def style(id: str, name: str, paragraph: str = "", run: str = "", *, next_normal: bool = True) -> str:
        # a style that Word has not is to say so (17.7.4.17, "customStyle")
        custom = ' w:customStyle="1"' * (id in _OWN_STYLES)
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            + '<w:next w:val="Normal"/>' * next_normal
            + "<w:qFormat/>"
            + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
            + (f"<w:rPr>{run}</w:rPr>" if run else "")
            + "</w:style>"
        )

    headings = "".join(
        style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>',
            f'<w:b/><w:sz w:val="{max(32 - 4 * level, 22)}"/>',
        )
        for level in range(1, 6)
    )
    return (
        f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/><w:sz w:val="22"/><w:lang w:val="en-GB"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        + style("Title", "Title", '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="40"/>')
        + headings
        + style("Quote", "Quote", '<w:ind w:left="567" w:right="567"/>', "<w:i/>")
        + style("ListParagraph", "List Paragraph", "<w:contextualSpacing/>", next_normal=False)
        + style("Bibliography", "Bibliography", '<w:ind w:left="567" w:hanging="567"/>', next_normal=False)
        + style("Byline", "Byline", '<w:spacing w:before="160"/>')
        + style("Labels", "Labels", "", '<w:sz w:val="20"/>')
        + style("Code", "Code", "", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>')
        + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style></w:styles>'
    )
