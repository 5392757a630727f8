import { warnings } from '../support/findings';

const profiles = (text: string) => warnings(`singleuser: {profileList: ${text}}`);

test.each([
  [
    '[{display_name: A, kubespawner_override: {default: true}}]',
    'singleuser.profileList[0].kubespawner_override.default: has no effect here; put it one level up, beside kubespawner_override [profiles/unknown-override]',
  ],
  [
    '[{display_name: A, kubespawner_override: {mem_limt: 1G}}]',
    'singleuser.profileList[0].kubespawner_override.mem_limt: is no trait of KubeSpawner: it has no effect; did you mean mem_limit? [profiles/unknown-override]',
  ],
  [
    '[{display_name: A, kubespawner_override: {xyzzy: {a: 1}}}]',
    'singleuser.profileList[0].kubespawner_override.xyzzy: is no trait of KubeSpawner: no such server starts [profiles/unknown-override]',
  ],
  [
    '[{display_name: A, profile_options: {o: {choices: {c: {display_name: C, kubespawner_override: {cpu_limits: 1}}}}}}]',
    'singleuser.profileList[0].profile_options.o.choices.c.kubespawner_override.cpu_limits: is no trait of KubeSpawner: it has no effect; did you mean cpu_limit? [profiles/unknown-override]',
  ],
  [
    '[{display_name: A, profile_options: {o: {display_name: O}}}]',
    'singleuser.profileList[0].profile_options.o: has nothing to choose from; give it choices, or an unlisted_choice with enabled: true [profiles/option-without-choices]',
  ],
  [
    '[{display_name: A, default: true}, {display_name: B, default: true}]',
    'singleuser.profileList[1].default: singleuser.profileList[0] is the default already: the first one counts; leave default: true at one of them [profiles/two-defaults]',
  ],
])('warns of %s', (text, expected) => {
  expect(profiles(text)).toEqual([expected]);
});

test('is silent about profiles as they should be', () => {
  const option = '{choices: {c: {display_name: C, default: true, kubespawner_override: {image: "i:1"}}}}';
  expect(
    profiles(
      `[{display_name: A, default: true, kubespawner_override: {mem_limit: 1G, environment: {X: "1"}}}, {display_name: B, profile_options: {o: ${option}}}]`,
    ),
  ).toEqual([]);
});
