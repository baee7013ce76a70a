import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { GuideSummary, NoticeSummary, QuestionSummary, ReplySummary } from '../../model/pack/guide-summary.ts';
import type { PersonalContent } from '../../model/person/personal-content.ts';

export type PromptSummary = NoticeSummary | QuestionSummary | ReplySummary;

export interface PromptContext {
  /** Route template of the page. */
  route: string;
  own: Pick<PersonalContent, 'replies'>;
}

/**
 * The prompts among the guides that fit here, in the order in which they may be shown. Within a rank the order of the guides stays.
 *
 * | rank | prompt                 | is one here                                                                 |
 * |------|------------------------|-----------------------------------------------------------------------------|
 * | 0    | a notice about safety  | always                                                                      |
 * | 1    | a reply to this person | where they gave the feedback, or in the places that the reply names         |
 * | 2    | a reply to everyone    | in the places that it names, or else on the route of the feedback           |
 * | 2    | a notice, a question   | always                                                                      |
 */
export function rankPrompts(applicable: readonly GuideSummary[], context: PromptContext): PromptSummary[] {
  const rank = (prompt: PromptSummary): number =>
    prompt.kind === 'notice' && prompt.safety ? 0 : prompt.kind === 'reply' && isOwnReply(prompt, context) ? 1 : 2;
  return applicable
    .filter((guide): guide is PromptSummary => isPrompt(guide, context))
    .sort((one, other) => rank(one) - rank(other));
}

/** Does the reply answer feedback that this person gave? */
export const isOwnReply = (reply: ReplySummary, { own }: Pick<PromptContext, 'own'>): boolean => keyOfGuide(reply) in own.replies;

const isPrompt = (guide: GuideSummary, context: PromptContext): boolean =>
  guide.kind === 'notice' || guide.kind === 'question' || (guide.kind === 'reply' && isInPlace(guide, context));

function isInPlace(reply: ReplySummary, { own, route }: PromptContext): boolean {
  const ownReply = own.replies[keyOfGuide(reply)];
  if (!ownReply && reply.for !== 'everyone') return false;
  if (reply.where) return true;
  if (ownReply) return ownReply.routes.includes(route);
  return reply.to.route === undefined || reply.to.route === route;
}
