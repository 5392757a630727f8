"""Dictionaries for structs, everywhere.

jsii takes a dictionary for a struct where the struct is an argument or a member of another one. In a list or a map it passes the dictionary on as it
is, and there every key of more than one word gets lost without an error. So what is called is wrapped: its arguments are converted as its annotations
say, at every depth, and a key that a struct does not have is an error.
"""

import builtins
import collections.abc
import difflib
import functools
import inspect
import re
import types
import typing

from ._errors import OptionsError, refusal_of

Function = typing.Callable[..., typing.Any]
Names = typing.Mapping[str, typing.Any]

PACKAGE = __name__.rpartition(".")[0]


@functools.lru_cache(maxsize=None)
def fields_of(kind: typing.Any) -> typing.Optional[typing.Mapping[str, inspect.Parameter]]:
    """The fields of a struct; None for what is none. Structs alone are made of nothing but keywords."""
    if not isinstance(kind, type) or kind.__module__ == builtins.__name__:
        return None
    try:
        parameters = inspect.signature(kind).parameters
    except (TypeError, ValueError):
        return None
    keywords = bool(parameters) and all(one.kind is one.KEYWORD_ONLY for one in parameters.values())
    return parameters if keywords else None


@functools.lru_cache(maxsize=None)
def types_of(function: Function) -> Names:
    return typing.get_type_hints(function)


def did_you_mean(word: str, known: typing.Iterable[str]) -> str:
    """The known word that was most likely meant, which may be spelt as in TypeScript."""
    plain = {one.replace("_", ""): one for one in known}
    near = difflib.get_close_matches(re.sub("[-_]", "", word).lower(), plain, n=1, cutoff=0.7)
    return f"; did you mean {plain[near[0]]}?" if near else ""


def alternatives(hint: typing.Any) -> typing.Tuple[typing.Any, ...]:
    return typing.get_args(hint) if typing.get_origin(hint) is typing.Union else (hint,)


class Conversion:
    """One call: what is wrong with its arguments is told together."""

    def __init__(self) -> None:
        self.problems: typing.List[str] = []

    def convert(self, value: typing.Any, hint: typing.Any, path: str) -> typing.Any:
        if hint is None:  # self
            return value
        kinds = alternatives(hint)
        struct = next((kind for kind in kinds if fields_of(kind)), None)
        if isinstance(value, collections.abc.Mapping):
            if struct is not None:
                return self.struct(value, struct, path)
            item = self.item(kinds, collections.abc.Mapping)
            return {key: self.convert(one, item, f"{path}.{key}") for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            item = self.item(kinds, collections.abc.Sequence)
            return [self.convert(one, item, f"{path}[{index}]") for index, one in enumerate(value)]
        kind: typing.Any = type(value)
        if kind.__module__ != PACKAGE and fields_of(kind):
            return self.again(value, path)
        return value

    @staticmethod
    def item(kinds: typing.Tuple[typing.Any, ...], collection: type) -> typing.Any:
        """What a list or a map of these kinds has in it."""
        own = (kind for kind in kinds if typing.get_origin(kind) is collection)
        return next((typing.get_args(kind)[-1] for kind in own), typing.Any)

    def struct(self, value: typing.Mapping[typing.Any, typing.Any], kind: typing.Any, path: str) -> typing.Any:
        fields = fields_of(kind) or {}
        self.check_names(value, fields, f"{path}.")
        for name, field in fields.items():
            if field.default is field.empty and name not in value:
                self.problems.append(f"{path}.{name}: is missing")
        hints = types_of(kind.__init__)
        members = {name: self.convert(one, hints.get(name), f"{path}.{name}") for name, one in value.items()}
        return self.make(kind, members, path)

    def again(self, value: typing.Any, path: str) -> typing.Any:
        """A struct of another package, in whose lists and maps there can be dictionaries."""
        kind: typing.Any = type(value)
        hints = types_of(kind.__init__)
        given = {name: getattr(value, name) for name in fields_of(kind) or {}}
        members = {name: self.convert(one, hints[name], f"{path}.{name}") for name, one in given.items() if one is not None}
        return self.make(kind, members, path)

    def make(self, kind: typing.Any, members: typing.Mapping[str, typing.Any], path: str) -> typing.Any:
        """A struct, or nothing where that is of no use any more."""
        if self.problems:
            return None
        try:
            return kind(**members)
        except TypeError as error:
            found = re.fullmatch(r"type of argument (\w+) must (.*); got (.*) instead", str(error), re.DOTALL)
            self.problems.append(f"{path}.{found[1]}: must {found[2]}, but is {found[3]}" if found else f"{path}: {error}")
            return None

    def check_names(self, given: typing.Iterable[typing.Any], known: typing.Iterable[str], prefix: str) -> None:
        for name in given:
            if name not in known:
                self.problems.append(f"{prefix}{name}: unknown option{did_you_mean(str(name), known)}")


def wrapped(function: Function, where: str) -> Function:
    """A function that takes dictionaries for all structs in its arguments."""
    parameters = inspect.signature(function).parameters
    keywords = [name for name, one in parameters.items() if one.kind is one.KEYWORD_ONLY]

    @functools.wraps(function)
    def call(*args: typing.Any, **kwargs: typing.Any) -> typing.Any:
        conversion = Conversion()
        conversion.check_names(kwargs, parameters, "")
        hints = types_of(function)
        positional = [one for one in parameters.values() if one.kind is not one.KEYWORD_ONLY]
        names = [one.name for one in positional] + [positional[-1].name] * (len(args) - len(positional)) if positional else []
        converted = [conversion.convert(one, hints.get(name), name) for one, name in zip(args, names)]
        options = {name: conversion.convert(one, hints.get(name), name) for name, one in kwargs.items()}
        if conversion.problems:
            raise OptionsError("\n".join(f"{where}: {problem}" for problem in conversion.problems))
        try:
            return function(*converted, **options)
        except RuntimeError as error:
            refusal = refusal_of(error)
            if refusal is None:
                raise
            raise OptionsError(refusal) from None

    return call if keywords or len(parameters) > 1 else function


def accept_dictionaries(names: Names) -> None:
    """Wraps all that the classes of the package have to call."""
    for kind in [one for one in names.values() if isinstance(one, type) and one.__module__ == PACKAGE]:
        for name, member in list(vars(kind).items()):
            where = kind.__name__ if name == "__init__" else f"{kind.__name__}.{name}"
            if isinstance(member, (classmethod, staticmethod)):
                replaced: typing.Any = type(member)(wrapped(member.__func__, where))
                vars(replaced).update(vars(member))
            elif isinstance(member, types.FunctionType) and (name == "__init__" or not name.startswith("_")):
                replaced = wrapped(member, where)
            else:
                continue
            setattr(kind, name, replaced)
