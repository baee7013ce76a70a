/** The most that a slug may have. */
const MAX_LENGTH = 63;

/** An id that none of these has, made of another one: `save-2` for `save`. "end" is the end of a walkthrough and never an id. */
export function uniqueId(base: string, existing: readonly string[]): string {
  const stem = base.replace(/-\d+$/, '');
  const isFree = (id: string) => id !== 'end' && !existing.includes(id);
  if (isFree(base)) return base;
  for (let count = 2; ; count += 1) {
    const suffix = `-${count}`;
    const id = stem.slice(0, MAX_LENGTH - suffix.length) + suffix;
    if (isFree(id)) return id;
  }
}
