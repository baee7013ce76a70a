import type { GuideSummary } from '../../model/pack/guide-summary.ts';
import { chooseGuides } from '../../targeting/choose-guides.ts';
import { judgePage } from '../../targeting/judge-page.ts';
import type { PageContext } from '../page-handle.ts';
import { createAnchorPresence } from './anchor-presence.ts';

interface EligibleGuidesDeps {
  context: () => PageContext;
  lifetime: AbortSignal;
  /** A control that guides require has appeared or disappeared. */
  onChange: () => void;
}

/** Says which of the guides that the background has sent belong on this page as it is now. */
export function createEligibleGuides({ context, lifetime, onChange }: EligibleGuidesDeps): () => GuideSummary[] {
  const presence = createAnchorPresence(lifetime, onChange);
  return () => {
    const { guides } = context();
    const url = location.href;
    presence.watchFor(
      guides.flatMap((guide) => (guide.requiresControl && judgePage(guide, { url }).fits ? guide.requiresControl : [])),
    );
    return chooseGuides(guides, { url, has: presence.has });
  };
}
