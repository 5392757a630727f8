"""The twin of app.ts: both give the same bytes."""

from cdk8s import App, Duration, Size
from cdk8s_plus_28 import k8s
from cdk8s_jupyterhub import (
    Allow,
    Authenticator,
    DatabaseType,
    Exposure,
    JupyterHub,
    PodSecurity,
    Profile,
    SecretValue,
    Storage,
    Tls,
)

R = {"display_name": "R", "image": "quay.io/jupyter/r-notebook:2026-01-05"}

app = App()

jupyterhub = JupyterHub(
    app,
    "jhub",
    namespace="jhub",
    authenticator=Authenticator.github(
        client_id="Iv1.abc",
        client_secret=SecretValue.from_secret("github-oauth", "client-secret"),
        callback_url="https://hub.example.org/hub/oauth_callback",
        allow=Allow.organizations("my-org"),
        admins=["ada"],
    ),
    hub={"cookie_secret": SecretValue.literal("0123456789abcdef"), "extra_env": {"TZ": "Europe/Berlin"}},
    proxy={"exposure": Exposure.ingress(host="hub.example.org", tls_secret="hub-tls")},
    spawner={
        "image": "quay.io/jupyter/scipy-notebook:2026-01-05",
        "cpu": {"guarantee": 0.5, "limit": 2},
        "memory": {"guarantee": "1G", "limit": "4G"},
        "storage": Storage.dynamic(capacity="10Gi"),
        "profiles": [
            Profile.of(
                "Large",
                cpu={"limit": 8},
                memory={"limit": "32G"},
                node_selector={"size": "large"},
                extra_tolerations=[{"key": "large", "operator": "Exists"}],
                options={"image": {"display_name": "Image", "choices": {"r": R}}},
            ),
        ],
    },
)
jupyterhub.hub.add_service("reporting", scopes=["read:users"])
jupyterhub.hub.add_role("teachers", scopes=["list:users"], groups=["teachers"])
jupyterhub.spawner.add_volume(
    k8s.Volume(
        name="shared",
        persistent_volume_claim=k8s.PersistentVolumeClaimVolumeSource(claim_name="shared"),
    ),
    mount_path="/shared",
)

JupyterHub(
    app,
    "course",
    namespace="course",
    authenticator=Authenticator.generic_oauth(
        client_id="course",
        authorize_url="https://id.example.org/authorize",
        token_url="https://id.example.org/token",
        userdata_url="https://id.example.org/userinfo",
        allow=Allow.any_of(Allow.groups("course"), Allow.users("guest")),
    ),
    hub={
        "db": {"type": DatabaseType.SQLITE_MEMORY},
        "resources": {"limits": {"memory": Size.gibibytes(1)}},
        "tolerations": [k8s.Toleration(key="dedicated", operator="Exists")],
    },
    proxy={
        "exposure": Exposure.load_balancer(annotations={"team": "teaching"}),
        "tls": Tls.lets_encrypt(hosts=["course.example.org"], contact_email="ada@example.org"),
    },
    spawner=PodSecurity.restricted(
        memory={"limit": Size.gibibytes(2)},
        start_timeout=Duration.minutes(10),
        storage=Storage.static(pvc_name="homes", sub_path="home/{username}"),
    ),
    culling={"timeout": Duration.minutes(30)},
    image_puller={"hook": {"enabled": False}},
)

app.synth()
