import { App } from 'cdk8s';
import { JupyterHub } from './lib';

const app = new App();
// One call for each release; several may stand side by side, each in a namespace of its own.
JupyterHub.fromHelmValues(app, 'jhub', { release: 'jhub', namespace: 'jhub', files: ['config.yaml'] });
app.synth();
