"""The commands of ``congruence-cli``, a room each; imported only when called, so that ``--help`` is quick."""
