import { z } from 'zod';
import { control } from '../entry/control.ts';
import { type Choice, choice, type FeedbackEntry } from '../entry/entry.ts';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { anchor } from './anchor.ts';
import { guideFields } from './guide-fields.ts';
import { link } from './link.ts';

/** The feedback that a reply answers: by id, or by where it was given. Compared on the device, so that nobody else learns whom it fits. */
export const replyTarget = z
  .strictObject({
    feedback: z.array(z.uuid()).min(1).max(500).optional().meta({ description: 'Ids of feedback' }),
    route: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'Route of the page where the feedback was given, as the desk shows it' }),
    control: control.pick({ role: true, name: true }).optional().meta({ description: 'Control that the feedback was about' }),
    choices: z.array(choice).min(1).max(5).optional().meta({ description: 'Choices of the feedback; any if left out' }),
  })
  .meta({ id: 'reply-target', description: 'Feedback by id, or by route, control and choice; at least ids or a route' });
export type ReplyTarget = z.infer<typeof replyTarget>;

/** "You said, we did": shown to those who gave the feedback, where they gave it; as news to everyone else if `for` says so. */
export const reply = z.strictObject({
  kind: z.literal('reply'),
  ...guideFields,
  to: replyTarget,
  for: z.enum(['contributors', 'everyone']).default('contributors').meta({ description: 'Who sees it' }),
  anchor: anchor.optional().meta({ description: 'The control that the reply is shown beside' }),
  youSaid: text.meta({ description: 'Markdown: the feedback' }),
  weDid: text.meta({ description: 'Markdown: what was changed' }),
  opens: slug.optional().meta({ description: 'A walkthrough that shows the change' }),
  link: link.optional(),
});
export type Reply = z.infer<typeof reply>;

/** Does the reply answer this feedback? */
export function matchesReplyTarget(to: ReplyTarget, given: Pick<FeedbackEntry, 'id' | 'route' | 'control' | 'choice'>): boolean {
  if (to.feedback?.includes(given.id)) return true;
  if (to.route === undefined || to.route !== given.route) return false;
  if (to.choices && !to.choices.includes(given.choice as Choice)) return false;
  return !to.control || (to.control.role === given.control?.role && to.control.name === given.control.name);
}
