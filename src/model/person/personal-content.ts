/** How a checklist is shown on the page: not at all, open, or minimised. */
export const checklistViews = ['closed', 'open', 'folded'] as const;
export type ChecklistView = (typeof checklistViews)[number];

export interface ChecklistProgress {
  /** Ids of the items that are done. */
  done: string[];
  view: ChecklistView;
}

/** What only this device knows about the guides of a page, by `pack/guide`. */
export interface PersonalContent {
  checklists: Record<string, ChecklistProgress>;
  /** Replies to this person's feedback, with the route templates where they gave it. */
  replies: Record<string, { routes: string[] }>;
}
