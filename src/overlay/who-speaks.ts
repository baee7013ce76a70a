import type { OwnContent } from '../model/own-content.ts';
import { guideKey, type ShownGuide, type ShownReply } from '../model/shown.ts';
import type { Speaking } from './content-state.ts';

export interface Moment {
  /** Route template of the page. */
  route: string;
  own: Pick<OwnContent, 'replies'>;
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
export function whoSpeaks(fitting: readonly ShownGuide[], moment: Moment): Speaking | undefined {
  const speaking = fitting.filter((guide): guide is Speaking => isSpeaking(guide, moment));
  return (
    speaking.find((guide) => guide.kind === 'notice' && guide.safety) ??
    speaking.find((guide) => guide.kind === 'reply' && isOwn(guide, moment)) ??
    speaking[0]
  );
}

export const isOwn = (guide: ShownReply, { own }: Pick<Moment, 'own'>): boolean => guideKey(guide) in own.replies;

const isSpeaking = (guide: ShownGuide, moment: Moment): boolean =>
  guide.kind === 'notice' || guide.kind === 'question' || (guide.kind === 'reply' && isInPlace(guide, moment));

function isInPlace(guide: ShownReply, { own, route }: Moment): boolean {
  const said = own.replies[guideKey(guide)];
  if (!said && guide.for !== 'everyone') return false;
  if (guide.where) return true;
  if (said) return said.routes.includes(route);
  return guide.to.route === undefined || guide.to.route === route;
}
