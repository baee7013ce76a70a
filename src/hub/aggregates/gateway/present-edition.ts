import { type CountTable, type Group, sumLeaves } from './count-table.ts';
import type { ProtectionRules } from './protection-rules.ts';
import { extremeWords, percentWord, type ShareWord, type Wording, wordingFor } from './share-words.ts';
import type { Edition } from './statistic.ts';
import { cellKey, type Withheld } from './withhold-cells.ts';

/** What is shown of a group. */
export interface PresentedGroup {
  path: readonly string[];
  /** undefined: withheld. */
  people: number | undefined;
  /** By column. */
  shares: ShareWord[];
}

/** The newest figures of an edition, group by group. */
export function presentEdition(edition: Edition, rules: ProtectionRules): PresentedGroup[] {
  const table = sumLeaves(edition.versions.at(-1)!.leaves, edition);
  return presentTable(table, new Set(edition.withheld), rules);
}

/** What is shown of a table of which some cells are withheld. */
export function presentTable(table: CountTable, withheld: Withheld, rules: ProtectionRules): PresentedGroup[] {
  return table.groups.map((group) => {
    const counts = group.counts.map((count, column) => (withheld.has(cellKey({ group, column })) ? undefined : count));
    const people = counts.at(-1);
    const wording = people === undefined ? undefined : wordingFor(people, table.width, rules);
    return { path: group.path, people, shares: wording ? sharesOf(group, counts, wording) : table.columns.map(() => 'withheld') };
  });
}

function sharesOf(group: Group, shown: readonly (number | undefined)[], wording: Wording): ShareWord[] {
  const all = group.counts.slice(0, -1);
  const isAlone = group.isLeaf && !group.parent;
  return (
    (isAlone ? extremeWords(all, wording) : undefined) ??
    all.map((_, column) => {
      const count = shown[column];
      return count === undefined ? 'withheld' : (percentWord(count, wording) ?? 'withheld');
    })
  );
}
