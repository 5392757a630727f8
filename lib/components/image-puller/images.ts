import { Installation } from '../../release/installation';
import { isMap, concat, Tree } from '../../data/maps';
import { imageReference } from '../../kubernetes/images';
import { profileList } from '../spawner/profiles';

/** An image to pull: the name of the container that pulls it, its reference, and its own pull policy. */
export interface PulledImage {
  readonly name: string;
  readonly image: string;
  readonly pullPolicy?: string;
}

function sorted(map: unknown): [string, unknown][] {
  return isMap(map) ? Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
}

function imageOf(holder: unknown): string | undefined {
  const image = isMap(holder) ? holder.image : undefined;
  return typeof image === 'string' && image !== '' ? image : undefined;
}

function overriddenImage(holder: unknown): string | undefined {
  return isMap(holder) ? imageOf(holder.kubespawner_override) : undefined;
}

function isKnown(entry: Omit<PulledImage, 'image'> & { readonly image?: string }): entry is PulledImage {
  return entry.image !== undefined;
}

function profileImages(profile: Tree, index: number): PulledImage[] {
  const own = overriddenImage(profile);
  const choices = sorted(profile.profile_options).flatMap(([option, spec]) =>
    sorted(isMap(spec) ? spec.choices : undefined).map(([choice, choiceSpec]) => ({
      name: `image-pull-profile-${index}-option-${option}-${choice}`,
      image: overriddenImage(choiceSpec),
    })),
  );
  const all = [{ name: `image-pull-singleuser-profilelist-${index}`, image: own }, ...choices];
  return all.filter(isKnown);
}

/** All images that a user's pod may need. */
export function pulledImages(installation: Installation): PulledImage[] {
  const { spawner, imagePuller } = installation.props;
  const { cloudMetadata, networkTools } = spawner;
  const containers = concat<Tree>(spawner.initContainers as Tree[], spawner.extraContainers as Tree[]);
  const profiles = imagePuller.pullProfileListImages ? profileList(installation) : [];
  return [
    ...(cloudMetadata.blockWithIptables
      ? [
          {
            name: 'image-pull-metadata-block',
            image: imageReference(networkTools.image),
            pullPolicy: networkTools.image.pullPolicy,
          },
        ]
      : []),
    { name: 'image-pull-singleuser', image: spawner.image },
    ...containers
      .map((container, index) => ({
        name: `image-pull-singleuser-init-and-extra-containers-${index}`,
        image: imageOf(container),
      }))
      .filter(isKnown),
    ...profiles.flatMap(profileImages),
    ...sorted(imagePuller.extraImages).map(([name, image]) => {
      const { pullPolicy, ...reference } = image as { name: string; tag: string; pullPolicy?: string };
      return { name: `image-pull-${name}`, image: imageReference(reference), pullPolicy };
    }),
  ];
}
