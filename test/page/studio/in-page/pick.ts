import { describe } from '../../../../src/locator/anchor/describe.ts';
import { pickControl } from '../../../../src/page/studio/pick-control.ts';

/** What was picked, in order; what the page's own listeners have noticed is for the page to say. */
const picked: unknown[] = [];

/** Lets somebody point at a control of the page, until `stop`. */
export function startPicking(): void {
  const life = new AbortController();
  Object.assign(globalThis, { picked, stop: () => life.abort() });
  pickControl({
    ask: (async (_name: string, body: { picked: unknown }) => {
      picked.push(body.picked);
      return { ok: true };
    }) as never,
    describe(element) {
      const anchor = describe(element);
      return { anchor, strength: anchor.confidence === 0 ? 'ambiguous' : 'sure', route: '/' };
    },
    t: ((key: string) => key) as never,
    lifetime: life.signal,
  });
}
