import { isOver } from '../model/is-over.ts';
import type { OwnContent } from '../model/own-content.ts';
import type { Settled } from '../model/settled.ts';
import { guideKey, type ShownGuide, type ShownReply } from '../model/shown.ts';
import type { Speaking } from './content-state.ts';

export interface Moment {
  /** Route template of the page. */
  route: string;
  settled: Readonly<Record<string, Settled>>;
  own: Pick<OwnContent, 'replies'>;
  /** Guides by `pack/guide` that the person wants quiet from. */
  quiet: readonly string[];
}

/**
 * Which of the guides that fit here speaks first; the others wait until it is done with.
 *
 * | who                          | when                                                                      |
 * |------------------------------|---------------------------------------------------------------------------|
 * | a reply to this person       | first, since it is owed: where they said it, or in the places it names     |
 * | a reply as news              | in its turn, if it is for everyone: in its places, or on the route it names |
 * | a notice, a question         | in its turn                                                               |
 * | what is over, or to be quiet | never                                                                     |
 */
export function whoSpeaks(fitting: readonly ShownGuide[], moment: Moment): Speaking | undefined {
  const speaking = fitting.filter((guide): guide is Speaking => isSpeaking(guide, moment));
  return speaking.find((guide) => guide.kind === 'reply' && isOwn(guide, moment)) ?? speaking[0];
}

export const isOwn = (guide: ShownReply, { own }: Pick<Moment, 'own'>): boolean => guideKey(guide) in own.replies;

function isSpeaking(guide: ShownGuide, moment: Moment): boolean {
  const key = guideKey(guide);
  if (isOver(guide.kind, moment.settled[key]) || moment.quiet.includes(key)) return false;
  return guide.kind === 'notice' || guide.kind === 'question' || (guide.kind === 'reply' && isInPlace(guide, moment));
}

function isInPlace(guide: ShownReply, moment: Moment): boolean {
  const own = moment.own.replies[guideKey(guide)];
  if (!own && guide.for !== 'everyone') return false;
  if (guide.where) return true;
  if (own) return own.routes.includes(moment.route);
  return guide.to.route === undefined || guide.to.route === moment.route;
}
