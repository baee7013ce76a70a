import { fits, refuse, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

/**
 * Is what a notice announces there for this person to open? A guide that announces none is never refused.
 *
 * @param guides all those of its pack, at least
 * @param judge whether the announced one fits
 */
export function judgeOpenedGuide<G extends TargetedGuide>(
  guide: G,
  guides: readonly G[],
  judge: (announced: G) => boolean,
): TargetingVerdict {
  const { announces, pack } = guide;
  if (announces === undefined) return fits;
  const opened = guides.find((one) => one.id === announces && one.pack.id === pack.id);
  return opened && judge(opened) ? fits : refuse('announced', announces);
}
