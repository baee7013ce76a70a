import type { InboxEntry, Row } from './inbox-entry.ts';
import { nearDuplicates } from './near-duplicates.ts';

/**
 * Items as rows. Near-duplicates are grouped if people decided the same about all of them: so a row has one state. What a person split off
 * stands alone, whatever it is like; what a person merged is not among the items.
 */
export function groupRows(items: readonly InboxEntry[]): Row[] {
  const alone = items.filter(({ kind, status }) => status.isApart || kind !== 'feedback');
  const others = items.filter((one) => !alone.includes(one));
  const byStatus = Map.groupBy(others, ({ status }) => JSON.stringify(status));
  const groups = [...byStatus.values()].flatMap((own) =>
    nearDuplicates(own.map(asComparable)).map((group) => group.map(({ item }) => item)),
  );
  return [...groups, ...alone.map((one) => [one])].map((group) => {
    const [head, ...rest] = [...group].sort(compareHeads);
    return { head: head!, others: rest };
  });
}

const asComparable = (item: InboxEntry) => ({
  ...{ id: item.id, place: item.place, choice: item.choice ?? '', item },
  words: item.words,
});

/** At the head of a group is its oldest item with words, so that it stays when others come; of one day, the first by its random id. */
function compareHeads(one: InboxEntry, other: InboxEntry): number {
  const [hasWords, otherHas] = [one.words !== undefined, other.words !== undefined];
  if (hasWords !== otherHas) return hasWords ? -1 : 1;
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
