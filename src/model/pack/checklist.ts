import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { guideFields } from './guide-fields.ts';
import { address } from './link.ts';

/** One thing to do. A task counts when it is really finished; without one, the walkthrough; without that, the link once opened. */
export const checklistItem = z.strictObject({
  id: slug,
  title: text,
  body: text.optional().meta({ description: 'Markdown' }),
  task: slug.optional().meta({ description: 'A task of this pack: done when it is finished' }),
  opens: slug.optional().meta({ description: 'A walkthrough of this pack: done when it is finished, if no task is named' }),
  link: address.optional().meta({ description: 'Where it leads: done when opened, if neither task nor walkthrough is named' }),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

/** Things to do in an app, kept on the device with how far the person is. Opened by the person, never by itself; a notice may announce it. */
export const checklist = z.strictObject({
  kind: z.literal('checklist'),
  ...guideFields,
  body: text.optional().meta({ description: 'Markdown, above the items' }),
  items: z.array(checklistItem).min(1).max(20),
  thanks: text.optional().meta({ description: 'Markdown, when all is done; thanks of our own if left out' }),
});
export type Checklist = z.infer<typeof checklist>;

/** What the device knows of what was done: `pack/guide` of finished walkthroughs, `pack/task` of finished tasks, opened items. */
export interface CompletionFacts {
  isFinished: (guide: string) => boolean;
  isTaskDone: (task: string) => boolean;
  isOpened: (item: string) => boolean;
}

/** Ids of the items that are done. */
export function doneItems({ items }: Pick<Checklist, 'items'>, { isFinished, isTaskDone, isOpened }: CompletionFacts): string[] {
  const isDone = ({ id, task, opens }: ChecklistItem) => (task ? isTaskDone(task) : opens ? isFinished(opens) : isOpened(id));
  return items.filter(isDone).map(({ id }) => id);
}
