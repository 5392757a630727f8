"""What is wrong with the options of an app, without the stack of the library: it is in JavaScript."""

import functools
import os
import re
import sysconfig
import traceback
import types
import typing

from jsii.errors import JavaScriptError

# What cdk8s puts before what validations find.
VALIDATION = "Validation failed with the following errors:\n"

# Errors of JavaScript itself: a mistake of the library, for which all there is to see is of use.
LANGUAGE = ("TypeError", "RangeError", "ReferenceError", "SyntaxError")

LIBRARIES = tuple(os.path.realpath(path) + os.sep for path in sysconfig.get_paths().values())

Frames = typing.Iterable[typing.Tuple[types.FrameType, int]]


class OptionsError(RuntimeError):
    """Options that cannot be used. Its message has a line for each problem."""


def refusal_of(error: BaseException) -> typing.Optional[str]:
    """What an error that comes from JavaScript refuses; None for another error."""
    if not isinstance(error, RuntimeError) or not isinstance(error.__cause__, JavaScriptError):
        return None
    name, _, message = str(error).partition(": ")
    if name in LANGUAGE:
        return None
    return message if re.fullmatch(r"\w*Error", name) else str(error)


def place_of(frames: Frames) -> typing.Optional[str]:
    """The place in the user's program, `app.py:12`: the first frame that is of no package."""
    for frame, line in frames:
        file = frame.f_code.co_filename
        if not file.startswith("<") and not os.path.realpath(file).startswith(LIBRARIES):
            return f"{os.path.relpath(file)}:{line}"
    return None


class Places:
    """Where a program makes its hubs: validation at synth is long after."""

    def __init__(self) -> None:
        self.made: typing.List[typing.Tuple[typing.Any, str]] = []

    def remember(self, kind: typing.Any) -> None:
        """Remembers the place of each object of a class."""
        make = kind.__init__

        @functools.wraps(make)
        def remembered(made: typing.Any, *args: typing.Any, **kwargs: typing.Any) -> None:
            make(made, *args, **kwargs)
            place = place_of(traceback.walk_stack(None))
            if place is not None:
                self.made.append((made, place))

        kind.__init__ = remembered

    def add_to(self, message: str) -> str:
        """Adds the places to lines that begin with the path of a hub: `[jhub] `."""
        places = {made.node.path: place for made, place in self.made}

        def placed(found: typing.Match[str]) -> str:
            place = places.get(found[1])
            return found[0] if place is None else f"{found[0]}{place}: "

        return re.sub(r"^\[(.*?)\] ", placed, message, flags=re.MULTILINE)


PLACES = Places()


def report_of(error: BaseException) -> typing.Optional[str]:
    """What is printed of an error, instead of all of its frames; None where those are of use."""
    message = str(error) if isinstance(error, OptionsError) else refusal_of(error)
    if message is None:
        return None
    if message.startswith(VALIDATION):
        return PLACES.add_to(re.sub("^  ", "", message[len(VALIDATION) :], flags=re.MULTILINE))
    frames = list(traceback.walk_tb(error.__traceback__))
    place = place_of(reversed(frames))
    # A message of values names its own place.
    if place is None or re.match(r"\S+:\d+:\d+: ", message):
        return message
    return re.sub(r"^(\[.*?\] )?", rf"\g<1>{place}: ", message, flags=re.MULTILINE)
