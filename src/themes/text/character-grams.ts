const SHORTEST = 3;
const LONGEST = 5;

/**
 * Runs of three to five characters within the words of a text, each word with a space at both ends. They make "invoices" and
 * "invoice", or a word and its misspelling, alike. A word that is shorter than a run counts as one.
 */
export function characterGrams(text: string): string[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap(gramsOfWord);
}

function gramsOfWord(word: string): string[] {
  const characters = [' ', ...word, ' '];
  const grams: string[] = [];
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    if (characters.length <= length) {
      grams.push(characters.join(''));
      break;
    }
    for (let start = 0; start + length <= characters.length; start += 1)
      grams.push(characters.slice(start, start + length).join(''));
  }
  return grams;
}
