import { App } from 'cdk8s';
import { Allow, Authenticator, Database, JupyterHub, SecretValue, Storage } from 'cdk8s-jupyterhub';

const app = new App();

const jupyterhub = new JupyterHub(app, 'jhub', {
  namespace: 'jhub',
  authenticator: Authenticator.native({
    allow: Allow.all(), // whom an admin authorizes
    admins: ['ada'],
    minimumPasswordLength: 12,
    checkCommonPassword: true,
  }),
  hub: {
    db: Database.postgres({ host: 'postgres.databases', port: 5432, user: 'jupyterhub', database: 'jupyterhub' }),
    // The driver looks for this variable. The Secret is made beside this program.
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
