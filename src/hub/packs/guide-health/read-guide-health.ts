import { desc, inArray } from 'drizzle-orm';
import type { GuideHealthList } from '../../../model/hub-api/guide-health.ts';
import { readNewestWeek } from '../../aggregates/compute-due-figures.ts';
import { guidesToLookAt } from '../../aggregates/guide-health/guides-to-look-at.ts';
import { guideHealth } from '../../store/guide-figure-schema.ts';
import { readGuideTitles } from '../../store/guide-titles.ts';
import { packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

/** A quarter of a year of weekly rows, of many guides: older ones say nothing of what is wrong now. */
const MAX_ROWS = 5000;

/** The steps whose controls people miss or are weak, by weekly figures, with titles in a language of the reader. */
export async function readGuideHealth(store: Store, languages: readonly string[]): Promise<GuideHealthList> {
  const rows = await store.select().from(guideHealth).orderBy(desc(guideHealth.week), guideHealth.pack).limit(MAX_ROWS);
  const found = guidesToLookAt(rows);
  const titlesOf = await readGuideTitles(store, found, languages);
  const apps = await readApps(store, [...new Set(found.map(({ pack }) => pack))]);
  const steps = found.map((one) => {
    const { guideTitle = one.guide, stepTitle = null } = titlesOf(one);
    return { ...one, app: apps.get(one.pack) ?? one.pack, guideTitle, stepTitle };
  });
  return { steps, week: (await readNewestWeek(store))?.week ?? null };
}

async function readApps(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await store
    .selectDistinct({ id: packs.id, app: packs.app })
    .from(packs)
    .where(inArray(packs.id, [...ids]));
  return new Map(rows.map(({ id, app }) => [id, app]));
}
