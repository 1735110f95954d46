"""Doing a task in a process beside this one."""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection


@contextmanager
def beside(task: Callable[[], None]) -> Iterator[None]:
    """Do a task in a process of its own meanwhile. Raises what the task raises, ChildProcessError if it was killed.

    The process is a fork, so nothing has to be copied to it; who calls this must have no other threads. An
    interrupt from the keyboard goes to this process alone, which then ends the other.
    """
    context = multiprocessing.get_context("fork")
    heard, told = context.Pipe(duplex=False)
    process = context.Process(target=_do_and_tell, args=(task, told))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
        told.close()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    try:
        yield
        failure = _hear(heard)
    except BaseException:
        process.kill()
        raise
    finally:
        process.join()
    if failure:
        raise failure


def _do_and_tell(task: Callable[[], None], told: Connection) -> None:
    try:
        task()
    except Exception as error:
        error.add_note(traceback.format_exc())
        told.send(error)
    else:
        told.send(None)


def _hear(heard: Connection) -> Exception | None:
    """What the other process says at its end; a failure too if it ends without a word."""
    try:
        failure: Exception | None = heard.recv()
    except EOFError:
        return ChildProcessError("the process that writes the database has been killed")
    return failure
