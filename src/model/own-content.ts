/** How a checklist stands on the page: not there, open, or folded into a line. */
export const checklistViews = ['closed', 'open', 'folded'] as const;
export type ChecklistView = (typeof checklistViews)[number];

export interface OwnChecklist {
  /** Ids of the items that are done. */
  done: string[];
  view: ChecklistView;
}

/** What only this person's device knows of the guides of a page, by `pack/guide`. */
export interface OwnContent {
  checklists: Record<string, OwnChecklist>;
  /** Replies to feedback that this person gave, and the route templates where they gave it. */
  replies: Record<string, { routes: string[] }>;
}

export const noOwnContent: OwnContent = { checklists: {}, replies: {} };
