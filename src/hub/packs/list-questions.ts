import { sql } from 'drizzle-orm';
import type { Pack } from '../../model/pack/pack.ts';
import { questions } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/** Lists the questions of a published pack, so that answers to them are accepted. Questions and options of earlier versions stay. */
export async function listQuestions(tx: Store, pack: Pack, now: Date): Promise<void> {
  const rows = pack.guides.flatMap((guide) => {
    if (guide.kind !== 'question') return [];
    const options = guide.asks.what === 'choice' ? guide.asks.options.map(({ id }) => id) : [];
    return [{ guide: guide.id, what: guide.asks.what, options }];
  });
  if (rows.length === 0) return;
  const common = { app: pack.app, pack: pack.id, isPublished: true, lastDay: now.toISOString().slice(0, 10) };
  const { app, pack: packId, guide, what } = questions;
  await tx
    .insert(questions)
    .values(rows.map((row) => ({ ...common, ...row })))
    .onConflictDoUpdate({
      target: [app, packId, guide, what],
      set: {
        isPublished: true,
        firstInstall: null,
        options: sql`(select coalesce(jsonb_agg(distinct option), '[]') from jsonb_array_elements(${questions.options} || excluded.options) as option)`,
      },
    });
}
