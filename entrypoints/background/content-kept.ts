import type { Storage } from 'webextension-polyfill';
import type { ChecklistView } from '../../src/model/own-content.ts';
import { inTurn } from '../../src/runtime/in-turn.ts';

interface Kept {
  /** `pack/task` of tasks finished at least once. */
  tasks: string[];
  /** `pack/checklist` → items whose link was opened from there. */
  opened: Record<string, string[]>;
  views: Record<string, ChecklistView>;
}

/** How far a person is with checklists: on the device only, and outliving browser and worker. */
export function createContentKept(local: Storage.StorageArea) {
  const turn = inTurn();
  const all = async (): Promise<Kept> => ({
    tasks: [],
    opened: {},
    views: {},
    ...((await local.get('content')).content as Partial<Kept> | undefined),
  });
  const change = (how: (kept: Kept) => Partial<Kept>) =>
    turn(async () => {
      const kept = await all();
      await local.set({ content: { ...kept, ...how(kept) } });
    });
  return {
    all,
    taskDone: (task: string) => change(({ tasks }) => ({ tasks: [...new Set([...tasks, task])] })),
    opened: (checklist: string, item: string) =>
      change(({ opened }) => ({ opened: { ...opened, [checklist]: [...new Set([...(opened[checklist] ?? []), item])] } })),
    forget: () => turn(() => local.set({ content: {} })),
    view: (checklist: string, view: ChecklistView) => change(({ views }) => ({ views: { ...views, [checklist]: view } })),
  };
}
export type ContentKept = ReturnType<typeof createContentKept>;
