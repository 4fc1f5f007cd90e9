"""What must be so before a post may leave the journal, whoever asks and whichever way it goes."""

from __future__ import annotations

from dataclasses import replace

from journal.anonymise.parts import details_were_changed, drawn_from_several
from journal.anonymise.reviewed import BY_COMMAND, ReviewedPost, must_be_reviewed
from journal.errors import BadInput, QuestionsUnanswered
from journal.model import Post
from journal.practice.checklist import Question, load_checklist
from journal.resources import read_toml

#: In the place of an answer: a command went past the question. It counts only in a review that a command decided, is
#: never stored with the post, and the export log lists the question as not answered.
NOT_ASKED = "not_asked"


def may_leave(value: object) -> ReviewedPost:
    """``value`` if it is a reviewed post whose writer answered what must be answered, and says nothing untrue of it.

    Raises:
        TypeError: no review made it (a bug).
        QuestionsUnanswered: questions that must be answered are not.
        BadInput: a closing note is not true of this post (``notes``).
    """
    post = must_be_reviewed(value)
    answered = {id for id, answer in post.post.answers if _counts(answer, post.decided_by)}
    left = load_checklist().unanswered(answered, must_only=True)
    if left:
        raise QuestionsUnanswered(count=len(left))
    offered = closing_notes()
    for sentence in set(offered) - set(true_notes(post.post)):
        if sentence.rstrip(".").casefold() in post.notes.casefold():
            raise BadInput(what="notes", reason="untrue")
    return post


def unanswered(post: ReviewedPost) -> tuple[Question, ...]:
    """The questions that nobody answered, in order, for the last page and for the log."""
    must_be_reviewed(post)
    answered = {id for id, answer in post.post.answers if _counts(answer, "person")}
    return load_checklist().unanswered(answered)


def past_the_questions(post: Post) -> Post:
    """The post as a command hands it on: each question that was not answered is marked as gone past."""
    answers = dict(post.answers)
    missing = {question.id: NOT_ASKED for question in load_checklist().questions if not answers.get(question.id)}
    return replace(post, answers=tuple({**answers, **missing}.items()))


def as_stored(post: Post) -> Post:
    """The post without the marks of ``past_the_questions``: only what a person answered is kept as a record of care."""
    return replace(post, answers=tuple((id, answer) for id, answer in post.answers if answer != NOT_ASKED))


def closing_notes() -> tuple[str, str]:
    """The two sentences that can be offered: details were changed; drawn from several people."""
    words = read_toml("anonymise/treatments.toml")["words"]
    return words["changed"], words["composite"]


def true_notes(post: Post) -> tuple[str, ...]:
    """Those of ``closing_notes`` that are true of a post."""
    changed, composite = closing_notes()
    return tuple(
        sentence
        for sentence, true in ((changed, details_were_changed(post)), (composite, drawn_from_several(post)))
        if true
    )


def _counts(answer: str, decided_by: str) -> bool:
    return bool(answer.strip()) and (answer != NOT_ASKED or decided_by == BY_COMMAND)
