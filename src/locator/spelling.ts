/** Shared pairs of letters by all (Dice), spaces and signs apart: "Web site" and "Website" are one. 0 if either is empty. */
export function spelling(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  if (!one.size || !other.size) return 0;
  let both = 0;
  for (const pair of one) if (other.has(pair)) both++;
  return (2 * both) / (one.size + other.size);
}

const known = new Map<string, Set<string>>();

function pairsOf(text: string): Set<string> {
  const found = known.get(text);
  if (found) return found;
  const letters = text
    .slice(0, 80)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  if (known.size > 2000) known.clear();
  known.set(text, pairs);
  return pairs;
}
