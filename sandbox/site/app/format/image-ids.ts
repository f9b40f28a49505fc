/** How many pictures each version has; their ids follow from the version's. */
export const PICTURES_PER_VERSION = 6;

/** The id of a version's `place`-th picture. */
export function imageIdOf(versionId: number, place: number): number {
  return versionId * 10 + place;
}

/** The version a picture belongs to. */
export function versionOfImage(imageId: number): number {
  return Math.floor(imageId / 10);
}

/** The neighbour of a picture among its version's pictures, going round. */
export function neighbourOf(imageId: number, step: 1 | -1): number {
  const place = ((imageId % 10) + step + PICTURES_PER_VERSION) % PICTURES_PER_VERSION;
  return imageIdOf(versionOfImage(imageId), place);
}
