import { type Checklist, doneItems } from '../model/pack/checklist.ts';
import type { Pack } from '../model/pack/pack.ts';
import { guideKey } from '../model/person/guide-history.ts';
import type { ChecklistProgress } from '../model/person/personal-content.ts';
import type { BackgroundDeps } from './background-deps.ts';
import type { ChecklistStore } from './checklist-store.ts';
import type { RecordEntry as Recorder } from './recorder.ts';

type ChecklistsDeps = Pick<BackgroundDeps, 'shelf' | 'personStore' | 'record' | 'notifyTabs'>;

/** Checklists as this person stands with them: what was done is taken from what was really finished, as it is recorded. */
export function createChecklists({ shelf, personStore, record, notifyTabs }: ChecklistsDeps, checklistStore: ChecklistStore) {
  async function stateOf(packs: readonly Pack[]): Promise<Record<string, ChecklistProgress>> {
    const [settled, { tasks, opened, views }] = await Promise.all([personStore.settled(), checklistStore.all()]);
    const entryFor = (pack: Pack, list: Checklist): [string, ChecklistProgress] => {
      const key = guideKey({ pack: pack.id, guide: list.id });
      const done = doneItems(list, {
        isFinished: (guide) => settled[guideKey({ pack: pack.id, guide })]?.done ?? false,
        isTaskDone: (task) => tasks.includes(`${pack.id}/${task}`),
        isOpened: (item) => opened[key]?.includes(item) ?? false,
      });
      return [key, { done, view: views[key] ?? 'closed' }];
    };
    return Object.fromEntries(packs.flatMap((pack) => checklistsOf(pack).map((list) => entryFor(pack, list))));
  }

  /** Something was finished: a list that is complete by it is finished too, and open pages draw it. */
  async function finishCompleted(app: string, route: string): Promise<void> {
    const packs = (await shelf.packs()).filter((pack) => pack.app === app && checklistsOf(pack).length > 0);
    if (packs.length === 0) return;
    const [states, settled] = await Promise.all([stateOf(packs), personStore.settled()]);
    for (const pack of packs)
      for (const { id, items } of checklistsOf(pack)) {
        const about = { pack: pack.id, version: pack.version, guide: id };
        const key = guideKey(about);
        if (states[key]?.done.length !== items.length || settled[key]?.done) continue;
        await personStore.settle(about, 'finished');
        await record({ kind: 'guide', app, route, about, what: 'finished' });
      }
    await notifyTabs();
  }

  return {
    standing: stateOf,
    settle: finishCompleted,
    /** Records, and takes note of walkthroughs and tasks that are finished by it. */
    record: (async (draft) => {
      const result = await record(draft);
      if (draft.kind !== 'task' && draft.kind !== 'guide') return result;
      if (draft.what !== 'finished') return result;
      if (draft.kind === 'task') await checklistStore.markTaskDone(`${draft.pack}/${draft.task}`);
      await finishCompleted(draft.app, draft.route);
      return result;
    }) satisfies Recorder as Recorder,
  };
}

const checklistsOf = ({ guides }: Pack): Checklist[] => guides.filter((guide): guide is Checklist => guide.kind === 'checklist');
