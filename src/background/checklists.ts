import { type Checklist, doneItems } from '../model/pack/checklist.ts';
import { guideKey } from '../model/pack/guide-key.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { GuideHistory } from '../model/person/guide-history.ts';
import type { ChecklistProgress } from '../model/person/personal-content.ts';
import type { BackgroundDeps } from './background-deps.ts';
import type { ChecklistStore } from './checklist-store.ts';
import type { RecordSubscriber } from './recorder.ts';

interface ChecklistsDeps extends Pick<BackgroundDeps, 'shelf' | 'personStore' | 'record' | 'notifyTabs'> {
  checklistStore: ChecklistStore;
}

/** Checklists as the person stands with them: items are done by what was really finished, as it is recorded. */
export function createChecklists({ shelf, personStore, record, notifyTabs, checklistStore }: ChecklistsDeps) {
  async function progressOf(packs: readonly Pack[], isForPerson: boolean): Promise<Record<string, ChecklistProgress>> {
    const [histories, { tasks, opened, views }] = await Promise.all([personStore.guideHistories(), checklistStore.all()]);
    const entryFor = (pack: Pack, list: Checklist): [string, ChecklistProgress] => {
      const key = guideKey({ pack: pack.id, guide: list.id });
      const done = doneItems(list, {
        isFinished: (guide) => isFinishedBy(histories[guideKey({ pack: pack.id, guide })], isForPerson),
        isTaskDone: (task) => tasks.includes(`${pack.id}/${task}`),
        isOpened: (item) => opened[key]?.includes(item) ?? false,
      });
      return [key, { done, view: views[key] ?? 'closed' }];
    };
    return Object.fromEntries(packs.flatMap((pack) => checklistsOf(pack).map((list) => entryFor(pack, list))));
  }

  /** As the person sees them, with what was finished unrecorded. */
  const stateOf = (packs: readonly Pack[]) => progressOf(packs, true);

  /** Something was finished: a list that is complete by it is finished too, and open pages draw it. */
  async function finishCompleted(app: string, route: string): Promise<void> {
    const packs = (await shelf.packs()).filter((pack) => pack.app === app && checklistsOf(pack).length > 0);
    if (packs.length === 0) return;
    const [states, histories] = await Promise.all([progressOf(packs, false), personStore.guideHistories()]);
    for (const pack of packs)
      for (const { id, items } of checklistsOf(pack)) {
        const about = { pack: pack.id, version: pack.version, guide: id };
        const key = guideKey(about);
        if (states[key]?.done.length !== items.length || histories[key]?.done) continue;
        await personStore.noteGuideEvent(about, 'finished');
        await record({ kind: 'guide', app, route, about, what: 'finished' });
      }
    await notifyTabs();
  }

  const isChecklist = async (about: { pack: string; guide: string }): Promise<boolean> =>
    (await shelf.packs()).some(
      ({ id, guides }) => id === about.pack && guides.some((one) => one.id === about.guide && one.kind === 'checklist'),
    );

  /** Takes note of walkthroughs and tasks that are finished. A list that is finished finishes no other. */
  const onRecorded: RecordSubscriber = async (entry) => {
    if ((entry.kind !== 'task' && entry.kind !== 'guide') || entry.what !== 'finished') return;
    if (entry.kind === 'guide' && (await isChecklist(entry.about))) return;
    if (entry.kind === 'task') await checklistStore.markTaskDone(`${entry.pack}/${entry.task}`);
    await finishCompleted(entry.app, entry.route);
  };

  return { stateOf, finishCompleted, onRecorded };
}
/** What was finished unrecorded counts for the person alone: a record that a list is complete would tell of it. */
const isFinishedBy = (history: GuideHistory | undefined, isForPerson: boolean): boolean =>
  history !== undefined && (history.done || (isForPerson && history.doneUnrecorded === true));

export type Checklists = ReturnType<typeof createChecklists>;

const checklistsOf = ({ guides }: Pack): Checklist[] => guides.filter((guide): guide is Checklist => guide.kind === 'checklist');
