import { App } from 'cdk8s';
import { Allow, Authenticator, DatabaseType, JupyterHub, SecretValue, Storage } from 'cdk8s-jupyterhub';

const app = new App();

const jupyterhub = new JupyterHub(app, 'jhub', {
  namespace: 'jhub',
  authenticator: Authenticator.native({
    allow: Allow.existingUsers(),
    admins: ['ada'],
    minimumPasswordLength: 12,
    checkCommonPassword: true,
  }),
  hub: {
    db: { type: DatabaseType.POSTGRES, url: 'postgresql+psycopg2://jupyterhub@postgres.databases:5432/jupyterhub' },
    extraEnv: { PGPASSWORD: SecretValue.fromSecret('hub-postgres', 'password') },
  },
  spawner: { storage: Storage.dynamic({ capacity: '20Gi', storageClass: 'fast' }) },
});

// Claims of a CSI driver that shows a bucket as a folder. They are made beside this program.
jupyterhub.spawner.addVolume(
  { name: 'datasets', persistentVolumeClaim: { claimName: 's3-datasets' } },
  { mountPath: '/data/datasets', readOnly: true },
);
jupyterhub.spawner.addVolume(
  { name: 'scratch', persistentVolumeClaim: { claimName: 's3-scratch' } },
  { mountPath: '/data/scratch', subPath: '{username}' }, // a folder of the bucket for each user
);

app.synth();
