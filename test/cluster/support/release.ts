import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, YamlOutputType } from 'cdk8s';
import { JupyterHub } from '../../../lib';
import { ROOT } from './documentation';
import { Data } from '../../support/objects';
import { getJson, kubectl } from './kubectl';
import { say } from './say';

/** All namespaces of the tests carry it: `kubectl delete namespace -l LABEL` takes away what a killed run left. */
export const LABEL = 'cdk8s-jupyterhub-test=true';

/** A small release: everybody who knows `a-password` may enter, and servers ask for little. */
export const PLAIN = `
hub:
  config:
    JupyterHub: { authenticator_class: dummy }
    DummyAuthenticator: { password: a-password }
    Authenticator: { allow_all: true }
singleuser: { memory: { guarantee: 128M } }
`;

/** Has curl and Python; the user servers' image has too, and is there already. */
export const HELPER_IMAGE = 'quay.io/jupyterhub/k8s-singleuser-sample:4.4.0';

/**
 * A release in a namespace of its own, both of one name, and the folder that its manifests are made in.
 *
 * The folder is like a checkout of the project: the documentation's commands run there.
 */
export class Release {
  private static readonly all = new Set<Release>();

  /** What helps to understand a failure, of all releases that there are. */
  public static async describeAll(): Promise<void> {
    for (const release of Release.all) await release.describe();
  }

  /** Makes the namespace. */
  public static async create(purpose: string, labels: readonly string[] = []): Promise<Release> {
    const release = new Release(purpose);
    await kubectl(['create', 'namespace', release.name]);
    await release.label(...labels);
    return release;
  }

  /** Of the release and of its namespace; no other run in the cluster has the same. */
  public readonly name: string;
  public readonly folder: string;

  public constructor(purpose: string) {
    const name = `jhub-${purpose}-${Math.random().toString(36).slice(2, 6)}`;
    this.name = name;
    Release.all.add(this);
    this.folder = mkdtempSync(join(tmpdir(), `${name}-`));
    for (const file of ['bin', 'build', 'lib', 'node_modules', 'package.json', 'cdk8s.yaml', 'tsconfig.json'])
      symlinkSync(join(ROOT, file), join(this.folder, file));
    for (const file of ['config.yaml', 'main.ts']) cpSync(join(ROOT, file), join(this.folder, file));
    const program = join(this.folder, 'main.ts');
    writeFileSync(program, readFileSync(program, 'utf8').replace(/'jhub'/g, `'${name}'`));
  }

  /** Marks the namespace as one of the tests. */
  public async label(...labels: string[]): Promise<void> {
    await kubectl(['label', 'namespace', this.name, LABEL, ...labels], { quiet: true });
  }

  /** A command of the documentation, for this release instead of `jhub`. */
  public adapt(command: string): string {
    return command.replace(/\bjhub\b/g, this.name);
  }

  /** Manifests for values of the chart, as text and in layers, in `dist/`. */
  public synth(...layers: string[]): void {
    const files = layers.map((_, number) => join(this.folder, `values-${number}.yaml`));
    files.forEach((file, number) => writeFileSync(file, layers[number] as string));
    this.build((app) => JupyterHub.fromHelmValues(app, this.name, { namespace: this.name, files }));
  }

  /** Manifests of an app, in `dist/`. */
  public build(fill: (app: App) => void): void {
    const outdir = join(this.folder, 'dist');
    rmSync(outdir, { recursive: true, force: true });
    const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_CHART });
    fill(app);
    app.synth();
  }

  public async apply(): Promise<string> {
    return kubectl(['apply', '-f', 'dist/'], { cwd: this.folder });
  }

  /** kubectl in this namespace. */
  public kubectl(...args: string[]): Promise<string> {
    return kubectl(['--namespace', this.name, ...args]);
  }

  /** Waits until hub, proxy and user scheduler run as they were applied last. */
  public async ready(seconds = 180): Promise<void> {
    const { items } = await getJson('deployments', '--namespace', this.name);
    for (const { metadata } of items) {
      await this.kubectl('rollout', 'status', `deployment/${metadata.name}`, `--timeout=${seconds}s`);
    }
  }

  /** Applies what `synth` made and waits for it. */
  public async up(...layers: string[]): Promise<void> {
    this.synth(...layers);
    await this.apply();
    await this.ready();
  }

  /**
   * Where the proxy can be reached from here: the load balancer's address, or a node's port where no cloud gives one.
   */
  public async url(port = 'http'): Promise<string> {
    const { spec, status } = await getJson('service', 'proxy-public', '--namespace', this.name);
    const [ingress] = status.loadBalancer?.ingress ?? [];
    const wanted = spec.ports.find(({ name }: { name: string }) => name === port);
    if (!wanted) throw new Error(`proxy-public has no port ${port}`);
    if (ingress) return `${port}://${ingress.hostname ?? ingress.ip}:${wanted.port}`;
    return `${port}://${await nodeAddress()}:${wanted.nodePort}`;
  }

  /** Names of the pods. */
  public async pods(): Promise<string[]> {
    const { items } = await getJson('pods', '--namespace', this.name);
    return items.map(({ metadata }: Data) => metadata.name);
  }

  /** A pod of the tests' own, which sleeps, to run commands in. */
  public async runPod(
    name: string,
    labels: Record<string, string> = {},
    spec: Data = {},
    more: Data = {},
  ): Promise<void> {
    const container = { name, image: HELPER_IMAGE, command: ['sleep', 'infinity'], ...more };
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: this.name, labels },
      spec: { containers: [container], terminationGracePeriodSeconds: 0, ...spec },
    };
    await kubectl(['apply', '-f', '-'], { input: JSON.stringify(pod) });
    await this.kubectl('wait', '--for=condition=ready', '--timeout=120s', `pod/${name}`);
  }

  /** Takes everything away, the objects without a namespace too. The namespace is gone some time later; `teardown.ts` waits for it. */
  public async remove(): Promise<void> {
    const all = ['delete', '-f', 'dist/', '--ignore-not-found', '--wait=false'];
    if (existsSync(join(this.folder, 'dist'))) await kubectl(all, { cwd: this.folder, quiet: true });
    await kubectl(['delete', 'namespace', this.name, '--wait=false']);
    await this.kubectl('delete', 'pods', '--all', '--grace-period=1', '--wait=false');
    rmSync(this.folder, { recursive: true });
    Release.all.delete(this);
  }

  /** States, events and the hub's log. */
  private async describe(): Promise<void> {
    for (const args of [
      ['get', 'pods,jobs,pvc', '--output=wide'],
      ['get', 'events', '--sort-by=.lastTimestamp'],
      ['logs', 'deployment/hub', '--tail=60'],
    ]) {
      const text = await this.kubectl(...args).catch((error) => String(error));
      say(`kubectl ${args.join(' ')}:\n${text}`);
    }
  }
}

/** Address of a node. */
export async function nodeAddress(): Promise<string> {
  const { items } = await getJson('nodes');
  const address = items[0].status.addresses.find(({ type }: { type: string }) => type === 'InternalIP');
  return address.address;
}
