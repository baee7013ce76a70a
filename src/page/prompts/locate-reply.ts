import { watch } from '../../locator/watch.ts';
import type { LocalizedReply } from '../../model/pack/localized-guide.ts';

/** Milliseconds until a reply whose control is not here is said without it. */
const LOOK_FOR_CONTROL_MS = 2000;

/** Tells where a reply is to stand: beside its control, or by itself where it has none or the page has not. */
export function locateReply(
  { anchor }: LocalizedReply,
  lifetime: AbortSignal,
  onLocated: (beside: Element | null) => void,
): void {
  if (!anchor) {
    onLocated(null);
    return;
  }
  watch({
    anchors: [anchor],
    page: document,
    lifetime,
    patienceMs: LOOK_FOR_CONTROL_MS,
    onChange: ([one]) => {
      if (one?.found) onLocated(one.element);
      else if (one && one.state !== 'looking') onLocated(null);
    },
  });
}
