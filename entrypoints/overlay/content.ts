import { isUnanswered } from '../../src/messaging/ask.ts';
import { aboutGuide } from '../../src/model/shown.ts';
import type { ContentActs } from '../../src/overlay/content-state.ts';
import { createContentActs } from './content-acts.ts';
import type { ContentWiring, Recording } from './content-wiring.ts';
import { drawChecklists } from './draw-checklists.ts';
import { createSpeaking } from './speaking.ts';

/** Notices, questions and replies speak in their turn; checklists lie where they were left. */
export function createContent(wiring: ContentWiring): { acts: Omit<ContentActs, 'form'>; renew(): void; moved(): void } {
  const { state, ask, here, route } = wiring;

  const record: Recording = (guide, what) => {
    void ask('guide', { route: route(), about: aboutGuide(guide), what }).then((reply) => {
      if (isUnanswered(reply)) console.debug('[cairn]', reply.unanswered);
    });
  };
  const speaking = createSpeaking(wiring, record);

  return {
    acts: createContentActs({ ...wiring, record, rest: speaking.rest }),
    renew() {
      state.content.appName.value = here().app.name;
      drawChecklists(state.content, here());
      speaking.consider();
    },
    moved() {
      speaking.moved();
      drawChecklists(state.content, here());
    },
  };
}
