import { z } from 'zod';
import { control } from '../entry/control.ts';
import { type Choice, choice, type FeedbackEntry } from '../entry/entry.ts';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { anchor } from './anchor.ts';
import { guideFields } from './guide-fields.ts';
import { link } from './link.ts';

/** Whose feedback is answered: named by id, or by where it was given. Compared on the device; nobody else learns who it fits. */
export const replyTarget = z
  .strictObject({
    feedback: z.array(z.uuid()).min(1).max(500).optional().meta({ description: 'Ids of feedback' }),
    route: z.string().min(1).max(300).optional().meta({ description: 'Route template where it was given' }),
    control: control.pick({ role: true, name: true }).optional().meta({ description: 'Control that it was about' }),
    choices: z.array(choice).min(1).max(5).optional().meta({ description: 'Which of the five; any if left out' }),
  })
  .meta({ id: 'reply-target', description: 'Feedback by id, or by route, control and choice; at least ids or a route' });
export type ReplyTarget = z.infer<typeof replyTarget>;

/** "You said, we did": shown where it was said, to those who said it; as a short piece of news to others if `for` says so. */
export const reply = z.strictObject({
  kind: z.literal('reply'),
  ...guideFields,
  to: replyTarget,
  for: z.enum(['contributors', 'everyone']).default('contributors').meta({ description: 'Who sees it' }),
  anchor: anchor.optional().meta({ description: 'The control that the reply stands beside' }),
  youSaid: text.meta({ description: 'Markdown: what you said' }),
  weDid: text.meta({ description: 'Markdown: what was done about it' }),
  opens: slug.optional().meta({ description: 'A walkthrough that shows the change' }),
  link: link.optional(),
});
export type Reply = z.infer<typeof reply>;

/** Was this feedback of the app's among what is answered? */
export function matchesReplyTarget(to: ReplyTarget, given: Pick<FeedbackEntry, 'id' | 'route' | 'control' | 'choice'>): boolean {
  if (to.feedback?.includes(given.id)) return true;
  if (to.route === undefined || to.route !== given.route) return false;
  if (to.choices && !to.choices.includes(given.choice as Choice)) return false;
  return !to.control || (to.control.role === given.control?.role && to.control.name === given.control.name);
}
