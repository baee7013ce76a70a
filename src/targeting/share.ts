/** Percent of installs that a notice is not shown to, so that its effect can be measured. */
export const HOLDOUT_PERCENT = 10;

/**
 * The position of an install for a guide, from 0 to under 100: always the same for the two of them, uniform over all installs, and
 * independent of its position for another guide.
 *
 * @param install a random number of the install's own, as text
 */
export function sharePosition(install: string, guide: string): number {
  return (hashText(`${install}/${guide}`) / 2 ** 32) * 100;
}

/** FNV-1a over the characters, then the finalizer of MurmurHash3, so that similar texts get distant values. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
