import type { AnchorHealth } from '../../messaging/studio-messages.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { ControlFinding } from '../../model/pack/control-finding.ts';
import { matchesUrlScope } from '../../model/route/url-scope.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { FindControls } from '../control-reports.ts';
import { anchorsInDraft, type DraftAnchor } from './draft-anchors.ts';
import { strengthOfAnchor } from './strength-of-anchor.ts';

/**
 * How each anchor of a draft fares on the page in front, by the JSON text of its path.
 *
 * | the page                                     | is          |
 * |----------------------------------------------|-------------|
 * | is none of the app, or cannot be asked       | no-page     |
 * | is not where the step takes place            | other-page  |
 * | has it, and little told it from others       | weak        |
 * | has it, and it is less sure than recorded    | weak        |
 * | has it                                       | found       |
 * | has several that cannot be told              | ambiguous   |
 * | has it, and does not show it now             | hidden      |
 * | does not have it                             | absent      |
 *
 * @param urls addresses of the page in front and of its frames; undefined where that is none of the app
 */
export async function draftHealth(
  draft: StudioDraft,
  urls: readonly string[] | undefined,
  find: FindControls,
): Promise<Record<string, AnchorHealth>> {
  const anchors = anchorsInDraft(draft);
  const here = anchors.filter((one) => urls !== undefined && isHere(one, urls));
  const findings = here.length > 0 ? await find(here.map(({ anchor }) => anchor)) : [];
  const healthOf = (one: DraftAnchor): AnchorHealth => {
    if (urls === undefined) return { is: 'no-page' };
    if (!here.includes(one)) return { is: 'other-page' };
    const finding = findings?.[here.indexOf(one)];
    return finding ? healthOfFinding(finding, one.anchor) : { is: 'no-page' };
  };
  return Object.fromEntries(anchors.map((one) => [JSON.stringify(one.path), healthOf(one)]));
}

const isHere = ({ places }: DraftAnchor, urls: readonly string[]): boolean =>
  places.length === 0 || places.some((place) => urls.some((url) => matchesUrlScope(url, place)));

function healthOfFinding({ is, because, nearest, isWeakened, differs }: ControlFinding, anchor: Anchor): AnchorHealth {
  const details = {
    ...(because !== undefined && { because }),
    ...(nearest && { nearest }),
    ...(isWeakened && { isWeakened }),
    ...(differs && differs.length > 0 && { differs }),
  };
  if (is === 'several') return { is: 'ambiguous', ...details };
  if (is !== 'found') return { is, ...details };
  const isSure = !isWeakened && ['only', 'sure'].includes(strengthOfAnchor(anchor));
  return { is: isSure ? 'found' : 'weak', ...details };
}
