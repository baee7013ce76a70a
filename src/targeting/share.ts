/** Percent of installs that are left without a campaign, so that what it does can be told from what would have been. */
export const holdout = 10;

/**
 * Where an install stands in the queue for a guide, from 0 to under 100: always the same for both, even over all installs, and telling
 * nothing of where it stands for another guide.
 *
 * @param install a random number of the install's own, as text
 */
export function standing(install: string, guide: string): number {
  return (scatter(`${install}/${guide}`) / 2 ** 32) * 100;
}

/** FNV-1a over the characters, then the finish of MurmurHash3: neighbours end far apart. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
