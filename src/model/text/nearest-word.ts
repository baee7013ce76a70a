/**
 * The word in `known` that was probably meant, for "did you mean". Undefined when none is close: at most two edits apart
 * (swapped neighbours count as one) and less than half the length of the word.
 */
export function nearestWord(written: string, known: readonly string[]): string | undefined {
  if (written.length > 60) return undefined;
  const editsTo = (word: string) => distance(written.toLowerCase(), word.toLowerCase());
  return known
    .map((word) => ({ word, edits: editsTo(word) }))
    .filter(({ word, edits }) => edits <= 2 && edits < word.length / 2)
    .sort((one, other) => one.edits - other.edits)[0]?.word;
}

/** Optimal string alignment distance. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let fewest = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        fewest = Math.min(fewest, before[j - 2]! + 1);
      row.push(fewest);
    }
    before = last;
    last = row;
  }
  return last[other.length]!;
}
