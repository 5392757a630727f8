import { App, Duration } from 'cdk8s';
import { Allow, Authenticator, JupyterHub, Profile, SecretValue } from 'cdk8s-jupyterhub';

const app = new App();

/** Nodes with GPUs are tainted, so that nothing else lands on them. */
const gpuNodes = {
  nodeSelector: { 'node.example.org/gpu': 'a100' },
  extraTolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
};

new JupyterHub(app, 'jhub', {
  namespace: 'jhub',
  authenticator: Authenticator.gitLab({
    clientId: 'a1b2c3',
    callbackUrl: 'https://hub.example.org/hub/oauth_callback',
    allow: Allow.groups('vision-lab'),
  }),
  hub: { extraEnv: { OAUTH_CLIENT_SECRET: SecretValue.fromSecret('gitlab-oauth', 'client-secret') } },
  spawner: {
    image: 'quay.io/jupyter/scipy-notebook:2026-01-05',
    profiles: [
      Profile.of('CPU', {
        description: 'For writing and small data',
        default: true,
        cpu: { guarantee: 0.5, limit: 4 },
        memory: { guarantee: '2G', limit: '8G' },
      }),
      Profile.of('GPU', {
        description: 'One A100',
        image: 'quay.io/jupyter/pytorch-notebook:cuda12-2026-01-05',
        cpu: { guarantee: 4, limit: 12 },
        memory: { guarantee: '32G', limit: '96G' },
        gpu: { count: 1 },
        ...gpuNodes,
        options: {
          image: {
            displayName: 'Framework',
            choices: {
              pytorch: { displayName: 'PyTorch', default: true },
              tensorflow: {
                displayName: 'TensorFlow',
                image: 'quay.io/jupyter/tensorflow-notebook:cuda-2026-01-05',
              },
            },
          },
        },
      }),
    ],
  },
  // GPU nodes are dear: servers that nobody uses are stopped after half an hour.
  culling: { timeout: Duration.minutes(30), every: Duration.minutes(5) },
});

app.synth();
