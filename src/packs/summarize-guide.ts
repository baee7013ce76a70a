import type { GuideSummary } from '../model/pack/guide-summary.ts';
import { localize } from '../model/text/text.ts';
import { localizedPack } from './localize-guide.ts';
import type { PackGuide } from './pack-guide.ts';

/** What a page gets of a guide before it is shown, in the first of the person's languages that the guide has. */
export function summarizeGuide(guide: PackGuide, languages: readonly string[]): GuideSummary {
  const { pack, id, where, requiresControl, priority } = guide;
  const common = {
    ...{ id, where, requiresControl, priority, app: pack.app },
    title: localize(guide.title, languages, pack.language),
    pack: localizedPack(pack, languages),
  };
  switch (guide.kind) {
    case 'tip':
      return { kind: guide.kind, ...common, anchor: guide.anchor };
    case 'notice':
      return { kind: guide.kind, ...common, safety: guide.safety, opens: guide.opens };
    case 'reply':
      return { kind: guide.kind, ...common, to: guide.to, for: guide.for };
    default:
      return { kind: guide.kind, ...common };
  }
}
