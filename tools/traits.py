"""Writes lib/jupyterhub/tables/: what the packages of the hub's image can be configured with, asked of the packages themselves.

usage: traits.py FOLDER, by the Python of tools/hub-python.sh; see tools/traits.sh
"""

import ast
import importlib
import importlib.metadata
import inspect
import json
import math
import pathlib
import pkgutil
import re
import sys
import unicodedata
from html.entities import name2codepoint

import traitlets
from traitlets.config import Configurable

PACKAGES = {
    "jupyterhub": "jupyterhub",
    "jupyter_events": "jupyter-events",
    "kubespawner": "jupyterhub-kubespawner",
    "oauthenticator": "oauthenticator",
    "firstuseauthenticator": "jupyterhub-firstuseauthenticator",
    "hmacauthenticator": "jupyterhub-hmacauthenticator",
    "ldapauthenticator": "jupyterhub-ldapauthenticator",
    "ltiauthenticator": "jupyterhub-ltiauthenticator",
    "nativeauthenticator": "jupyterhub-nativeauthenticator",
    "tmpauthenticator": "jupyterhub-tmpauthenticator",
}
CULLER = "jupyterhub-idle-culler"
# What runs in users' servers, what needs packages that the hub's image lacks, and tests.
ELSEWHERE = re.compile(r"\.(singleuser|tests|alembic|services\.auth|pytest_plugin|cli)(\.|$)|\.__main__$")
# Methods of a spawner that have run before the overrides of a profile are applied.
EARLY = {
    "__init__", "clear_state", "get_options_form", "options_from_query", "run_options_from_form", "_options_form_default",
    "_render_options_form", "_render_options_form_dynamically", "load_user_options", "apply_group_overrides",
    "_run_apply_user_options", "_apply_user_options_dict", "_get_oauth_client_allowed_scopes", "run_auth_state_hook",
    "run_pre_spawn_hook", "create_certs",
}
# Methods of a spawner that fill in the fields of strings.
FILL_IN = {"_expand_all", "_expand_env", "_expand_user_properties", "format_string"}
EARLY_OUTSIDE = {"server_token_scopes"}  # read by jupyterhub.user before the spawner is started
DATA = (str, int, float, bool, type(None))


# ---- classes

def modules(package):
    root = importlib.import_module(package)
    yield root
    for found in pkgutil.walk_packages(getattr(root, "__path__", []), f"{package}."):
        if not ELSEWHERE.search(found.name):
            yield importlib.import_module(found.name)


def classes_by_package():
    """The classes with a section, each in the package that defines it, with the modules of the package that export it."""
    found = {}
    for package in PACKAGES:
        for module in modules(package):
            for cls in vars(module).values():
                if inspect.isclass(cls) and issubclass(cls, Configurable) and cls.__module__.split(".")[0] == package:
                    found.setdefault(package, {}).setdefault(cls, set()).add(module.__name__)
    names = [cls.__name__ for classes in found.values() for cls in classes]
    assert len(names) == len(set(names)), "two classes of one name"
    return found


# ---- kinds

PLAIN = {
    traitlets.Any: "any", traitlets.Bool: "bool", traitlets.Bytes: "bytes", traitlets.CUnicode: "cunicode",
    traitlets.Float: "float", traitlets.Int: "int", traitlets.Unicode: "unicode",
}
OURS = {"ByteSpecification": "byte specification", "Command": "command", "URLPrefix": "url prefix", "Callable": "callable"}


def class_name(cls):
    return cls if isinstance(cls, str) else f"{cls.__module__}.{cls.__qualname__}"


def part(trait):
    assert not trait.allow_none or type(trait) is traitlets.Any, "None is allowed within a kind"
    return kind(trait)


def kind(trait):
    """A kind as lib/jupyterhub/kind.ts has them."""
    name = type(trait).__name__
    if name in OURS:
        return {"is": OURS[name], **({"empty": True} if name == "Command" and trait._minlen == 0 else {})}
    if name == "EntryPointType":
        return {"is": "type", "class": class_name(trait.klass), "group": trait.entry_point_group}
    if isinstance(trait, traitlets.Type):
        return {"is": "type", "class": class_name(trait.klass)}
    if isinstance(trait, traitlets.Union):
        return {"is": "union", "of": [part(of) for of in trait.trait_types]}
    if isinstance(trait, traitlets.UseEnum):
        names = [member.name for member in trait.enum_class]
        return {"is": "enum", "values": names + [trait.name_prefix + name for name in names] + [member.value for member in trait.enum_class]}
    if isinstance(trait, traitlets.Enum):
        caseless = isinstance(trait, traitlets.CaselessStrEnum)
        return {"is": "enum", "values": list(trait.values), **({"caseless": True} if caseless else {})}
    if isinstance(trait, traitlets.Dict):
        assert not trait._per_key_traits
        parts = {"keys": trait._key_trait, "values": trait._value_trait}
        return {"is": "dict", **{name: part(of) for name, of in parts.items() if restricts(of)}}
    if isinstance(trait, (traitlets.List, traitlets.Set)):
        assert type(trait) in (traitlets.List, traitlets.Set) and trait._minlen == 0
        return {"is": name.lower(), **({"of": part(trait._trait)} if restricts(trait._trait) else {})}
    if isinstance(trait, traitlets.Tuple):
        return {"is": "tuple", "of": [part(of) for of in trait._traits]}
    if isinstance(trait, traitlets.Instance):
        return {"is": "instance", "class": class_name(trait.klass)}
    plain = next((PLAIN[base] for base in type(trait).__mro__ if base in PLAIN), "any")
    limits = {limit: getattr(trait, limit, None) for limit in ("min", "max")}
    return {"is": plain, **{limit: value for limit, value in limits.items() if value is not None and math.isfinite(value)}}


def restricts(trait):
    return trait is not None and type(trait) is not traitlets.Any


# ---- traits

def plain(value):
    """A default as data; sets as sorted lists."""
    if isinstance(value, str) and sys.prefix in value:
        raise TypeError  # another one in each installation
    if isinstance(value, DATA):
        return value
    if isinstance(value, (set, frozenset)):
        return sorted(map(plain, value))
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    raise TypeError


def default(cls, name, trait):
    generator = cls._all_trait_default_generators[name]
    if getattr(generator, "__self__", None) is not trait:
        return {"computed": True}
    try:
        value = trait.default()
        return {} if value is traitlets.Undefined else {"default": plain(value)}
    except TypeError:
        return {"computed": True}


def handlers(cls, of):
    """Names of the traits that a class has handlers of a kind for."""
    return {name for part in vars(cls).values() if isinstance(part, of) for name in part.trait_names}


def renamed(cls):
    """Names of before with today's, of the three kinds of tables that the packages keep."""
    out = {}
    for table in ("_deprecated_aliases", "_deprecated_oauth_aliases", "_deprecated_traits"):
        for old, new in vars(cls).get(table, {}).items():
            out[old] = {"to": new[0], **({"refused": True} if len(new) > 2 and not new[2] else {})}
    return out


def is_deprecated(trait):
    return bool(re.match(r"\W*deprecated\b|\.\. deprecated", inspect.cleandoc(trait.help or ""), re.IGNORECASE))


def record(cls, name, trait, spawner):
    old = {old for base in cls.__mro__ for old in renamed(base)}
    facts = {
        "kind": kind(trait),
        # An enum's own type takes None for its default.
        **({"allowNone": True} if trait.allow_none or isinstance(trait, traitlets.UseEnum) else {}),
        **default(cls, name, trait),
        **({"deprecated": True} if is_deprecated(trait) or name in old else {}),
        **({"validated": True} if any(name in handlers(base, traitlets.ValidateHandler) for base in cls.__mro__) else {}),
    }
    return {**facts, **(spawner.facts(name) if issubclass(cls, spawner.base) else {})}


def own_traits(cls, known, spawner):
    """The traits of a class that no base has, or has otherwise."""
    out = {}
    for name, trait in cls.class_traits(config=True).items():
        facts = record(cls, name, trait, spawner)
        base = next((base for base in cls.__mro__[1:] if base in known and name in base.class_traits(config=True)), None)
        if base is None or record(base, name, base.class_traits(config=True)[name], spawner) != facts:
            out[name] = facts
    return out


# ---- how a spawner uses its traits

class SpawnerUse:
    """Which of KubeSpawner's methods read a trait, and which of them fill in the fields of its strings."""

    def __init__(self):
        import jupyterhub.spawner
        import kubespawner.spawner

        self.base = jupyterhub.spawner.Spawner
        self.readers, self.templates = {}, {}
        for cls in (jupyterhub.spawner.Spawner, kubespawner.spawner.KubeSpawner):
            body = ast.parse(inspect.getsource(sys.modules[cls.__module__])).body
            tree = next(node for node in body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
            for method in tree.body:
                if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    self._read(method)
        assert EARLY <= {name for names in self.readers.values() for name in names} | {"clear_state"}, "a method has another name"

    def _read(self, method):
        for node in ast.walk(method):
            for trait in self._own(node):
                self.readers.setdefault(trait, set()).add(method.name)
            for trait in self._filled_in(node):
                self.templates.setdefault(trait, set()).add(method.name)

    def _own(self, *nodes):
        """The x of each self.x."""
        for node in nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
                yield node.attr

    def _filled_in(self, node):
        """The x of `fill_in(self.x)`, `fill_in(f(self.x))`, `self.x.format()` and `[fill_in(part) for part in self.x.split()]`."""
        roots = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in FILL_IN:
                roots = node.args
            elif node.func.attr == "format":
                roots = [node.func.value]
        elif isinstance(node, ast.ListComp) and FILL_IN & set(self._own(*(n for n in ast.walk(node.elt)))):
            roots = [generator.iter for generator in node.generators]
        return self._own(*(found for root in roots for found in ast.walk(root)))

    def facts(self, name):
        templates, readers = self.templates.get(name, set()), self.readers.get(name, set())
        once = bool(templates) and templates & EARLY != set()
        facts = {"template": "construction" if once else "always"} if templates else {}
        # What is expanded at construction is used in its expanded form; working_dir's then stands in its place.
        early = name in EARLY_OUTSIDE or bool(readers) and readers <= EARLY or once and name != "working_dir"
        return {**facts, **({"early": True} if early else {})}


# ---- the models of the Kubernetes client that KubeSpawner makes of maps

MODELS = (
    "Container EnvVar Lifecycle LocalObjectReference NodeSelectorTerm PodAffinityTerm PodSpec PreferredSchedulingTerm "
    "Toleration Volume VolumeMount WeightedPodAffinityTerm"
).split()


def model(name):
    """The fields of a model with their names in Python, and those that it cannot be without."""
    from kubernetes_asyncio import client

    cls = getattr(client, f"V1{name}")
    made = cls(**{attribute: [] for attribute in cls.attribute_map})

    def is_required(attribute):
        try:
            setattr(made, attribute, None)
        except ValueError:
            return True

    required = [field for attribute, field in cls.attribute_map.items() if is_required(attribute)]
    return {"fields": {field: attribute for attribute, field in sorted(cls.attribute_map.items())}, "required": required}


# ---- the idle culler, which is configured on its command line

def culler_options():
    import jupyterhub_idle_culler as culler

    found = {}

    class Read(Exception):
        pass

    def define(name, default=None, type=None, **_):
        found[name.replace("_", "-")] = (type or (str if default is None else default.__class__)).__name__

    def stop(*_):
        raise Read

    culler.define, culler.parse_command_line = define, stop
    try:
        culler.main()
    except Read:
        return found
    raise AssertionError("the idle culler does not read a command line")


# ---- as TypeScript

def entry_points(group):
    return {point.name.lower(): point.attr for point in importlib.metadata.entry_points(group=group)}


def version(distribution):
    return f"{distribution} {importlib.metadata.version(distribution)}"


def source(what, imports, body):
    return f"// Generated by tools/traits.py from {what}.\n{imports}\n{body}\n"


def text(value):
    return json.dumps(value, sort_keys=False, ensure_ascii=False)


def sorted_map(values):
    return dict(sorted(values.items()))


def class_source(cls, exporters, known, spawner):
    bases = [base.__name__ for base in cls.__mro__[1:] if base in known]
    facts = {"importable": sorted(f"{module}.{cls.__name__}" for module in exporters), "bases": bases}
    if renamed(cls):
        facts["renamed"] = sorted_map(renamed(cls))
    above = {name for base in cls.__mro__ if base in known for name in base.class_traits(config=True)}
    hidden = sorted(above - set(cls.class_traits(config=True)))
    if hidden:
        facts["hidden"] = hidden
    rows = "".join(f"{text(name)}: {text(facts_)},\n" for name, facts_ in sorted_map(own_traits(cls, known, spawner)).items())
    head = "".join(f"{text(key)}: {text(value)},\n" for key, value in facts.items())
    return f"{text(cls.__name__)}: {{\n{head}traits: {{\n{rows}}},\n}},\n"


def package_source(package, classes, known, spawner):
    entries = "".join(class_source(cls, classes[cls], known, spawner) for cls in sorted(classes, key=lambda cls: cls.__name__))
    body = f"export const {package} = (): TraitClasses => ({{\n{entries}}});"
    return source(version(PACKAGES[package]), "import { TraitClasses } from '../kind';", body)


def index_source(packages):
    imports = "\n".join(["import { TraitClasses } from '../kind';", *(f"import {{ {name} }} from './{name}';" for name in packages)])
    groups = {"authenticators": "jupyterhub.authenticators", "spawners": "jupyterhub.spawners", "proxies": "jupyterhub.proxies"}
    points = {name: sorted_map(entry_points(group)) for name, group in groups.items()}
    versions = {name: importlib.metadata.version(distribution) for name, distribution in sorted(PACKAGES.items())}
    body = [
        "/** Versions of the packages. */",
        f"export const VERSIONS = {text(versions)} as const;",
        "/** The classes of each package. */",
        f"export const PACKAGES: Readonly<Record<string, () => TraitClasses>> = {{ {', '.join(packages)} }};",
        "/** Classes by the short names that JupyterHub finds them by, whatever their case. */",
        f"export const ENTRY_POINTS = {text(points)} as const;",
        f"/** Options of the command line of {CULLER}, with their types in Python. */",
        f"export const CULLER_OPTIONS: Readonly<Record<string, string>> = {text(sorted_map(culler_options()))};",
    ]
    return source("the packages of the hub's image", imports, "\n".join(body))


def scopes_source():
    from jupyterhub import roles, scopes

    rows = {name: facts.get("subscopes", []) for name, facts in sorted(scopes.scope_definitions.items())}
    body = [
        "/** JupyterHub's scopes, each with those that it contains. */",
        f"export const SCOPES: Readonly<Record<string, readonly string[]>> = {text(rows)};",
        "/** What a scope of one's own has to be called like. */",
        f"export const CUSTOM_SCOPE = new RegExp({text(scopes._custom_scope_pattern.pattern)});",
        "/** What a role has to be called like. */",
        f"export const ROLE_NAME = new RegExp({text(roles._role_name_pattern.pattern)});",
        "/** Roles that are there without a configuration. */",
        f"export const DEFAULT_ROLES: readonly string[] = {text([role['name'] for role in roles.get_default_roles()])};",
    ]
    return source(version("jupyterhub"), "", "\n".join(body))


def models_source():
    rows = "".join(f"{name}: {text(model(name))},\n" for name in MODELS)
    body = f"export const MODELS = {{\n{rows}}};"
    return source(version("kubernetes-asyncio"), "", f"/** Models by name: their fields, which may be given by their names in Python too. */\n{body}")


# ---- letters of slugs

SCRIPTS = [range(0x80, 0x600), range(0x2000, 0x27C0)]  # Latin, Greek, Cyrillic, Armenian, Hebrew; punctuation, arrows, symbols


def letters():
    """What slugify makes of a character that no decomposition takes apart: letters by character, and those that leave no trace."""
    from text_unidecode import unidecode

    found, dropped = {}, []
    for character in (chr(code) for script in SCRIPTS for code in script):
        if unicodedata.normalize("NFKD", character) == character:
            ascii = re.sub("[^a-z0-9]+", "-", unidecode(character).lower().replace("'", ""))
            if ascii == "":
                dropped.append(ord(character))
            elif ascii != "-":
                found.setdefault(ascii, []).append(character)
    return {ascii: "".join(characters) for ascii, characters in sorted(found.items())}, dropped


def ranges(numbers):
    """[first, last] of each run of numbers."""
    runs = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs


def letters_source():
    found, dropped = letters()
    body = [
        "/** First and last character of each script that is known here. */",
        f"export const SCRIPTS: readonly (readonly number[])[] = {text([[script[0], script[-1]] for script in SCRIPTS])};",
        "/** Letters and digits, with the characters that become them. */",
        f"export const LETTERS: Readonly<Record<string, string>> = {text(found)};",
        "/** First and last of the characters that leave no trace; what else is no letter becomes a dash. */",
        f"export const DROPPED: readonly (readonly number[])[] = {text(ranges(dropped))};",
        "/** Names that stand for characters in HTML. */",
        f"export const ENTITIES: Readonly<Record<string, string>> = {text({name: chr(code) for name, code in sorted(name2codepoint.items())})};",
    ]
    return source(version("python-slugify"), "", "\n".join(body))


def main(folder):
    found, spawner = classes_by_package(), SpawnerUse()
    known = {cls for classes in found.values() for cls in classes}
    files = {f"{package}.ts": package_source(package, classes, known, spawner) for package, classes in found.items()}
    files |= {"index.ts": index_source(sorted(found)), "scopes.ts": scopes_source(), "models.ts": models_source(), "letters.ts": letters_source()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
