import { fits, refuse, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

type OfferingGuide = Pick<TargetedGuide, 'kind' | 'id' | 'pack' | 'opens' | 'safety'>;

/** The id of the walkthrough or checklist that a notice offers. A notice about safety is shown whether or not that guide fits. */
export const offeredBy = ({ kind, opens, safety }: Pick<OfferingGuide, 'kind' | 'opens' | 'safety'>): string | undefined =>
  kind === 'notice' && !safety ? opens : undefined;

/**
 * Does the guide that a notice offers fit this person? A guide that is no notice, or offers none, is never refused.
 *
 * @param guides all those of its pack, at least
 * @param judge whether the offered guide fits
 */
export function judgeOpenedGuide<G extends OfferingGuide>(
  guide: G,
  guides: readonly G[],
  judge: (offered: G) => boolean,
): TargetingVerdict {
  const id = offeredBy(guide);
  if (id === undefined) return fits;
  const offered = guides.find((one) => one.id === id && one.pack.id === guide.pack.id);
  return offered && judge(offered) ? fits : refuse('offered', id);
}
