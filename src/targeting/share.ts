/** Percent of installs that are left without a campaign, so that what it does can be told from what would have been. */
export const HOLDOUT_PERCENT = 10;

/**
 * Where an install stands in the queue for a guide, from 0 to under 100: always the same for both, even over all installs, and telling
 * nothing of where it stands for another guide.
 *
 * @param install a random number of the install's own, as text
 */
export function sharePosition(install: string, guide: string): number {
  return (hashText(`${install}/${guide}`) / 2 ** 32) * 100;
}

/** FNV-1a over the characters, then the finish of MurmurHash3: neighbours end far apart. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
