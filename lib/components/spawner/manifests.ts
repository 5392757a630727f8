import { Installation } from '../../release/installation';
import { extraFilesSecret } from '../../kubernetes/extra-files';
import { inPart, ReleaseObject } from '../release-object';
import { nonEmpty } from '../../data/maps';
import { fileSets } from './files';
import { USER_POD_COMPONENT } from '../../release/labels';
import { networkPolicy } from '../../kubernetes/network-policy';

const COMPONENT = 'singleuser';

/** The NetworkPolicy of the users' pods, and the Secret with their files. */
export function spawnerObjects(installation: Installation): ReleaseObject[] {
  const { props, names, labels } = installation;
  const { spawner } = props;
  const metadata = installation.metadata(names.singleuser, COMPONENT);
  const policy = () =>
    networkPolicy(
      metadata,
      labels.match(USER_POD_COMPONENT),
      spawner.networkPolicy,
      {
        from: [{ ports: ['notebook-port'], label: 'hub.jupyter.org/network-access-singleuser' }],
        to: [
          { selector: labels.match('hub'), ports: [8081] },
          { selector: labels.match('proxy'), ports: [8000] },
          { selector: labels.match('autohttps'), ports: [8080, 8443] },
        ],
      },
      spawner.cloudMetadata.ip,
    );
  const files = nonEmpty(fileSets(installation).all);
  return [
    ...inPart('secrets', {
      secret: files && { apiVersion: 'v1', kind: 'Secret', metadata, type: 'Opaque', data: extraFilesSecret(files) },
    }),
    ...inPart('main', { networkPolicy: spawner.networkPolicy.enabled && policy() }),
  ];
}
