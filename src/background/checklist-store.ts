import type { Storage } from 'webextension-polyfill';
import type { ChecklistView } from '../model/person/personal-content.ts';
import { createMutex } from '../runtime/mutex.ts';

interface ChecklistState {
  /** `pack/task` of tasks finished at least once. */
  tasks: string[];
  /** `pack/checklist` → items whose link was opened from there. */
  opened: Record<string, string[]>;
  views: Record<string, ChecklistView>;
}

/** How far a person is with checklists: on the device only, and outliving browser and worker. */
export function createChecklistStore(local: Storage.StorageArea) {
  const mutex = createMutex();
  const read = async (): Promise<ChecklistState> => ({
    tasks: [],
    opened: {},
    views: {},
    ...((await local.get('content')).content as Partial<ChecklistState> | undefined),
  });
  const update = (patchFor: (state: ChecklistState) => Partial<ChecklistState>) =>
    mutex.runExclusive(async () => {
      const state = await read();
      await local.set({ content: { ...state, ...patchFor(state) } });
    });
  return {
    all: read,
    markTaskDone: (task: string) => update(({ tasks }) => ({ tasks: [...new Set([...tasks, task])] })),
    markOpened: (checklist: string, item: string) =>
      update(({ opened }) => ({ opened: { ...opened, [checklist]: [...new Set([...(opened[checklist] ?? []), item])] } })),
    forget: () => mutex.runExclusive(() => local.set({ content: {} })),
    setView: (checklist: string, view: ChecklistView) => update(({ views }) => ({ views: { ...views, [checklist]: view } })),
  };
}
export type ChecklistStore = ReturnType<typeof createChecklistStore>;
