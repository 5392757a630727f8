import { findings } from '../support/findings';

test.each<[values: string, lines: string[]]>([
  [
    'singleuser: {profileList: [{display_name: A, users: [ada]}]}',
    ['singleuser.profileList[0].users: is read by nobody: it has no effect [profiles/unknown-key]'],
  ],
  [
    'singleuser: {profileList: [{display_name: A, lifecycle_hooks: {}}]}',
    [
      'singleuser.profileList[0].lifecycle_hooks: is read by nobody: it has no effect; put it into kubespawner_override [profiles/unknown-key]',
    ],
  ],
  [
    'singleuser: {profileList: [{display_name: A, profile_options: {o: {choises: {}, choices: {c: {display_name: C}}}}}]}',
    [
      'singleuser.profileList[0].profile_options.o.choises: is read by nobody: it has no effect; did you mean choices? [profiles/unknown-key]',
    ],
  ],
  [
    'singleuser: {profileList: [{display_name: A, kubespawner_override: }]}',
    [
      'singleuser.profileList[0].kubespawner_override: must be a map, but is null: no such server starts; leave it out, or write {} [profiles/null-override]',
    ],
  ],
  [
    'singleuser: {profileList: [{display_name: Large}, {display_name: Large +}]}',
    [
      'singleuser.profileList[1]: has the slug "large", which singleuser.profileList[0] has already: who chooses it gets the other one; give each a slug of its own [profiles/slug-twice]',
    ],
  ],
  [
    'singleuser: {profileList: [{display_name: A, kubespawner_override: {pvc_name_template: "x-{username}"}}]}',
    [
      'singleuser.profileList[0].kubespawner_override.pvc_name_template: is read when the spawner is made, before a profile is applied: it has no effect [profiles/early-trait]',
    ],
  ],
])('tells of %s', (values, lines) => {
  expect(findings(values)).toEqual(lines);
});

test.each([
  'singleuser: {profileList: [{display_name: A, slug: a, description: d, default: true, kubespawner_override: {}, profile_options: {o: {display_name: O, choices: {c: {display_name: C, default: true}}}}}, {display_name: A, slug: b}]}',
])('says nothing of %s', (values) => {
  expect(findings(values)).toEqual([]);
});
