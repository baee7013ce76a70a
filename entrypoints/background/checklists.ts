import { type Checklist, doneItems } from '../../src/model/checklist.ts';
import type { OwnChecklist } from '../../src/model/own-content.ts';
import type { Pack } from '../../src/model/pack.ts';
import { settledKey } from '../../src/model/settled.ts';
import type { ContentKept } from './content-kept.ts';
import type { Means } from './means.ts';
import type { Record as Recorder } from './record.ts';

type ChecklistMeans = Pick<Means, 'shelf' | 'kept' | 'record' | 'tellTabs'>;

/** Checklists as this person stands with them: what was done is taken from what was really finished, as it is recorded. */
export function createChecklists({ shelf, kept, record, tellTabs }: ChecklistMeans, own: ContentKept) {
  async function standing(packs: readonly Pack[]): Promise<Record<string, OwnChecklist>> {
    const [settled, { tasks, opened, views }] = await Promise.all([kept.settled(), own.all()]);
    const stands = (pack: Pack, list: Checklist): [string, OwnChecklist] => {
      const key = settledKey({ pack: pack.id, guide: list.id });
      const done = doneItems(list, {
        finished: (guide) => settled[settledKey({ pack: pack.id, guide })]?.done ?? false,
        taskDone: (task) => tasks.includes(`${pack.id}/${task}`),
        opened: (item) => opened[key]?.includes(item) ?? false,
      });
      return [key, { done, view: views[key] ?? 'closed' }];
    };
    return Object.fromEntries(packs.flatMap((pack) => listsOf(pack).map((list) => stands(pack, list))));
  }

  /** Something was finished: a list that is complete by it is finished too, and open pages draw it. */
  async function settle(app: string, route: string): Promise<void> {
    const packs = (await shelf.packs()).filter((pack) => pack.app === app && listsOf(pack).length > 0);
    if (packs.length === 0) return;
    const [now, settled] = await Promise.all([standing(packs), kept.settled()]);
    for (const pack of packs)
      for (const { id, items } of listsOf(pack)) {
        const about = { pack: pack.id, version: pack.version, guide: id };
        const key = settledKey(about);
        if (now[key]?.done.length !== items.length || settled[key]?.done) continue;
        await kept.settle(about, 'finished');
        await record({ kind: 'guide', app, route, about, what: 'finished' });
      }
    await tellTabs();
  }

  return {
    standing,
    settle,
    /** Records, and takes note of walkthroughs and tasks that are finished by it. */
    record: (async (draft) => {
      const done = await record(draft);
      if (draft.kind !== 'task' && draft.kind !== 'guide') return done;
      if (draft.what !== 'finished') return done;
      if (draft.kind === 'task') await own.taskDone(`${draft.pack}/${draft.task}`);
      await settle(draft.app, draft.route);
      return done;
    }) satisfies Recorder as Recorder,
  };
}

const listsOf = ({ guides }: Pack): Checklist[] => guides.filter((guide): guide is Checklist => guide.kind === 'checklist');
