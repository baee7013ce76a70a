import { keyOfGuide, type LocalizedGuide, type LocalizedReply } from '../../model/pack/localized-guide.ts';
import type { PersonalContent } from '../../model/person/personal-content.ts';
import type { Prompt } from '../content-state.ts';

export interface PromptContext {
  /** Route template of the page. */
  route: string;
  own: Pick<PersonalContent, 'replies'>;
}

/**
 * Which of the guides that may be shown unasked here speaks first; the others wait until it is done with.
 *
 * | who                    | when                                                                        |
 * |------------------------|-----------------------------------------------------------------------------|
 * | a notice about safety  | first                                                                       |
 * | a reply to this person | next, since it is owed: where they said it, or in the places it names        |
 * | a reply as news        | in its turn, if it is for everyone: in its places, or on the route it names |
 * | a notice, a question   | in its turn                                                                 |
 */
export function pickPrompt(applicable: readonly LocalizedGuide[], context: PromptContext): Prompt | undefined {
  const prompts = applicable.filter((guide): guide is Prompt => isPrompt(guide, context));
  return (
    prompts.find((guide) => guide.kind === 'notice' && guide.safety) ??
    prompts.find((guide) => guide.kind === 'reply' && isOwnReply(guide, context)) ??
    prompts[0]
  );
}

export const isOwnReply = (guide: LocalizedReply, { own }: Pick<PromptContext, 'own'>): boolean =>
  keyOfGuide(guide) in own.replies;

const isPrompt = (guide: LocalizedGuide, context: PromptContext): boolean =>
  guide.kind === 'notice' || guide.kind === 'question' || (guide.kind === 'reply' && isInPlace(guide, context));

function isInPlace(guide: LocalizedReply, { own, route }: PromptContext): boolean {
  const ownReply = own.replies[keyOfGuide(guide)];
  if (!ownReply && guide.for !== 'everyone') return false;
  if (guide.where) return true;
  if (ownReply) return ownReply.routes.includes(route);
  return guide.to.route === undefined || guide.to.route === route;
}
