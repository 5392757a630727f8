import { hasKey, isMap } from '../data/maps';
import { traitsOf } from '../jupyterhub/classes';
import { acceptTrait } from '../jupyterhub/accept';
import { UserOptions } from './choose';
import { Spawner } from './spawner';

/** A string as the number or the boolean that it spells. */
function fromString(text: string): unknown {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Sets the attributes that `apply_user_options` names for options, where it is a map of the one to the other. */
export function applyUserOptions(spawner: Spawner, options: UserOptions): void {
  const attributes = spawner.get('apply_user_options');
  if (!isMap(attributes)) return;
  for (const [option, value] of Object.entries(options)) {
    const attribute = hasKey(attributes, option) ? attributes[option] : undefined;
    if (typeof attribute !== 'string' || !spawner.has(attribute)) continue;
    const trait = traitsOf('KubeSpawner').get(attribute);
    spawner.set(attribute, !trait || acceptTrait(trait, value) ? value : fromString(value));
  }
}
