import type { ChecklistView } from '../model/person/personal-content.ts';
import type { StoredItems } from './storage/open-storage.ts';

/** How far the person is with checklists: on the device only, and outliving browser and worker. */
export function createChecklistStore({ checklists }: Pick<StoredItems, 'checklists'>) {
  return {
    all: () => checklists.get(),
    /** A task, as `pack/task`, was finished. */
    async markTaskDone(task: string): Promise<void> {
      await checklists.update((state) => ({ ...state, tasks: withOne(state.tasks, task) }));
    },
    /** The link of an item of a checklist, as `pack/checklist`, was opened. */
    async markOpened(checklist: string, item: string): Promise<void> {
      await checklists.update((state) => ({
        ...state,
        opened: { ...state.opened, [checklist]: withOne(state.opened[checklist] ?? [], item) },
      }));
    },
    /** Opens one list; of others, one that is open is minimised. */
    async openOnly(checklist: string): Promise<void> {
      await checklists.update((state) => {
        const others = Object.entries(state.views).map(([key, view]) => [key, view === 'open' ? 'folded' : view] as const);
        return { ...state, views: { ...Object.fromEntries(others), [checklist]: 'open' } };
      });
    },
    async setView(checklist: string, view: ChecklistView): Promise<void> {
      await checklists.update((state) => ({ ...state, views: { ...state.views, [checklist]: view } }));
    },
  };
}
export type ChecklistStore = ReturnType<typeof createChecklistStore>;

const withOne = (list: readonly string[], one: string): string[] => [...new Set([...list, one])];
