import { gzipSync } from 'node:zlib';

const APPS = ['orders', 'crm', 'hr', 'stock'] as const;
const CHOICES = ['slowed', 'confused', 'missing', 'idea', 'works'] as const;
const SIGNALS = ['slow-response', 're-entry', 'repeat-click'] as const;
const about = { pack: 'orders-basics', version: 3, guide: 'first-order', step: 'open-form' };

/** Entries as a browser sends them: of twenty, three are feedback, one is a comment, the others are shown guides, friction and tasks. */
export function sampleEntries(count: number): object[] {
  let feedback = crypto.randomUUID();
  return Array.from({ length: count }, (_, nth) => {
    const common = {
      id: crypto.randomUUID(),
      at: new Date().toISOString(),
      app: APPS[nth % 4],
      route: '/orders/:id/lines/:line',
    };
    const kind = nth % 20;
    if (kind < 3) {
      feedback = common.id;
      return {
        kind: 'feedback',
        ...common,
        choice: CHOICES[nth % 5],
        control: { role: 'button', name: 'Save the order' },
        about,
      };
    }
    if (kind < 4)
      return { kind: 'words', ...common, of: feedback, words: 'I could not find where the delivery date is changed.' };
    if (kind < 11) return { kind: 'guide', ...common, about, what: 'shown' };
    if (kind < 19)
      return {
        kind: 'friction',
        ...common,
        signal: SIGNALS[nth % 3],
        control: { role: 'button', name: 'Search' },
        count: 3,
        ms: 2500,
      };
    return { kind: 'task', ...common, pack: 'orders-basics', version: 3, task: 'new-order', what: 'finished', ms: 42_000 };
  });
}

/** The body of a batch, compressed as browsers send it. */
export const batchBody = (count: number): Buffer =>
  gzipSync(JSON.stringify({ sentAt: new Date().toISOString(), entries: sampleEntries(count) }));
