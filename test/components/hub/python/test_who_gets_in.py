"""Each factory with each rule, and each two of them: who must get in gets in at the real class, and nobody else does."""

import functools
import itertools
import json
from types import SimpleNamespace

import providers
import pytest
import yaml
from entrance import Entrance
from manifests import ROOT, find, render_files
from test_authenticators import KINDS, TABLE, typescript

RULES = [rule for rule in TABLE["rules"] if rule not in ("nobody", "byTraits", "anyOf")]
COMMON = ("all", "users", "existingUsers")
URL = "https://hub.example.org/hub/oauth_callback"
IDP, OTHER_IDP = "https://idp.example.org", "https://other.example.org"
STAFF, OTHERS = "cn=staff,dc=example,dc=org", "cn=others,dc=example,dc=org"
LITERAL = {"literal": "a-password-of-all"}


def place(provider, props=None, *, stranger=None, admin=None, users=("bob", {"name": "bob"}), existing=None, **members):
    """
    A factory: the stand-in of its provider, the options that it needs, and its visitors.

    :param members: for each rule of its own, the arguments and a visitor whom it lets in
    """
    return SimpleNamespace(
        provider=provider,
        props=props or {},
        stranger=stranger or {"name": "eve"},
        admin=admin or {"name": "root"},
        existing=existing or {"name": "grace"},
        members={"users": ([users[0]], users[1]), **members},
    )


def groups(name, **more):
    return [name], {"name": "ada", "groups": [name], **more}


OAUTH = {"clientId": "an-id", "clientSecret": {"literal": "s3cret"}, "callbackUrl": URL}
GENERIC = {**OAUTH, "authorizeUrl": "https://id.example.org/a", "tokenUrl": "https://id.example.org/t"}
LTI13 = {
    "issuer": "https://lms.example.org",
    "authorizeUrl": "https://lms.example.org/a",
    "jwksEndpoint": "https://lms.example.org/k",
    "clientId": ["id"],
}


def idp(**more):
    return {"username_derivation": {"username_claim": "email"}, **more}


def of_idp(name, entity=OTHER_IDP, **more):
    return {"name": name, "email": name, "idp": entity, **more}


PLACES = {
    "dummy": place(providers.LoginForm, {"password": LITERAL}),
    "sharedPassword": place(providers.SharedPassword, {"userPassword": LITERAL, "adminPassword": {"literal": "a" * 32}}),
    "native": place(providers.Native),
    "firstUse": place(providers.FirstUse),
    "tmp": place(providers.Visits),
    "noAuthenticator": place(providers.LoginForm),
    "gitHub": place(
        providers.GitHub,
        OAUTH,
        stranger={"name": "eve", "organizations": ["other-org", "my-org:other"], "public": ["other-org"]},
        organizations=(["my-org", "partner-org:notebooks"], {"name": "ada", "organizations": ["my-org"]}),
    ),
    "gitLab": place(
        providers.GitLab,
        {**OAUTH, "scope": ["read_user"]},
        stranger={"name": "eve", "groups": ["others"], "projects": {7: 20, 8: 40}},
        groups=groups("lab"),
        projects=([7], {"name": "ida", "projects": {7: 30}}),
    ),
    "google": place(
        providers.Google,
        {
            **OAUTH,
            "gsuiteAdministrator": {"example.org": "admin"},
            "googleServiceAccountKeys": {"example.org": "/a.json"},
        },
        stranger={"name": "eve@example.com"},
        admin={"name": "root@example.org"},
        users=("bob@example.org", {"name": "bob@example.org"}),
        existing={"name": "grace@example.org"},
        groups=(["staff@example.org"], {"name": "ada@example.org", "groups": ["staff@example.org"]}),
        domains=(["example.org"], {"name": "ida@example.org"}),
    ),
    "azureAd": place(providers.AzureAd, OAUTH, groups=groups("staff")),
    "ciLogon": place(
        providers.CILogon,
        {**OAUTH, "authStateGroupsKey": "cilogon_user.isMemberOf"},
        stranger=of_idp("eve@example.com"),
        admin=of_idp("root@example.org"),
        users=("bob@example.org", of_idp("bob@example.org")),
        existing=of_idp("grace@example.org"),
        groups=(["staff"], of_idp("ada@example.org", groups=["staff"])),
        identityProviders=(
            [{IDP: idp(allow_all=True), OTHER_IDP: idp(allowed_domains=["example.net"])}],
            of_idp("ida@example.net"),
        ),
    ),
    "auth0": place(
        providers.Auth0,
        {**OAUTH, "auth0Domain": "x.auth0.com", "authStateGroupsKey": "auth0_user.groups"},
        groups=groups("staff"),
    ),
    "globus": place(
        providers.Globus,
        {**OAUTH, "scope": ["openid", "profile"]},
        stranger={"name": "eve", "groups": ["another"]},
        groups=groups("0a1b"),
    ),
    "bitbucket": place(providers.Bitbucket, OAUTH, teams=(["my-team"], {"name": "ada", "teams": ["my-team"]})),
    "genericOAuth": place(
        providers.GenericOAuth,
        {**GENERIC, "userdataUrl": "https://id.example.org/u", "scope": ["openid"]},
        groups=groups("staff"),
        scopes=(["hub", "lab"], {"name": "ida", "scopes": ["hub", "lab"]}),
        stranger={"name": "eve", "groups": ["others"], "scopes": ["hub"]},
    ),
    "ldap": place(
        providers.Ldap,
        {"serverAddress": "ldap.example.org", "bindDnTemplate": ["uid={username},ou=people,dc=example,dc=org"]},
        stranger={"name": "eve", "groups": [OTHERS]},
        groups=groups(STAFF),
    ),
    "lti11": place(providers.Lti11, {"consumers": {"key": {"literal": "s3cret"}}}),
    "lti13": place(providers.Lti13, LTI13),
    "hmac": place(providers.Hmac, {"secretKey": {"literal": "ab" * 32}}),
}
COMBINATIONS = [(), *((rule,) for rule in RULES), *itertools.combinations(RULES, 2)]
NO_ADMINS = ("tmp",)


def is_local(factory):
    return not KINDS[factory].get("admitsAdmins")


def refusal(factory, rules):
    """What the error says where the rules cannot be said; None where they can."""
    known = {*COMMON, *KINDS[factory]["allow"]}
    if unknown := [rule for rule in rules if rule not in known]:
        return f"{factory} knows no Allow.{unknown[0]}"
    if factory == "tmp" and "all" not in rules:
        return "allow must be Allow.all()"
    if factory == "noAuthenticator" and rules:
        return "allow must be Allow.nobody()"
    if factory == "ciLogon" and "identityProviders" not in rules:
        return "allow needs Allow.identityProviders"
    if factory == "google" and "domains" in rules and len(rules) > 1:
        return "Allow.domains goes with no other rule"
    if factory == "google" and {"all", "groups"} <= {*rules}:
        return "Allow.all goes with no groups"
    return None


def arguments(factory, rule):
    members = PLACES[factory].members
    return members[rule][0] if rule in members else []


def name_of(factory, rules):
    return f"{factory}: {', '.join(rules) or 'nobody'}"


@functools.cache
def traits():
    def call(factory, rules):
        admin = PLACES[factory].admin["name"]
        # Google's users are called by their addresses, but for those of the one domain that is let in.
        named = admin.split("@")[0] if "domains" in rules else admin
        admins = {} if factory in NO_ADMINS else {"admins": [named]}
        # What the rule does not know needs arguments, too, that it takes.
        allow = [[rule, arguments(factory, rule) or arguments(KNOWING.get(rule, factory), rule)] for rule in rules]
        return {"factory": factory, "args": [], "props": {**PLACES[factory].props, **admins}, "allow": allow}

    calls = {name_of(factory, rules): call(factory, rules) for factory in PLACES for rules in COMBINATIONS}
    return typescript("traits", json.dumps(calls))


KNOWING = {rule: factory for factory, at in PLACES.items() for rule in at.members}


@pytest.fixture
def open_entrance(tmp_path, monkeypatch):
    """Opens the hub that traits describe; its authenticator asks the stand-in of its provider."""
    entrances = []

    def refresh(self, request):
        self.token = "of the service account"

    def open_one(provider, made):
        sections = json.loads(json.dumps(made["config"]))
        if provider is providers.FirstUse:
            sections.setdefault("FirstUseAuthenticator", {})["dbm_path"] = str(tmp_path / "passwords.dbm")
        if provider is providers.Google:
            monkeypatch.setattr("google.oauth2.service_account.Credentials.refresh", refresh)
            key_file = providers.service_account(tmp_path)
            keys = sections["GoogleOAuthenticator"].get("google_service_account_keys", {})
            keys.update({domain: key_file for domain in keys})
        entrance = Entrance(made["class"], sections)
        entrances.append(entrance)
        if provider is providers.Ldap:
            return entrance, provider(entrance.authenticator, monkeypatch)
        return entrance, provider(entrance.authenticator)

    yield open_one
    for entrance in entrances:
        entrance.close()


SAYABLE = [(factory, rules) for factory in PLACES for rules in COMBINATIONS if refusal(factory, rules) is None]
REFUSED = [(factory, rules) for factory in PLACES for rules in COMBINATIONS if refusal(factory, rules)]


def test_every_factory_has_visitors_and_every_rule_somebody_who_knows_it():
    assert PLACES.keys() == KINDS.keys()
    known = {rule for factory, rules in SAYABLE for rule in rules}
    assert known == {*RULES}
    for factory, at in PLACES.items():
        assert {*KINDS[factory]["allow"]} | {"users"} == at.members.keys(), factory


@pytest.mark.parametrize("factory, rules", REFUSED, ids=lambda value: value if isinstance(value, str) else "-".join(value))
def test_what_cannot_be_said_is_refused(factory, rules):
    assert refusal(factory, rules) in traits()[name_of(factory, rules)].get("refused", "it was taken")


@pytest.mark.parametrize("factory, rules", SAYABLE, ids=lambda value: value if isinstance(value, str) else "-".join(value) or "nobody")
def test_the_rules_let_in_whom_they_name(open_entrance, factory, rules):
    at, made = PLACES[factory], traits()[name_of(factory, rules)]
    assert "refused" not in made, made
    entrance, provider = open_entrance(at.provider, made)
    entrance.add_user(at.existing["name"])

    def enters(visitor):
        return provider.enter(entrance, visitor)

    if factory == "noAuthenticator":
        assert enters(at.stranger) is enters(at.admin) is None
        return
    if factory == "tmp":
        assert not enters(at.stranger)["admin"]
        return

    for rule in rules:
        visitor = at.existing if rule in ("all", "existingUsers") else at.members[rule][1]
        assert enters(visitor), f"{rule}: {visitor} stays outside: {getattr(entrance, 'error', None)!r}"
        assert not enters(visitor)["admin"]
    assert enters(at.admin)["admin"], getattr(entrance, "error", None)
    assert bool(enters(at.stranger)) == ("all" in rules)

    open_to_all = "all" in rules or "domains" in rules
    for rule, (_, visitor) in at.members.items():
        if rule not in rules and not open_to_all:
            assert enters(visitor) is None, f"{rule}: {visitor} gets in"
    # Only classes that are not OAuth's let users in that an admin adds where users are named.
    if not open_to_all and "existingUsers" not in rules:
        assert bool(enters(at.existing)) == ("users" in rules and is_local(factory))


@pytest.mark.parametrize("factory, rules", SAYABLE, ids=lambda value: value if isinstance(value, str) else "-".join(value) or "nobody")
def test_what_is_told_of_who_gets_in_is_what_the_class_does(open_entrance, factory, rules):
    """The words are of the same traits as the class: whether a stranger enters, somebody by a rule, an admin."""
    at, made = PLACES[factory], traits()[name_of(factory, rules)]
    who = made["who"]
    entrance, provider = open_entrance(at.provider, made)
    entrance.add_user(at.existing["name"])
    # A stranger whom no limit keeps out, where there is one.
    stranger = at.members["domains"][1] if "domains" in rules else at.stranger
    assert who["everybody"] == bool(provider.enter(entrance, stranger))
    named = [visitor for rule, (_, visitor) in at.members.items() if rule in rules] + [at.existing]
    assert bool(who["rules"]) == (who["everybody"] or any(provider.enter(entrance, visitor) for visitor in named))
    if factory not in ("tmp", "noAuthenticator"):
        assert who["admins"] == made["config"]["Authenticator"]["admin_users"] and provider.enter(entrance, at.admin)["admin"]


WITH_PASSWORD = [name for name, at in PLACES.items() if issubclass(at.provider, providers.LoginForm) and name != "noAuthenticator"]


@pytest.mark.parametrize("factory", WITH_PASSWORD)
def test_nobody_gets_in_with_a_wrong_password(open_entrance, factory):
    entrance, provider = open_entrance(PLACES[factory].provider, traits()[name_of(factory, ("all",))])
    assert provider.enter(entrance, {"name": "bob"})
    assert provider.enter(entrance, {"name": "bob", "password": "a wrong one"}) is None


def test_whoever_has_the_password_of_users_is_no_admin(open_entrance):
    entrance, provider = open_entrance(providers.SharedPassword, traits()[name_of("sharedPassword", ("all",))])
    assert provider.enter(entrance, {"name": "root", "password": LITERAL["literal"]}) is None
    assert provider.enter(entrance, {"name": "root"})["admin"]
    assert provider.enter(entrance, {"name": "bob", "password": "a" * 32}) is None


def test_whoever_signs_up_waits_until_an_admin_authorizes(open_entrance):
    entrance, provider = open_entrance(providers.Native, traits()[name_of("native", ("all",))])
    assert provider.enter(entrance, {"name": "eve", "waits": True}) is None
    assert provider.enter(entrance, {"name": "bob"})


def test_a_launch_with_a_wrong_secret_is_refused(open_entrance):
    entrance, provider = open_entrance(providers.Lti11, traits()[name_of("lti11", ("all",))])
    assert provider.enter(entrance, {"name": "bob", "secret": "another"}) is None
    assert provider.enter(entrance, {"name": "bob"})


GROUPS_OF_ADMINS = {
    "google": (["it@example.org"], {"name": "ida@example.org", "groups": ["it@example.org"]}),
    "azureAd": (["it"], {"name": "ida", "groups": ["it"]}),
    "ciLogon": (["it"], of_idp("ida@example.org", groups=["it"])),
    "auth0": (["it"], {"name": "ida", "groups": ["it"]}),
    "globus": (["it"], {"name": "ida", "groups": ["it"]}),
    "genericOAuth": (["it"], {"name": "ida", "groups": ["it"]}),
}


def test_groups_of_admins_are_an_option_of_whoever_knows_them():
    assert {factory for factory, kind in KINDS.items() if "adminGroups" in kind["options"]} == GROUPS_OF_ADMINS.keys()


@pytest.mark.parametrize("factory", GROUPS_OF_ADMINS)
def test_members_of_a_group_of_admins_get_in_as_admins(open_entrance, factory):
    at, (names, visitor) = PLACES[factory], GROUPS_OF_ADMINS[factory]
    rules = [["users", arguments(factory, "users")]]
    rules += [["identityProviders", arguments(factory, "identityProviders")]] if factory == "ciLogon" else []
    call = {"factory": factory, "args": [], "props": {**at.props, "adminGroups": names}, "allow": rules}
    entrance, provider = open_entrance(at.provider, typescript("traits", json.dumps({"it": call}))["it"])
    assert provider.enter(entrance, visitor)["admin"], entrance.error
    assert provider.enter(entrance, at.stranger) is None
    assert not provider.enter(entrance, at.members["users"][1])["admin"]


def test_members_of_nested_groups_of_google_get_in_where_they_are_included(open_entrance):
    visitor = {"name": "ada@example.org", "groups": ["team@example.org"], "nested": {"team@example.org": ["staff@example.org"]}}
    for nested in (True, False):
        props = {**PLACES["google"].props, "includeNestedGroups": nested}
        call = {"factory": "google", "args": [], "props": props, "allow": [["groups", ["staff@example.org"]]]}
        entrance, provider = open_entrance(providers.Google, typescript("traits", json.dumps({"it": call}))["it"])
        assert bool(provider.enter(entrance, visitor)) == nested


ADA = {"name": "ada"}
EXAMPLES = {
    "README.md: In TypeScript": ("gitHub", [{"name": "bob", "organizations": ["my-org"]}, ADA], [{"name": "eve", "organizations": ["x"]}]),
    "docs/tutorial.md: Let real users in": (
        "gitHub",
        [{"name": "bob", "organizations": ["my-org"]}, ADA],
        [{"name": "eve", "organizations": ["x"]}],
    ),
    "docs/authenticators.md: GitHub": (
        "gitHub",
        [{"name": "bob", "organizations": ["my-org"]}, {"name": "ida", "organizations": ["partner-org:notebooks"]}, ADA],
        [{"name": "eve", "organizations": ["partner-org", "partner-org:others"]}],
    ),
    "docs/authenticators.md: OpenID Connect: Keycloak, Okta, any other provider": (
        "genericOAuth",
        [{"name": "bob", "groups": ["notebooks"]}, {"name": "ida", "groups": ["platform"]}],
        [{"name": "eve", "groups": ["others"]}],
    ),
    "docs/authenticators.md: LDAP": ("ldap", [{"name": "bob"}, ADA], [{"name": "eve", "password": "wrong"}]),
    "docs/authenticators.md: A course: LTI from Moodle, Canvas and the like": ("lti13", [{"name": "bob"}], []),
    "docs/authenticators.md: Users who sign up": ("native", [{"name": "bob"}, ADA], [{"name": "eve", "waits": True}]),
    "docs/authenticators.md: Google Workspace": (
        "google",
        [{"name": "bob@example.org"}],
        [{"name": "eve@example.com"}, {"name": "eve@gmail.com"}],
    ),
    "docs/authenticators.md: Google Workspace, 2": (
        "google",
        [
            {"name": "bob@example.org", "groups": ["notebooks@example.org"]},
            {"name": "ida@example.org", "groups": ["platform@example.org"]},
        ],
        [{"name": "eve@example.org", "groups": ["others@example.org"]}, {"name": "eve@gmail.com"}],
    ),
    "docs/authenticators.md: Several rules": (
        "gitLab",
        [{"name": "bob", "groups": ["vision-lab"]}, {"name": "guest"}],
        [{"name": "eve", "groups": ["others"]}],
    ),
    "docs/authenticators.md: A class of your own": None,  # there is none
    "docs/how-to.md: Say what differs between environments": ("native", [ADA], [{"name": "eve", "waits": True}]),
    "docs/own-app.md: what SecretValue.fromFile reads": (
        "gitHub",
        [{"name": "bob", "organizations": ["my-org"]}],
        [{"name": "eve", "organizations": ["x"]}],
    ),
    "docs/own-app.md: Python of your own: authenticators, spawners, hooks": None,  # a page that is followed as a whole
    "docs/tutorial.md: Name an admin": ("sharedPassword", [{"name": "bob"}], [{"name": "bob", "password": "a" * 32}]),
}


@functools.cache
def documented():
    return typescript("documented")


def test_every_example_has_visitors():
    """Programs of the pages that set up a password for trying out, or none, say nothing of who may enter."""
    shown = {name for name, made in documented().items() if made.get("class") not in ("dummy", "tmp", "null")}
    assert shown == EXAMPLES.keys()


@pytest.mark.parametrize("name", [name for name, visitors in EXAMPLES.items() if visitors])
def test_examples_let_in_whom_they_mean(open_entrance, name):
    factory, inside, outside = EXAMPLES[name]
    made = documented()[name]
    assert made["class"] == KINDS[factory]["authenticatorClass"], made
    entrance, provider = open_entrance(PLACES[factory].provider, made)
    for visitor in inside:
        assert provider.enter(entrance, visitor), f"{visitor} stays outside: {getattr(entrance, 'error', None)!r}"
    for visitor in outside:
        assert provider.enter(entrance, visitor) is None, f"{visitor} gets in"


PROGRAMS = {
    "github-oauth": EXAMPLES["docs/authenticators.md: GitHub"],
    "gpu-profiles": ("gitLab", [{"name": "bob", "groups": ["vision-lab"]}], [{"name": "eve", "groups": ["others"]}]),
    "multi-hub": ("genericOAuth", [{"name": "bob", "groups": ["staff"]}], [{"name": "eve", "groups": ["others"]}]),
    "postgres": EXAMPLES["docs/authenticators.md: Users who sign up"],
    "restricted": EXAMPLES["docs/authenticators.md: OpenID Connect: Keycloak, Okta, any other provider"],
}


def hubs_of(example):
    """The configurations of an example's hubs: of its values, which its program gives the same bytes as."""
    folder = ROOT / "examples" / example
    overlays = [file for file in folder.glob("*.yaml") if file.stem not in ("config", "cdk8s", "snapshot")]
    for files in [[folder / "config.yaml", overlay] for overlay in overlays] or [[folder / "config.yaml"]]:
        docs = render_files(files)
        yield yaml.safe_load(find(docs, "ConfigMap", "hub")["data"]["config.yaml"])


def test_every_example_program_has_visitors():
    assert {folder.name for folder in (ROOT / "examples").iterdir() if folder.is_dir()} == PROGRAMS.keys()


@pytest.mark.parametrize("example", PROGRAMS)
def test_example_programs_let_in_whom_they_mean(open_entrance, example):
    factory, inside, outside = PROGRAMS[example]
    for config in hubs_of(example):
        sections = {name: own for name, own in config.items() if name.endswith("Authenticator")}
        made = {"class": config["JupyterHub"]["authenticator_class"], "config": sections}
        entrance, provider = open_entrance(PLACES[factory].provider, made)
        assert all(provider.enter(entrance, visitor) for visitor in inside)
        assert not any(provider.enter(entrance, visitor) for visitor in outside)
