"""The entrance of a hub: JupyterHub's own application with a database of its own, and an authenticator to which visitors come."""

import asyncio
import base64
import json
from types import SimpleNamespace

from jupyterhub import orm
from jupyterhub.app import JupyterHub
from jupyterhub.utils import maybe_future
from traitlets.config import Config


class Handler:
    """What authenticators ask of the request that brings a visitor."""

    custom_login_error = ""

    def __init__(self, arguments=None, request=None):
        self.arguments = arguments or {}
        self.hub = SimpleNamespace(server=SimpleNamespace(base_url="/hub/"))
        self.request = request or SimpleNamespace(protocol="https", host="hub.example.org")

    def get_argument(self, name, default=None):
        return self.arguments.get(name, default)

    def get_state_cookie(self):
        state = {"state_id": "s", "code_verifier": "v"}
        return base64.urlsafe_b64encode(json.dumps(state).encode()).decode()


class Entrance:
    def __init__(self, authenticator_class, sections):
        config = Config({**sections, "JupyterHub": {"authenticator_class": authenticator_class, "db_url": "sqlite://"}})
        self.app = JupyterHub(config=config)
        self.app.init_db()
        self._run(self._start())
        self.authenticator = self.app.authenticator

    async def _start(self):
        await self.app.init_role_creation()
        await self.app.init_users()

    def _run(self, awaitable):
        return asyncio.run(awaitable)

    def close(self):
        self.app.db.close()

    def add_user(self, name):
        """As an admin does on the hub's page."""

        async def add():
            user = orm.User(name=name)
            self.app.db.add(user)
            self.app.db.commit()
            await maybe_future(self.authenticator.add_user(user))

        self._run(add())

    def visit(self, handler, data=None):
        """What JupyterHub makes of a visitor: the name and whether an admin; None where he does not get in, or meets an error."""
        try:
            user = self._run(self.authenticator.get_authenticated_user(handler, data))
        except AssertionError:
            raise
        except Exception as error:
            self.error = error
            return None
        if user is None:
            return None
        known = orm.User.find(self.app.db, user["name"])
        admin = user["admin"] if user["admin"] is not None else bool(known and known.admin)
        return {"name": user["name"], "admin": admin}
