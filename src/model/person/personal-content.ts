/** How a checklist stands on the page: not there, open, or folded into a line. */
export const checklistViews = ['closed', 'open', 'folded'] as const;
export type ChecklistView = (typeof checklistViews)[number];

export interface ChecklistProgress {
  /** Ids of the items that are done. */
  done: string[];
  view: ChecklistView;
}

/** What only this person's device knows of the guides of a page, by `pack/guide`. */
export interface PersonalContent {
  checklists: Record<string, ChecklistProgress>;
  /** Replies to feedback that this person gave, and the route templates where they gave it. */
  replies: Record<string, { routes: string[] }>;
}

export const noPersonalContent: PersonalContent = { checklists: {}, replies: {} };
