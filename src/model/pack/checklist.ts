import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { guideFields } from './guide-fields.ts';
import { address } from './link.ts';

/** One thing to do. It is done when its task is finished; without a task, when its walkthrough is finished; without either, when its link was opened. */
export const checklistItem = z.strictObject({
  id: slug,
  title: text,
  body: text.optional().meta({ description: 'Markdown' }),
  task: slug.optional().meta({ description: 'A task of this pack: done when it is finished' }),
  opens: slug.optional().meta({ description: 'A walkthrough of this pack: done when it is finished, if no task is named' }),
  link: address
    .optional()
    .meta({ description: 'Where the item links to: done when opened, if neither task nor walkthrough is named' }),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

/** Things to do in an app. Progress is stored on the device. The person opens it; it never opens itself, but a notice may offer it. */
export const checklist = z.strictObject({
  kind: z.literal('checklist'),
  ...guideFields,
  body: text.optional().meta({ description: 'Markdown, above the items' }),
  items: z.array(checklistItem).min(1).max(20).meta({ description: 'What there is to do' }),
  thanks: text.optional().meta({ description: 'Markdown, shown when everything is done; a standard text if left out' }),
});
export type Checklist = z.infer<typeof checklist>;

/** What the device knows about the person's progress: finished walkthroughs by `pack/guide`, finished tasks by `pack/task`, and opened items. */
interface CompletionFacts {
  isFinished: (guide: string) => boolean;
  isTaskDone: (task: string) => boolean;
  isOpened: (item: string) => boolean;
}

/** Ids of the items that are done. */
export function doneItems({ items }: Pick<Checklist, 'items'>, { isFinished, isTaskDone, isOpened }: CompletionFacts): string[] {
  const isDone = ({ id, task, opens }: ChecklistItem) => (task ? isTaskDone(task) : opens ? isFinished(opens) : isOpened(id));
  return items.filter(isDone).map(({ id }) => id);
}
