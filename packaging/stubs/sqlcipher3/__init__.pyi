from sqlcipher3.dbapi2 import *  # noqa: F403  the package re-exports the whole of dbapi2
