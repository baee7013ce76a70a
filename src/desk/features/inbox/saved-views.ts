import { type ReadonlySignal, signal } from '@preact/signals';
import type { Route } from '../../shell/router.ts';

/** States, filters and grouping of the inbox under a name, in this browser. The words of a search are not part of it. */
interface SavedView {
  name: string;
  route: Route;
}

export interface SavedViews {
  views: ReadonlySignal<readonly SavedView[]>;
  /** Saves a view, in place of one that has its name. */
  save: (view: SavedView) => void;
  remove: (name: string) => void;
}

const KEY = 'cairn.desk.inbox-views';

export function createSavedViews(storage: () => Pick<Storage, 'getItem' | 'setItem'>): SavedViews {
  const views = signal(readViews(storage));
  const store = (next: readonly SavedView[]) => {
    views.value = next;
    try {
      storage().setItem(KEY, JSON.stringify(next));
    } catch {
      // A browser that stores nothing: the views hold for this page.
    }
  };
  return {
    views,
    save: (view) => store([...views.value.filter(({ name }) => name !== view.name), view]),
    remove: (name) => store(views.value.filter((view) => view.name !== name)),
  };
}

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'route' in value;

function readViews(storage: () => Pick<Storage, 'getItem'>): readonly SavedView[] {
  try {
    const stored: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isView) : [];
  } catch {
    return [];
  }
}
