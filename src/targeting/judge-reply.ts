import type { LocalizedReply } from '../model/pack/localized-guide.ts';
import { fits, refuse, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

/** A reply is for those who gave the feedback that it answers, unless it is for everyone. */
export const judgeReply = (
  guide: Pick<TargetedGuide, 'kind'> & { for?: LocalizedReply['for'] },
  answersThem: boolean,
): TargetingVerdict => (guide.kind === 'reply' && guide.for !== 'everyone' && !answersThem ? refuse('feedback') : fits);
