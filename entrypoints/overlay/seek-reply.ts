import { watch } from '../../src/locator/watch.ts';
import type { ShownReply } from '../../src/model/shown.ts';

/** Milliseconds until a reply whose control is not here is said without it. */
const patience = 2000;

/** Tells where a reply is to stand: beside its control, or by itself where it has none or the page has not. */
export function seekReply({ anchor }: ShownReply, lifetime: AbortSignal, stand: (beside: Element | null) => void): void {
  if (!anchor) {
    stand(null);
    return;
  }
  watch({
    anchors: [anchor],
    page: document,
    lifetime,
    patience,
    onChange: ([one]) => {
      if (one?.found) stand(one.element);
      else if (one && one.state !== 'looking') stand(null);
    },
  });
}
