import { App } from 'cdk8s';
import { JupyterHub } from './lib';

const app = new App();

try {
  // One call for each release; several may stand side by side, each in a namespace of its own.
  JupyterHub.fromHelmValues(app, 'jhub', { release: 'jhub', namespace: 'jhub', files: ['config.yaml'] });

  app.synth();
} catch (error) {
  // What is wrong in the values, without where in the program that was found.
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
