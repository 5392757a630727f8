import { findings } from '../support/findings';

test.each<[values: string, lines: string[]]>([
  [
    'singleuser: {memory: {limit: 4Gi}}',
    [
      'singleuser.memory.limit: JupyterHub does not read 4Gi, so 4G is written for it, the same number of bytes; write 4G',
    ],
  ],
  ['singleuser: {cpu: {limit: 500m}}', ['singleuser.cpu.limit: must be a number or null, but is the string "500m"']],
  [
    'hub: {config: {JupyterHub: {active_server_limit: "50"}}}',
    [
      'hub.config.JupyterHub.active_server_limit: must be an integer, but is "50": the hub does not start; take the quotes away [traits/kind]',
    ],
  ],
  [
    'hub: {config: {GitHubOAuthenticator: {allowed_organizations: 5}}}',
    [
      'hub.config.GitHubOAuthenticator.allowed_organizations: must be a list, but is 5: the hub does not start [traits/kind]',
    ],
  ],
  [
    'singleuser: {profileList: [{display_name: A, kubespawner_override: {image: {name: a, tag: b}}}]}',
    [
      'singleuser.profileList[0].kubespawner_override.image: must be a string, but is a map: no such server starts [traits/kind]',
    ],
  ],
  [
    'singleuser: {profileList: [{display_name: A, profile_options: {o: {choices: {c: {display_name: C, kubespawner_override: {mem_guarantee: 2Gi}}}}}}]}',
    [
      'singleuser.profileList[0].profile_options.o.choices.c.kubespawner_override.mem_guarantee: must be a number of bytes, or a string that ends in K, M, G or T or null, but is "2Gi": no such server starts; write 2G, which is the same number of bytes [traits/kind]',
    ],
  ],
  [
    'hub: {config: {KubeSpawner: {mem_limits: 2G}}}',
    [
      'hub.config.KubeSpawner.mem_limits: is no trait of KubeSpawner: it is ignored; did you mean mem_limit? [traits/unknown]',
    ],
  ],
  [
    'hub: {config: {GenericOAuthenticator: {userdata_method: GET}}}',
    [
      'hub.config.GenericOAuthenticator.userdata_method: is no trait of GenericOAuthenticator: it is ignored; did you mean userdata_token_method? [traits/unknown]',
    ],
  ],
  [
    'hub: {config: {JupyterHub: {admin_acess: true}}}',
    [
      'hub.config.JupyterHub.admin_acess: is no trait of JupyterHub: it is ignored; did you mean admin_access? [traits/unknown]',
    ],
  ],
  [
    'hub: {config: {KubeSpawnr: {mem_limit: 2G}}}',
    ['hub.config.KubeSpawnr: is no class of the hub: it is ignored; did you mean KubeSpawner? [traits/unknown]'],
  ],
  [
    'singleuser: {memory: {limit: 512M}}',
    [
      'singleuser.memory.limit: "512M" is below the guarantee of "1G": no server starts: Kubernetes refuses the pod; raise the limit, or lower the guarantee [user-pod/guarantee-over-limit]',
    ],
  ],
  [
    'hub: {config: {KubeSpawner: {cull_timeout: 3}}}',
    ['hub.config.KubeSpawner.cull_timeout: is no trait of KubeSpawner: it is ignored [traits/unknown]'],
  ],
  [
    'singleuser: {cpu: {guarantee: 2, limit: 1}}',
    [
      'singleuser.cpu.limit: 1 is below the guarantee of 2: no server starts: Kubernetes refuses the pod; raise the limit, or lower the guarantee [user-pod/guarantee-over-limit]',
    ],
  ],
  [
    'singleuser: {profileList: [{display_name: A, kubespawner_override: {mem_limit: 512M}}]}',
    [
      'singleuser.profileList[0].kubespawner_override.mem_limit: "512M" is below the guarantee of "1G": no such server starts: Kubernetes refuses the pod; raise the limit, or lower the guarantee [user-pod/guarantee-over-limit]',
    ],
  ],
  [
    'singleuser: {memory: {limit: 4G}, profileList: [{display_name: A, kubespawner_override: {mem_guarantee: 8G}}]}',
    [
      'singleuser.profileList[0].kubespawner_override.mem_guarantee: "8G" is above the limit of "4G": no such server starts: Kubernetes refuses the pod; raise the limit, or lower the guarantee [user-pod/guarantee-over-limit]',
    ],
  ],
])('tells of %s', (values, lines) => {
  expect(findings(values)).toEqual(lines);
});

test.each([
  'singleuser: {memory: {limit: 1.5G, guarantee: 512M}, cpu: {limit: 2, guarantee: 0.05}}',
  'hub: {image: {name: registry.example.org/hub, tag: "7"}, config: {KubeSpawner: {flavour: large}}}',
  'hub: {config: {MyAuthenticator: {directory: ldap}, JupyterHub: {authenticator_class: my.auth.MyAuthenticator}}}',
  'singleuser: {profileList: [{display_name: A, profile_options: {o: {unlisted_choice: {enabled: true, kubespawner_override: {image: "{value}", mem_limit: "{value}"}}}}}]}',
  'singleuser: {memory: {guarantee: 8G, limit: null}}',
])('says nothing of %s', (values) => {
  expect(findings(values)).toEqual([]);
});
