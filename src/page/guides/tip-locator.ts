import { watch } from '../../locator/watch.ts';
import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { TipSummary } from '../../model/pack/guide-summary.ts';
import type { LocalizedTip } from '../../model/pack/localized-guide.ts';
import type { OverlayState, PlacedTip } from '../../overlay/overlay-state.ts';
import type { GuideBodies } from './guide-bodies.ts';

interface LocateTipsDeps {
  state: Pick<OverlayState, 'tips'>;
  bodies: GuideBodies;
  lifetime: AbortSignal;
}

/** Watches the controls of tips. A tip is on screen while its control is found and its body is there. */
export function locateTips(tips: readonly TipSummary[], { state, bodies, lifetime }: LocateTipsDeps): void {
  const loaded = new Map<string, LocalizedTip>();
  const requested = new Set<string>();
  let found: { tip: TipSummary; target: Element }[] = [];

  function place(): void {
    state.tips.value = found.flatMap(({ tip, target }): PlacedTip[] => {
      const body = loaded.get(keyOfGuide(tip));
      return body ? [{ tip: body, target }] : [];
    });
  }

  async function load(tip: TipSummary): Promise<void> {
    const key = keyOfGuide(tip);
    if (requested.has(key)) return;
    requested.add(key);
    const body = await bodies.of(tip);
    if (!body || lifetime.aborted) return;
    loaded.set(key, body);
    place();
  }

  watch({
    anchors: tips.map((tip) => tip.anchor),
    page: document,
    lifetime,
    onChange: (watched) => {
      found = tips.flatMap((tip, nth) => {
        const one = watched[nth];
        return one?.found ? [{ tip, target: one.element }] : [];
      });
      place();
      for (const { tip } of found) void load(tip);
    },
  });
}
