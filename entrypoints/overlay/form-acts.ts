import type { Ask } from '../../src/messaging/ask.ts';
import type { FormActs } from '../../src/overlay/form-frame.tsx';

const keyOf = (url: string) => new URL(url).hash.slice(1);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The form says in the background that it is there, while we hear in the page that its frame has loaded: which comes first is not settled. */
export const createFormActs = (ask: Ask): FormActs => ({
  isAlive: async (url) => {
    for (const patience of [0, 150, 850]) {
      await pause(patience);
      if ((await ask('form.alive', { key: keyOf(url) })) === true) return true;
    }
    return false;
  },
  openWindow: (url) => void ask('form.window', { key: keyOf(url) }),
});
