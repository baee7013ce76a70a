/** The lines between the first and the last in which two texts differ, of each of them. */
export interface DifferingLines {
  saved: string;
  mine: string;
}

/** What differs between what is saved and what somebody wrote. JSON is compared as it is indented, so that one long line is no difference. */
export function differingLines(saved: string, mine: string): DifferingLines {
  const [theirs, own] = [indented(saved).split('\n'), indented(mine).split('\n')];
  const shorter = Math.min(theirs.length, own.length);
  let start = 0;
  while (start < shorter && theirs[start] === own[start]) start += 1;
  let end = 0;
  while (end < shorter - start && theirs.at(-1 - end) === own.at(-1 - end)) end += 1;
  const between = (lines: readonly string[]) => lines.slice(start, lines.length - end).join('\n');
  return { saved: between(theirs), mine: between(own) };
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
