import type { InboxEntry } from './inbox-entry.ts';

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Does an item have every word of a search, in what the person wrote, its page, its control or its guide? */
export function matchesText(item: InboxEntry, query: string | undefined): boolean {
  if (query === undefined || query.trim() === '') return true;
  const { words, contact, route, control, guideTitle, stepTitle, app, signal } = item;
  const text = plain([words, contact, route, control?.name, guideTitle, stepTitle, app, signal].filter(Boolean).join('\n'));
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
