import type { WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { createTextWriter, someVersions, type Text } from './rich-text.ts';

type Post = {
  id: number;
  username: string;
  title: string;
  version: WorldVersion;
  imageIds: number[];
  text: Text;
};

const PICTURES = 4;

/** The post with the pictures of a version; its id is the version's. Undefined: there is none. */
export function postOf(world: World, postId: number): Post | undefined {
  const version = world.catalogue.findVersion(postId);
  const model = world.catalogue.findModelOfVersion(postId);
  if (!version || model?.status !== 'Published') return undefined;
  const [a, b] = someVersions(world, postId, 2);
  const link = createTextWriter(world);
  const text =
    a && b
      ? `<p>Made with ${link.version(a)} and a little of ${link.model(b, '')}. More on ${link.other('https://example.com/studio', 'my page')}.</p>`
      : '';
  return {
    id: postId,
    username: model.creator.username,
    title: `Studies with ${model.name}`.slice(0, 80),
    version,
    imageIds: Array.from({ length: PICTURES }, (_, place) => postId * 10 + place),
    text: link.finish(text),
  };
}
