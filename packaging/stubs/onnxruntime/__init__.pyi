# What the program uses of onnxruntime, which brings no types of its own for it.
from collections.abc import Mapping, Sequence

import numpy
import numpy.typing

class SessionOptions:
    intra_op_num_threads: int
    inter_op_num_threads: int
    enable_cpu_mem_arena: bool
    def add_session_config_entry(self, name: str, value: str) -> None: ...

class InferenceSession:
    def __init__(
        self,
        path_or_bytes: str | bytes,
        sess_options: SessionOptions | None = ...,
        providers: Sequence[str] | None = ...,
    ) -> None: ...
    def run(
        self, output_names: Sequence[str] | None, input_feed: Mapping[str, numpy.typing.NDArray[numpy.int64]]
    ) -> list[numpy.typing.NDArray[numpy.float32]]: ...

def disable_telemetry_events() -> None: ...
def set_default_logger_severity(severity: int) -> None: ...
