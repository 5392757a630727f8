"""Each factory of lib/options/authenticator, every option set: the real package takes the configuration, and reads back what was given."""

import enum
import functools
import json
import re
import shutil
import subprocess

import pytest
from bootstrap import decoded
from jupyterhub.app import JupyterHub
from manifests import ROOT, HubContainer, find, secret_data
from test_hub_starts import hub_arguments, start  # noqa: F401
from traitlets.config import Config, Configurable

COMMON = {"admins": "admin_users", "enableAuthState": "enable_auth_state", "autoLogin": "auto_login"}
COMMON_KINDS = {"admins": "texts", "enableAuthState": "boolean", "autoLogin": "boolean"}
TOKENS = {
    "hub.config.ConfigurableHTTPProxy.auth_token": "proxy-token",
    "hub.config.JupyterHub.cookie_secret": "c0" * 32,
    "hub.config.CryptKeeper.keys": "a1" * 32,
}
IDP = "https://github.com/login/oauth/authorize"
CONTENT = {  # traits whose content the authenticators check
    "user_password": "a-password",
    "admin_password": "a" * 32,
    "scope": ["openid", "org.cilogon.userinfo"],
    "admin_google_groups": ["it@example.org"],
    "auth_state_groups_key": "user.groups",
    "bind_dn_template": ["uid={username},o=x"],
    "google_service_account_keys": {"example.org": "/key.json"},
    "gsuite_administrator": {"example.org": "admin"},
    "hosted_domain": ["example.org"],
    "issuer": "https://lms.example.org",
    "secret_key": "ab" * 32,
    "userdata_from_id_token": False,  # true excludes userdata_url, see OTHERS
}
READ_BACK = {"admin_google_groups": {"example.org": {"it"}}}  # where the option is said in other words
COMMON_RULES = [["all", []], ["users", ["ada"]], ["existingUsers", []]]
RULES = {  # as many as go with each other
    "tmp": [["all", []]],
    "noAuthenticator": [],
    "gitHub": [["organizations", ["org"]]],
    "gitLab": [["groups", ["lab"]], ["projects", [7]]],
    "google": [["users", ["ada"]], ["existingUsers", []], ["groups", ["staff@example.org"]]],
    "azureAd": [["groups", ["staff"]]],
    "ciLogon": [
        ["groups", ["staff"]],
        ["identityProviders", [{IDP: {"username_derivation": {"username_claim": "email"}, "allowed_domains": ["example.org"]}}]],
    ],
    "auth0": [["groups", ["staff"]]],
    "globus": [["groups", ["0a1b"]]],
    "bitbucket": [["teams", ["my-team"]]],
    "genericOAuth": [["groups", ["staff"]], ["scopes", ["hub"]]],
    "ldap": [["groups", ["cn=staff,o=x"]]],
}


def typescript(command, text=""):
    if not shutil.which("node") or not (ROOT / "node_modules").exists():
        pytest.skip("the library's packages are not installed")
    arguments = ["node", "--import", "tsx", "test/components/hub/python/authenticators.ts", command]
    return json.loads(subprocess.run(arguments, cwd=ROOT, input=text, check=True, stdout=subprocess.PIPE, text=True).stdout)


TABLE = typescript("table")
KINDS = {kind["factory"]: kind for kind in TABLE["kinds"]}
OTHERS = {
    "custom": {
        "factory": "custom",
        "args": ["oauthenticator.generic.GenericOAuthenticator"],
        "props": {"admins": ["ada"], "traits": {"manage_groups": True}, "config": {"OAuthenticator": {"login_service": "us"}}},
        "allow": [["users", ["ada"]], ["groups", ["staff"]]],
    },
    "genericOAuth, id token": {
        "factory": "genericOAuth",
        "args": [],
        "props": {"clientId": "id", "authorizeUrl": IDP, "tokenUrl": IDP, "userdataFromIdToken": True},
        "allow": [["groups", ["staff"]]],
    },
    "dummy, insecure": {"factory": "dummy", "args": [], "props": {"insecure": True}, "allow": [["all", []]]},
}
WITH_SECRETS = [name for name, kind in KINDS.items() if any(option["kind"] == "secret" for option in kind["options"].values())]
NAMES = [*KINDS, *(f"{name}, by reference" for name in WITH_SECRETS), *OTHERS]


@functools.cache
def class_of(authenticator_class):
    return JupyterHub(config=Config({"JupyterHub": {"authenticator_class": authenticator_class}})).authenticator_class


def sample(trait, kind):
    """A value that is not the default, of the kind that the table says and the trait takes."""
    if trait.name in CONTENT:
        return CONTENT[trait.name]
    if hasattr(trait, "values"):  # an Enum
        return next(value for value in trait.values if value != trait.default_value)
    if hasattr(trait, "enum_class"):
        return next(value.name for value in trait.enum_class if value != trait.default_value)
    text = f"https://example.org/{trait.name}" if trait.name.endswith(("_url", "_api", "_endpoint", "_uri")) else f"some-{trait.name}".replace("_", "-")
    return {
        "text": text,
        "secret": text,
        "texts": [text],
        "number": 17,
        "boolean": not trait.default_value,
        "map": {"key": "value"},
    }[kind]


def options_of(kind):
    """Every option: {option: (trait, kind)}."""
    traits = class_of(kind["authenticatorClass"]).class_traits(config=True)
    known = {**{option: {"trait": trait, "kind": COMMON_KINDS[option]} for option, trait in COMMON.items()}, **kind["options"]}
    known = {option: of for option, of in known.items() if option not in kind.get("without", [])}
    unknown = {option: of["trait"] for option, of in known.items() if of["trait"] not in traits}
    assert not unknown, f"{kind['factory']}: no traits of {kind['authenticatorClass']}: {unknown}"
    return {option: (traits[of["trait"]], of["kind"]) for option, of in known.items()}


def as_given(value):
    """A trait's value in the words of a configuration."""
    if isinstance(value, bytes):
        return value.hex()
    return sorted(value) if isinstance(value, set) else value.name if isinstance(value, enum.Enum) else value


def call_of(name):
    """A call with every option and rule; secrets are literals, or in a Secret of the cluster."""
    if name in OTHERS:
        return OTHERS[name]
    kind = KINDS[name.split(",")[0]]
    options = options_of(kind)
    props = {option: sample(*of) for option, of in options.items()}
    for option, (_, of) in options.items():
        if of == "secret":
            props[option] = {"reference": ["theirs", option]} if name.endswith("reference") else {"literal": props[option]}
    own = RULES.get(kind["factory"], [])
    rules = own if kind["factory"] in ("tmp", "noAuthenticator", "google") else [*COMMON_RULES, *own]
    return {"factory": kind["factory"], "args": [], "props": props, "allow": rules}


@functools.cache
def all_objects():
    return typescript("objects", json.dumps({name: call_of(name) for name in NAMES}))


def container(name):
    docs = all_objects()[name]
    own = decoded(secret_data(find(docs, "Secret", "hub")))
    kind = KINDS.get(name.split(",")[0])
    theirs = {option: sample(*of) for option, of in options_of(kind).items() if of[1] == "secret"} if kind else {}
    return HubContainer(docs, {"hub": {**TOKENS, **own}, "theirs": theirs})


def lay_out(folder, name):
    hub_container = container(name)
    hub_container.lay_out(folder)
    return hub_container


def assert_traits(c, name):
    """Each section is a class of the authenticator's, each trait one of it, and the authenticator reads back what was given."""
    cls = class_of(c["JupyterHub"]["authenticator_class"])
    families = {parent.__name__: parent for parent in cls.__mro__}
    sections = {section: dict(traits) for section, traits in c.items() if section.endswith("Authenticator")}
    for section, traits in sections.items():
        assert section in families, f"{section} is no class of {cls}"
        assert traits.keys() <= families[section].class_traits(config=True).keys()
    authenticator = cls.__new__(cls, config=Config(sections))
    Configurable.__init__(authenticator, config=Config(sections))
    kind = KINDS.get(name.split(",")[0]) if name not in OTHERS else None
    for option, (trait, of) in options_of(kind).items() if kind else ():
        found, given = as_given(getattr(authenticator, trait.name)), READ_BACK.get(trait.name, sample(trait, of))
        # Rules bring the scopes that they need.
        assert found[: len(given)] == given if option == "scope" else found == given, option


@pytest.mark.parametrize("name", [name for name in NAMES if "reference" not in name])
def test_a_hub_starts_with_every_option(tmp_path, start, name):  # noqa: F811
    folder = tmp_path / "jupyterhub"
    hub_container = lay_out(folder, name)
    (folder / "jupyterhub_config.d").mkdir()
    # After all that the library does: what the hub's own process has made of the configuration.
    (folder / "jupyterhub_config.d" / "dump.py").write_text(
        "import json\njson.dump({s: dict(c[s]) for s in c}, open('config.json', 'w'), default=str)\n"
    )
    hub = start(folder, hub_container.environment(), hub_arguments(hub_container, folder))
    assert hub.wait_until_healthy() == 200
    # JupyterHub would rather have the password of a hub for trying out in another authenticator.
    log = re.sub(r".*DummyAuthenticator\.password is deprecated.*", "", hub.log)
    assert not re.search("Traceback|not recognized|deprecated in|No allow config", log), hub.log
    assert_traits(json.loads((folder / "config.json").read_text()), name)


@pytest.mark.parametrize("name", [name for name in NAMES if "reference" in name])
def test_secrets_of_the_cluster_reach_the_authenticator(pod, name):
    hub_container = lay_out(pod.base, name)
    for variable, value in hub_container.environment().items():
        pod.monkeypatch.setenv(variable, value)
    assert_traits(pod.load(), name)


@pytest.mark.parametrize("factory", KINDS)
def test_what_is_written_about_an_option_is_true(factory):
    kind, documented = KINDS[factory], TABLE["documented"][factory]
    assert documented.keys() - {"allow", "traits", "config", "insecure", *kind.get("without", [])} == options_of(kind).keys()
    families = {parent.__name__ for parent in class_of(kind["authenticatorClass"]).__mro__}
    for option, (trait, _) in options_of(kind).items():
        said = documented[option]
        section, name = re.search(r"`(\w+)\.(\w+)`\)", said["text"]).groups()
        assert section in families and name == trait.name, option
        by_default = said.get("byDefault", "- it must be given").split(";")[0]
        if by_default.startswith("- "):
            continue
        written = json.loads(by_default) if re.match(r"[\[{\d]|true|false", by_default) else by_default
        cls = class_of(kind["authenticatorClass"])
        found = as_given(getattr(cls.__new__(cls), trait.name))
        assert found == written or not (found or written), option


def test_every_factory_is_in_the_table():
    factories = {name for name in TABLE["documented"] if not name.startswith("_")}
    assert factories == {*KINDS, "custom"}
