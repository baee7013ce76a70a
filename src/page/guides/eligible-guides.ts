import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';
import { chooseGuides } from '../../targeting/choose-guides.ts';
import { judgePage } from '../../targeting/judge-page.ts';
import type { PageContext } from '../page-handle.ts';
import { createAnchorPresence } from './anchor-presence.ts';

interface EligibleGuidesDeps {
  context: () => PageContext;
  lifetime: AbortSignal;
  /** Another control that guides ask for has come or gone. */
  onChange: () => void;
}

/** Says which of the guides that the background found fit for this person belong on this page now. */
export function createEligibleGuides({ context, lifetime, onChange }: EligibleGuidesDeps): () => LocalizedGuide[] {
  const presence = createAnchorPresence(lifetime, onChange);
  return () => {
    const { guides, fitting } = context();
    const url = location.href;
    presence.watchFor(
      guides.flatMap((guide) => (guide.requiresControl && judgePage(guide, { url }).fits ? guide.requiresControl : [])),
    );
    return chooseGuides(guides, fitting, { url, has: presence.has });
  };
}
