import { optionName } from '../../lib/rules/option-name';

const nameOf = (...rest: string[]) =>
  optionName(['spawner', 'profiles', 0, ...rest], { spawner: { profiles: [] } } as never);

test.each([
  [['kubespawner_override', 'mem_limit'], 'memory.limit'],
  [['kubespawner_override', 'delete_pvc', 'x'], 'storage.dynamic.deletePvc.x'],
  [['profile_options', 'image', 'choices', 'r', 'kubespawner_override', 'image'], 'options.image.choices.r.image'],
  [
    ['profile_options', 'image', 'unlisted_choice', 'kubespawner_override', 'image'],
    'options.image.unlistedChoice.traits.image',
  ],
  [['profile_options', 'image', 'unlisted_choice', 'validation_regex'], 'options.image.unlistedChoice.validationRegex'],
])('%j is an option of a program', (path, name) => {
  expect(nameOf(...path)).toBe(`spawner.profiles[0].${name}`);
});
