"""The same finished post as Markdown, HTML and plain text."""

from __future__ import annotations

import datetime as dt
import html.parser
import re
from uuid import UUID

import pytest

from journal.anonymise.knowledge import Knowledge
from journal.anonymise.parts import new_base
from journal.anonymise.review import Review, ReviewedPost
from journal.anonymise.scan import Scan
from journal.export.blocks import blocks_of
from journal.export.html import to_fragment, to_html
from journal.export.layout import layout_of
from journal.export.markdown import to_markdown
from journal.export.text import to_text
from journal.model import Change, Post, Reason
from tests.unit.export.reviewed_posts import ANSWERS
from tests.unit.export.reviewed_posts import reviewed_post as reviewed

BODY = """First *thoughts*, with a claim (Rogers 1957).

> What did keeping it back protect?

It protected me.

References

Rogers, C. R. (1957) The necessary and sufficient conditions. *Journal of Consulting Psychology*, 21(2), 95–103."""
BYLINE = "Author: Name withheld for protection"


def test_markdown_has_title_and_tags_in_front_and_the_byline_before_the_references() -> None:
    assert to_markdown(reviewed(BODY, tags=("supervision", "time"), byline=BYLINE)) == (
        '---\ntitle: "What the clock does"\ntags: ["supervision", "time"]\ndraft: true\n---\n\n'
        "First *thoughts*, with a claim (Rogers 1957).\n\n> What did keeping it back protect?\n\n"
        "It protected me.\n\nAuthor: Name withheld for protection\n\nReferences\n\n"
        "Rogers, C. R. (1957) The necessary and sufficient conditions. "
        "*Journal of Consulting Psychology*, 21(2), 95–103.\n"
    )


def test_html_is_one_small_page_with_the_parts_in_order() -> None:
    assert to_html(reviewed(BODY, tags=("supervision",), byline=BYLINE)) == (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        "<title>What the clock does</title>\n</head>\n<body>\n<article>\n<p>supervision</p>\n"
        "<h1>What the clock does</h1>\n<p>First <em>thoughts</em>, with a claim (Rogers 1957).</p>\n"
        "<blockquote>\n<p>What did keeping it back protect?</p>\n</blockquote>\n<p>It protected me.</p>\n"
        "<p>Author: Name withheld for protection</p>\n<h2>References</h2>\n"
        "<p>Rogers, C. R. (1957) The necessary and sufficient conditions. "
        "<em>Journal of Consulting Psychology</em>, 21(2), 95–103.</p>\n</article>\n</body>\n</html>\n"
    )


def test_plain_text_says_the_same_without_marks() -> None:
    assert to_text(reviewed(BODY, tags=("supervision", "time"), byline=BYLINE)) == (
        "supervision, time\n\nWhat the clock does\n\nFirst thoughts, with a claim (Rogers 1957).\n\n"
        "> What did keeping it back protect?\n\nIt protected me.\n\nAuthor: Name withheld for protection\n\n"
        "References\n\nRogers, C. R. (1957) The necessary and sufficient conditions. "
        "Journal of Consulting Psychology, 21(2), 95–103.\n"
    )


@pytest.mark.parametrize(
    ("byline", "line"),
    [
        ("Author: Name withheld for protection", None),
        ("Anonymous", None),
        ("", None),
        ("Author: Robin Example", 'author: "Robin Example"'),
        ("by Robin Example", 'author: "Robin Example"'),
        ("Robin Example", 'author: "Robin Example"'),
    ],
)
def test_front_matter_names_an_author_only_where_the_byline_does(byline: str, line: str | None) -> None:
    front = to_markdown(reviewed("Text.", byline=byline)).split("---\n")[1].splitlines()
    assert [row for row in front if row.startswith("author")] == ([line] if line else [])
    assert not [row for row in front if row.startswith("date")]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ('Not "just" tired: a note', 'title: "Not \\"just\\" tired: a note"'),
        ("a \\ b # c", 'title: "a \\\\ b # c"'),
        ("Wer\u2028den", 'title: "Wer den"'),
        ("---", 'title: "---"'),
        ("caf\u00e9 \U0001f600", 'title: "caf\u00e9 \U0001f600"'),
        ("a\x85b\ufeffc", 'title: "a bc"'),
    ],
)
def test_a_title_cannot_break_the_front_matter(title: str, line: str) -> None:
    assert to_markdown(reviewed("Text.", title=title)).splitlines()[1] == line


class Page(html.parser.HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.words = ""
        self.comments: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


FRAME = {"html", "head", "meta", "title", "body", "article", "h1"}
PLAIN_ATTRIBUTES = {("lang", "en-GB"), ("charset", "utf-8")}


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b>bold</b> claim",
        "<!-- a note to myself -->",
        "<style>body{display:none}</style>",
        "&lt;script&gt;",
        "[press](javascript:alert)",
        "[press](JaVaScRiPt:alert)",
        "[press](java&#115;cript:alert)",
        "[my notes](file:///home/robin/notes.txt)",
        "[my notes](/home/robin/notes.txt)",
        "![a page](data:image/png;base64,AAAA)",
        "<javascript:alert>",
        "    four spaces in front",
    ],
)
def test_nothing_typed_becomes_markup_or_a_link_that_is_not_public(typed: str) -> None:
    page = Page(to_html(reviewed(typed, title=typed, tags=(typed,))))
    assert page.tags == FRAME | {"p"}
    assert page.attributes == PLAIN_ATTRIBUTES
    assert page.comments == []


def test_the_control_a_page_with_a_script_is_noticed() -> None:
    page = Page('<!-- x --><script></script><a href="javascript:alert">press</a>')
    assert page.tags == {"script", "a"}
    assert ("href", "javascript:alert") in page.attributes
    assert page.comments == [" x "]


def test_public_links_stay_links_without_hidden_titles_and_pictures_become_their_description() -> None:
    post = reviewed('See [the paper](https://example.org/paper "hidden") and ![two chairs](https://example.org/c.png).')
    page = Page(to_html(post))
    assert page.attributes - PLAIN_ATTRIBUTES == {("href", "https://example.org/paper")}
    assert "two chairs" in page.words
    assert "c.png" not in to_html(post)
    assert "hidden" not in to_html(post)
    assert "See the paper (https://example.org/paper) and two chairs." in to_text(post)


def test_bare_addresses_and_dois_stay_as_typed() -> None:
    typed = "doi: 10.1111/bjc.12268, https://doi.org/10.1177/1359105318755264, a_b_c, 46(6), pp. 669–678"
    post = reviewed(typed)
    assert f"<p>{typed}</p>" in to_html(post)
    assert typed in to_text(post)


def test_lists_and_numbers_stay_readable_as_plain_text() -> None:
    typed = (
        "- one\n- two\n  more of two\n\n2018. A year is not a list number.\n2019. Nor here.\n\n***\n\n`code`\\*  \nend"
    )
    assert to_text(reviewed(typed)).split("\n\n", 1)[1] == (
        "- one\n- two\n  more of two\n\n2018. A year is not a list number.\n2019. Nor here.\n\n* * *\n\ncode*\nend\n"
    )


def test_windows_line_ends_are_made_plain() -> None:
    post = reviewed("one\r\n\r\ntwo")
    for made in (to_markdown(post), to_html(post), to_text(post)):
        assert "\r" not in made
        assert "one" in made


@pytest.mark.parametrize("stars", ["*a ", "**a "])
def test_no_depth_of_stars_is_too_deep_for_plain_text(stars: str) -> None:
    body = stars * 3000 + stars.replace("a ", "b ").rstrip("*")[::-1] * 3000
    assert "a" in to_text(reviewed(body))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("See [the *old* page](https://example.org/a).", "See the old page (https://example.org/a)."),
        (
            "<https://example.org/a> and [b@example.org](mailto:b@example.org)",
            "https://example.org/a and b@example.org",
        ),
        ("![a **red** door](https://example.org/door.png) and `code`", "a red door and code"),
        ("one\\\ntwo\nthree", "one\ntwo\nthree"),
    ],
)
def test_links_pictures_and_line_ends_in_plain_text(body: str, text: str) -> None:
    assert to_text(reviewed(body)) == f"What the clock does\n\n{text}\n"


@pytest.mark.parametrize(
    ("typed", "levels"),
    [("# One\n\n## Two", ["h2", "h3"]), ("## One\n\n### Two\n\n## Three", ["h2", "h3", "h2"]), ("###### Six", ["h2"])],
)
def test_headings_of_the_text_stand_below_the_title(typed: str, levels: list[str]) -> None:
    page = to_html(reviewed(f"{typed}\n\nReferences\n\nRogers, C. R. (1957)."))
    assert re.findall(r"<(h\d)>", page) == ["h1", *levels, "h2"]
    assert re.findall(r"</(h\d)>", page) == ["h1", *levels, "h2"]


def test_every_part_has_its_place_in_every_text_format() -> None:
    post = reviewed(
        BODY,
        tags=("time",),
        byline=BYLINE,
        category="Practice",
        notes="Details have been changed.",
        help="Where to find help\n\nYou are not alone.\n\n- Samaritans: 116 123",
    )
    parts = ["It protected me.", BYLINE, "References", "Rogers, C. R.", "Details have been", "Where to find", "116 123"]
    for made in (to_markdown(post), to_html(post), to_text(post)):
        places = [made.index(part) for part in parts]
        assert places == sorted(places)
    assert to_text(post).startswith("Practice, time\n\nWhat the clock does\n\n")
    assert "<p>Practice, time</p>\n<h1>" in to_html(post)
    assert (
        "<h2>Where to find help</h2>\n<p>You are not alone.</p>\n<ul>\n<li>Samaritans: 116 123</li>\n</ul>"
        in to_html(post)
    )
    assert to_markdown(post).splitlines()[1:5] == [
        'title: "What the clock does"',
        'categories: ["Practice"]',
        'tags: ["time"]',
        "draft: true",
    ]
    assert to_html(post).split("<article>\n")[1].split("</article>")[0] == to_fragment(post)


@pytest.mark.parametrize("typed", ["**References**", "## References:", "References (for this)", "Bibliography"])
def test_a_list_of_references_has_a_heading_and_its_words_stay(typed: str) -> None:
    post = reviewed(f"Text.\n\n{typed}\n\nRogers, C. R. (1957).")
    heading = typed.strip("*#: ")
    assert f"<h2>{heading}</h2>" in to_html(post)
    assert f"\n\n{typed}\n\n" in to_markdown(post)


def test_a_date_is_in_the_front_matter_only_where_it_was_asked_for() -> None:
    assert "date" not in to_markdown(reviewed("Text."))
    assert "\ndate: 2026-11-02\ntags: []\n" in to_markdown(reviewed("Text."), dt.date(2026, 11, 2))


def test_nothing_that_no_reader_sees_is_in_a_file() -> None:
    post = reviewed("One\u200b two\u00ad.\n\n\u00a0\n\nThree.\u2060", title="Ti\ufefftle", tags=("t\u200bag",))
    assert to_markdown(post).endswith('title: "Title"\ntags: ["tag"]\ndraft: true\n---\n\nOne two.\n\n\n\nThree.\n')
    assert "<p>One two.</p>\n<p>Three.</p>\n" in to_html(post)
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert family in to_text(reviewed(family))


def lost_link(body: str, address: str, words: str) -> ReviewedPost:
    """A finished post in which ``words`` stand for an address."""
    base, parts = new_base("What the clock does", (), body, "")
    start = base.index(address)
    change = Change(start, start + len(address), words, Reason.ACCEPTED, "net.url")
    post = Post(id=UUID(int=7), sources=(), base=base, parts=parts, answers=ANSWERS, changes=(change,))
    return Review(post, Scan(findings=(), people=(), knowledge=Knowledge())).finish()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("See [my page](https://example.org/a) today.", "See my page today."),
        ('See [my page](https://example.org/a "mine") today.', "See my page today."),
        ("See [my page](<https://example.org/a>) today.", "See my page today."),
        ("See ![a bench](https://example.org/a) today.", "See a bench today."),
        # no link: brackets of the writer's own stay, and so does what stands for a bare address
        ("She [said](a web page) https://example.org/a.", "She [said](a web page) a web page."),
    ],
)
def test_a_link_whose_address_gave_way_to_words_is_its_words_alone(typed: str, read: str) -> None:
    post = lost_link(typed, "https://example.org/a", "a web page")
    assert to_markdown(post).split("---\n\n")[1] == f"{read}\n"
    assert f"<p>{read}</p>" in to_fragment(post)
    assert read in to_text(post)


def test_a_link_to_another_address_stays_one() -> None:
    post = lost_link("See [a page](https://example.org/a).", "https://example.org/a", "https://example.org/b")
    assert '<a href="https://example.org/b">a page</a>' in to_fragment(post)


def test_a_line_ended_by_enter_ends_in_the_page() -> None:
    post = reviewed("One line.\nAnother.\n\n> said\n> — she\n\nReferences\n\nRogers (1957) A.\nWorden (2018) B.")
    page = to_fragment(post)
    assert "<p>One line.<br />\nAnother.</p>" in page
    assert "said<br />\n— she" in page
    assert "Rogers (1957) A.<br />\nWorden (2018) B." in page
    assert "One line.\nAnother.\n\n> said\n> — she" in to_text(post)
    breaks = [run.line_break for block in blocks_of(layout_of(post)) for run in block.runs if run.text == "Another."]
    assert breaks == [True]


def test_a_post_without_a_title_has_no_empty_heading() -> None:
    post = reviewed("It was enough.", title="")
    assert to_fragment(post) == "<p>It was enough.</p>\n"
    assert [run.text for block in blocks_of(layout_of(post)) for run in block.runs] == ["It was enough."]
    assert to_text(post) == "It was enough.\n"


@pytest.mark.parametrize(
    ("typed", "leaves"),
    [
        ("## Between us\n\n## In me\n\nI was tired.\n\n## Next\n", "## In me\n\nI was tired."),
        ("# Whole\n\n## A part\n\nIt was.\n\n### A smaller one\n\n## Another", "# Whole\n\n## A part\n\nIt was."),
        ("It was.\n\n\nIndeed.\n\n## Empty\n\n\n## Full\n\n- one", "It was.\n\n\nIndeed.\n\n## Full\n\n- one"),
        ("## Only\n\n## headings", "## Only\n\n## headings"),
        ("#hashtag\n\n```\n# a comment\n```", "#hashtag\n\n```\n# a comment\n```"),
        ("## Kept, for a rule is below it\n\n---", "## Kept, for a rule is below it\n\n---"),
        ("It was.\n\n## Before sources\n\n## References\n\nRogers (1957) A.", "It was."),
    ],
)
def test_a_heading_with_nothing_below_it_stays_behind(typed: str, leaves: str) -> None:
    assert layout_of(reviewed(typed)).prose == leaves
