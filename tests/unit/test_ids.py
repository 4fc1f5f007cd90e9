from journal.ids import new_id


def test_ids_are_version_7_and_carry_their_millisecond() -> None:
    made = new_id(1_700_000_000_123)
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert made.int >> 80 == 1_700_000_000_123


def test_ids_sort_by_time_and_do_not_repeat() -> None:
    made = [new_id(ms) for ms in range(1000, 1050) for _ in range(20)]
    assert len(set(made)) == len(made)
    assert [m.int >> 80 for m in made] == sorted(m.int >> 80 for m in made)
