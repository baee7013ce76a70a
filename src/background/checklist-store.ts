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
    async setView(checklist: string, view: ChecklistView): Promise<void> {
      await checklists.update((state) => ({ ...state, views: { ...state.views, [checklist]: view } }));
    },
  };
}
export type ChecklistStore = ReturnType<typeof createChecklistStore>;

const withOne = (list: readonly string[], one: string): string[] => [...new Set([...list, one])];
