"""Stand-ins for the services that authenticators ask: each answers as its API does, by what the token that it gave is good for.

A visitor is a map: `name`, and what else the service knows of him."""

import hashlib
import hmac
import io
import json
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlparse

import jwt
import ldap3
from entrance import Handler
from ldap3.core.exceptions import LDAPBindError
from oauthlib.oauth1 import Client
from tornado.httpclient import HTTPClientError, HTTPResponse


class Provider:
    """An OAuth provider. One that knows no scopes of its own gives those that are asked for."""

    default_scopes = ()

    def __init__(self, authenticator):
        self.authenticator = authenticator
        authenticator.http_client = self

    def login(self, visitor):
        """The visitor agrees to what the hub asks for, and comes back with a code."""
        self.visitor = visitor
        self.scopes = set(self.authenticator.scope) or set(self.default_scopes)
        return Handler({"code": "code", "state": "state"})

    def enter(self, entrance, visitor):
        return entrance.visit(self.login(visitor))

    async def fetch(self, request, raise_error=True, **_):
        url = urlparse(request.url)
        if request.method == "POST":
            body = parse_qs(request.body.decode())
            assert body["code"] == ["code"] and body["code_verifier"] == ["v"], body
            status, answer = 200, self.token()
        else:
            authorization = request.headers["Authorization"]
            status, answer = self.get(url.path, parse_qs(url.query), authorization.partition(" ")[2])
        body = b"" if answer is None else json.dumps(answer).encode()
        response = HTTPResponse(request, status, buffer=io.BytesIO(body))
        if status >= 400 and raise_error:
            raise HTTPClientError(status, response=response)
        return response

    def token(self):
        return {"access_token": "token", "token_type": "bearer", "scope": " ".join(sorted(self.scopes))}

    def get(self, path, query, token):
        assert token == "token"
        return 200, self.userdata()

    def userdata(self):
        return {"username": self.visitor["name"], **self.visitor.get("claims", {})}


class GitHub(Provider):
    def token(self):
        return {**super().token(), "scope": ",".join(sorted(self.scopes))}

    def get(self, path, query, token):
        visitor, parts = self.visitor, path.strip("/").split("/")
        may_read = bool(self.scopes & {"read:org", "write:org", "admin:org"})
        if parts == ["user"]:
            return 200, {"login": visitor["name"], "email": None, "id": 1}
        if parts[0] == "orgs" and parts[2] == "members":
            is_public = parts[1] in visitor.get("public", ())
            return (204 if is_public or (may_read and parts[1] in visitor.get("organizations", ())) else 404), None
        if parts[0] == "orgs" and parts[2] == "teams":
            return (204 if may_read and f"{parts[1]}:{parts[3]}" in visitor.get("organizations", ()) else 404), None
        if parts == ["user", "teams"]:
            return (200, []) if may_read else (403, None)
        raise AssertionError(path)


class GitLab(Provider):
    default_scopes = ("api",)

    def get(self, path, query, token):
        visitor = self.visitor
        may_read = bool(self.scopes & {"api", "read_api"})
        path = path.removeprefix("/api/v4")
        if path == "/user":
            return 200, {"username": visitor["name"], "id": 7}
        if not may_read:
            return 403, {"error": "insufficient_scope"}
        if path == "/version":
            return 200, {"version": "17.5.1-ee"}
        kind, of, _, _, user = path.strip("/").split("/")
        assert user == "7"
        if kind == "groups":
            is_member = unquote(of) in visitor.get("groups", ())
            return (200, {"access_level": 10}) if is_member else (404, {"message": "404 Not found"})
        level = visitor.get("projects", {}).get(int(of))
        return (200, {"access_level": level}) if level else (404, {"message": "404 Not found"})


class Google(Provider):
    def get(self, path, query, token):
        visitor = self.visitor
        if path == "/admin/directory/v1/groups":
            assert token == "of the service account"
            (member,) = query["userKey"]
            groups = visitor.get("groups", ()) if member == visitor["name"] else visitor.get("nested", {}).get(member, ())
            return 200, {"groups": [{"email": group} for group in groups]}
        assert token == "token" and {"openid", "email"} <= self.scopes
        domain = visitor["name"].split("@")[1]
        hd = {} if domain == "gmail.com" else {"hd": domain}
        return 200, {"email": visitor["name"], "verified_email": True, "id": "1", **hd}


class Globus(Provider):
    GROUPS = "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships"

    def token(self):
        groups = {"access_token": "of groups", "resource_server": "groups.api.globus.org"}
        others = [groups] if self.GROUPS in self.scopes else []
        return {**super().token(), "resource_server": "auth.globus.org", "other_tokens": others}

    def get(self, path, query, token):
        if path.endswith("/my_groups"):
            assert token == "of groups"
            return 200, [{"id": group} for group in self.visitor.get("groups", ())]
        return 200, {"preferred_username": f"{self.visitor['name']}@{self.visitor.get('domain', 'globusid.org')}"}


class Bitbucket(Provider):
    def get(self, path, query, token):
        if path == "/2.0/workspaces":
            return 200, {"values": [{"name": team} for team in self.visitor.get("teams", ())]}
        return 200, {"username": self.visitor["name"]}


class AzureAd(Provider):
    def token(self):
        claims = {"aud": self.authenticator.client_id, "name": self.visitor["name"], "groups": self.visitor.get("groups", [])}
        return {**super().token(), "id_token": jwt.encode(claims, "k" * 32, algorithm="HS256")}


class CILogon(Provider):
    def userdata(self):
        assert {"openid", "org.cilogon.userinfo"} <= self.scopes
        visitor = self.visitor
        return {"idp": visitor["idp"], "email": visitor["email"], "isMemberOf": visitor.get("groups", [])}


class Auth0(Provider):
    def get(self, path, query, token):
        if "openid" not in self.scopes:
            return 401, {"error": "unauthorized"}
        mail = {"email": self.visitor["name"], "email_verified": True} if "email" in self.scopes else {}
        return 200, {"sub": "auth0|1", "groups": self.visitor.get("groups", []), **mail}


class GenericOAuth(Provider):
    """Gives the scopes that the visitor has a right to."""

    def login(self, visitor):
        handler = super().login(visitor)
        self.scopes &= {"openid", "profile", "groups", *visitor.get("scopes", ())}
        return handler

    def claims(self):
        return {self.authenticator.username_claim: self.visitor["name"], "groups": self.visitor.get("groups", [])}

    def userdata(self):
        return self.claims()

    def token(self):
        claims = {**self.claims(), "aud": self.authenticator.client_id}
        return {**super().token(), "id_token": jwt.encode(claims, "k" * 32, algorithm="HS256")}


class LoginForm:
    """Name and password. Each class has its own way to come by an account; whoever knows it gets in by that."""

    def __init__(self, authenticator):
        self.authenticator = authenticator

    def password(self, visitor):
        return visitor.get("password", "a-password-of-all")

    def enter(self, entrance, visitor):
        return entrance.visit(Handler(), {"username": visitor["name"], "password": self.password(visitor)})


class SharedPassword(LoginForm):
    def password(self, visitor):
        known = self.authenticator.admin_password if visitor["name"] in self.authenticator.admin_users else None
        return visitor.get("password", known or self.authenticator.user_password or "nobody knows it")


class Native(LoginForm):
    """The visitor has signed up. Whom JupyterHub does not let in at once, an admin lets in, unless he is to wait."""

    def enter(self, entrance, visitor):
        if not self.authenticator.user_exists(visitor["name"]):
            info = self.authenticator.create_user(visitor["name"], self.password(visitor))
            if not info.is_authorized and not visitor.get("waits"):
                type(info).change_authorization(self.authenticator.db, info.username)
        return super().enter(entrance, visitor)


class FirstUse(LoginForm):
    pass


class Hmac(LoginForm):
    def password(self, visitor):
        return visitor.get("password") or hmac.new(self.authenticator.secret_key, visitor["name"].encode(), hashlib.sha512).hexdigest()


class Ldap(LoginForm):
    """A directory in memory that ldap3 itself binds to and searches."""

    def __init__(self, authenticator, monkeypatch):
        super().__init__(authenticator)
        real = ldap3.Connection

        def connect(server, user=None, password=None, auto_bind=None):
            connection = real(server, user=user, password=password, client_strategy=ldap3.MOCK_SYNC)
            name = self.visitor["name"]
            dn = f"uid={name},ou=people,dc=example,dc=org"
            person = {"objectClass": "person", "uid": name, "sn": name, "userPassword": "right"}
            connection.strategy.add_entry(dn, person)
            for group in ("cn=staff,dc=example,dc=org", "cn=others,dc=example,dc=org"):
                members = [dn] if group in self.visitor.get("groups", ()) else ["cn=nobody"]
                connection.strategy.add_entry(group, {"objectClass": "groupOfNames", "member": members})
            if not connection.bind():
                raise LDAPBindError("invalid credentials")
            return connection

        monkeypatch.setattr("ldapauthenticator.ldapauthenticator.ldap3.Connection", connect)

    def password(self, visitor):
        return visitor.get("password", "right")

    def enter(self, entrance, visitor):
        self.visitor = visitor
        return super().enter(entrance, visitor)


class Lti11:
    """A learning management system that signs its launch requests with the secret of its key."""

    URL = "https://hub.example.org/hub/lti/launch"

    def __init__(self, authenticator):
        ((self.key, self.secret),) = authenticator.consumers.items()

    def enter(self, entrance, visitor):
        arguments = {
            "lti_message_type": "basic-lti-launch-request",
            "lti_version": "LTI-1p0",
            "resource_link_id": "a course",
            "user_id": visitor["name"],
            "custom_canvas_user_id": visitor["name"],
        }
        client = Client(self.key, client_secret=visitor.get("secret", self.secret), signature_type="BODY")
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        _, _, body = client.sign(self.URL, http_method="POST", body=arguments, headers=headers)
        signed = {name: [value.encode() for value in values] for name, values in parse_qs(body).items()}
        request = SimpleNamespace(
            protocol="https", host="hub.example.org", uri="/hub/lti/launch", headers={}, arguments=signed
        )
        return entrance.visit(Handler(request=request))


class Lti13:
    """A learning management system whose token the handler has verified."""

    def __init__(self, authenticator):
        self.authenticator = authenticator

    def enter(self, entrance, visitor):
        return entrance.visit(Handler(), {"sub": "1", self.authenticator.username_key: visitor["name"]})


class Visits:
    """Nobody says who he is."""

    def __init__(self, authenticator):
        pass

    def enter(self, entrance, visitor):
        return entrance.visit(Handler(), None)


def service_account(folder):
    """A file with the key of a service account, as Google gives it."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    file = folder / "service-account.json"
    file.write_text(
        json.dumps(
            {
                "type": "service_account",
                "client_email": "hub@project.iam.gserviceaccount.com",
                "token_uri": "https://oauth2.googleapis.com/token",
                "private_key": pem,
            }
        )
    )
    return str(file)
