import type { Anchor } from '../model/pack/anchor.ts';
import { matchesUrlScope } from '../model/route/url-scope.ts';
import { fits, refuse, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

/** The page as it is now. */
export interface TargetingPage {
  url: string;
  /** Is this control on the page? Left out where no page can be asked: then no guide is refused for it. */
  has?: ((anchor: Anchor) => boolean) | undefined;
}

/**
 * Does a guide belong on this page? The first rule that says no decides:
 *
 * | rule             | says no when                                         |
 * |------------------|------------------------------------------------------|
 * | place            | the guide names places and the address is in none    |
 * | requires-control | the guide requires a control that is not on the page |
 */
export function judgePage(
  { where, requiresControl }: Pick<TargetedGuide, 'where' | 'requiresControl'>,
  { url, has }: TargetingPage,
): TargetingVerdict {
  if (where && !where.some((place) => matchesUrlScope(url, place))) return refuse('place', where.join(', '));
  if (requiresControl && has && !has(requiresControl)) return refuse('requires-control', requiresControl.role);
  return fits;
}
