import { extraImage, image, nodeAffinity, pdb, revisionHistoryLimit, serviceAccount } from './common';
import { boolean, closed, each, integer, map, maps, texts } from './types';

export const scheduling = closed({
  userScheduler: closed(
    {
      enabled: boolean,
      revisionHistoryLimit,
      replicas: integer,
      image,
      pdb,
      nodeSelector: map,
      tolerations: maps,
      labels: texts,
      annotations: texts,
      containerSecurityContext: map,
      logLevel: integer,
      plugins: map,
      pluginConfig: maps,
      resources: map,
      serviceAccount,
      extraPodSpec: map,
    },
    ['enabled', 'plugins', 'pluginConfig', 'logLevel'],
  ),
  podPriority: closed({
    enabled: boolean,
    globalDefault: boolean,
    defaultPriority: integer,
    imagePullerPriority: integer,
    userPlaceholderPriority: integer,
  }),
  userPlaceholder: closed({
    enabled: boolean,
    image,
    revisionHistoryLimit,
    replicas: integer,
    labels: texts,
    annotations: texts,
    resources: map,
    containerSecurityContext: map,
    extraPodSpec: map,
  }),
  corePods: closed({ tolerations: maps, nodeAffinity }),
  userPods: closed({ tolerations: maps, nodeAffinity }),
});

export const prePuller = closed(
  {
    revisionHistoryLimit,
    labels: texts,
    annotations: texts,
    resources: map,
    extraTolerations: maps,
    hook: closed(
      {
        enabled: boolean,
        pullOnlyOnChanges: boolean,
        podSchedulingWaitDuration: integer,
        nodeSelector: map,
        tolerations: maps,
        containerSecurityContext: map,
        image,
        resources: map,
        serviceAccount,
        serviceAccountImagePuller: serviceAccount,
        daemonsetAnnotations: texts,
      },
      ['enabled'],
    ),
    continuous: closed({ enabled: boolean, serviceAccount, daemonsetAnnotations: texts }, ['enabled']),
    pullProfileListImages: boolean,
    extraImages: each(extraImage),
    containerSecurityContext: map,
    pause: closed({ containerSecurityContext: map, image }),
  },
  ['hook', 'continuous'],
);
