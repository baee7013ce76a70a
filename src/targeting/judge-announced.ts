import { fits, type Judged, refuse, type Verdict } from './verdict.ts';

/**
 * Is what a notice announces there for this person to open? A guide that announces none is never refused.
 *
 * @param guides all those of its pack, at least
 * @param judge whether the announced one fits
 */
export function judgeAnnounced<G extends Judged>(guide: G, guides: readonly G[], judge: (announced: G) => boolean): Verdict {
  const { announces, pack } = guide;
  if (announces === undefined) return fits;
  const announced = guides.find((one) => one.id === announces && one.pack.id === pack.id);
  return announced && judge(announced) ? fits : refuse('announced', announces);
}
