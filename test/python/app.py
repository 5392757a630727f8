"""The twin of app.ts: both give the same bytes."""

from cdk8s import App
from cdk8s_plus_28 import k8s
from cdk8s_jupyterhub import Allow, Authenticator, Exposure, JupyterHub, Profile, SecretValue, Storage

app = App()

jupyterhub = JupyterHub(
    app,
    "jhub",
    namespace="jhub",
    authenticator=Authenticator.git_hub(
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
        "profiles": [Profile.of("Large", cpu={"limit": 8}, memory={"limit": "32G"})],
    },
)
jupyterhub.hub.add_service("reporting", scopes=["read:users"])
jupyterhub.spawner.add_volume(
    k8s.Volume(
        name="shared",
        persistent_volume_claim=k8s.PersistentVolumeClaimVolumeSource(claim_name="shared"),
    ),
    mount_path="/shared",
)

app.synth()
