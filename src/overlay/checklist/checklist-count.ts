import type { ChecklistOnScreen } from '../content-state.ts';

/** How many items are done, and of how many. */
export const checklistCount = ({ done, guide }: ChecklistOnScreen): [string, string] => [
  String(done.length),
  String(guide.items.length),
];
