const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toUpperCase()
    .toLowerCase();
/** Up to this length a canary may be a part of another word. */
const MAX_SHORT = 4;

/** The canaries that a text gives away, whatever their case, width and accents. */
export function leaksIn(text: string, canaries: readonly string[]): string[] {
  const folded = fold(text);
  const words = new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? []);
  return canaries.filter((canary) => {
    const wanted = fold(canary);
    return /^[a-z]+$/.test(wanted) && wanted.length <= MAX_SHORT ? words.has(wanted) : folded.includes(wanted);
  });
}
