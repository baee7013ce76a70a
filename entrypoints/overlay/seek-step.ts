import { isPart } from '../../src/locator/find-part.ts';
import { watch } from '../../src/locator/watch.ts';
import { watchPart } from '../../src/locator/watch-part.ts';
import type { Anchor } from '../../src/model/anchor.ts';
import type { ShownStep } from '../../src/model/shown.ts';
import type { Player, Running } from '../../src/player/play.ts';
import { after, atEnd, childOf } from '../../src/runtime/lifetime.ts';
import { hearActs } from './hear-acts.ts';

interface Wiring {
  player: Player;
  /** The control is this one. */
  found: (element: Element) => void;
  /** May this script say that a step's control is not here? */
  mayMiss: () => boolean;
  lifetime: AbortSignal;
}

/** Milliseconds until a step says that its control is not here, or no longer; and until what an act decides is taken as decided. */
const patience = 2000;

/** Looks for what the step on screen needs: its control, what it waits for, or what decides where it goes on. */
export function seekStep({ step, state }: Running, wiring: Wiring): void {
  if (state.phase === 'deciding') {
    seekDecision(step, wiring);
    return;
  }
  if (state.phase === 'elsewhere' || state.phase === 'paused') return;
  const { advance, wait } = step;
  const comes = advance.on === 'there' || advance.on === 'gone' || advance.on === 'place';
  if (step.anchor) seekControl(step.anchor, wait && !comes ? wait.seconds * 1000 : patience, wiring);
  if (advance.on === 'there') seekThere(advance.anchor, wiring);
  if (advance.on === 'gone') seekGone(advance.anchor ?? step.anchor, wiring);
  if (wait && comes) after(wait.seconds * 1000, () => wiring.player.hear({ is: 'overdue' }), wiring.lifetime);
}

function seekControl(anchor: Anchor, within: number, { player, found, mayMiss, lifetime }: Wiring): void {
  const acting = { life: new AbortController(), waiting: new AbortController() };
  const giveUp = () => mayMiss() && player.hear({ is: 'gave-up' });
  atEnd(lifetime, () => {
    acting.life.abort();
    acting.waiting.abort();
  });
  watch({
    anchors: [anchor],
    page: document,
    lifetime,
    patience: within,
    onChange: ([one]) => {
      acting.waiting.abort();
      if (!one) return;
      if (one.found) {
        acting.life.abort();
        acting.life = childOf(lifetime);
        hearActs({ anchor, element: one.element, player, lifetime: acting.life.signal });
        found(one.element);
        player.hear({ is: 'found' });
      } else if (one.state === 'missing') giveUp();
      else if (one.state === 'gone' || one.state === 'changed') {
        player.hear({ is: 'lost' });
        acting.waiting = childOf(lifetime);
        after(patience, giveUp, acting.waiting.signal);
      }
    },
  });
}

function seekThere(anchor: Anchor, { player, lifetime }: Wiring): void {
  const onChange = (isThere: boolean) => isThere && player.hear({ is: 'met' });
  if (isPart(anchor)) watchPart(anchor, document, lifetime, onChange);
  else watch({ anchors: [anchor], page: document, lifetime, onChange: ([one]) => onChange(one?.found === true) });
}

/** Gone is what was there and is not any more; and what has not come at all in the time that a page takes to draw it. */
function seekGone(anchor: Anchor | undefined, { player, lifetime }: Wiring): void {
  if (!anchor) return;
  const met = () => player.hear({ is: 'met' });
  if (isPart(anchor)) {
    const seen = { ever: false };
    after(patience, () => !seen.ever && met(), lifetime);
    watchPart(anchor, document, lifetime, (isThere) => {
      if (seen.ever && !isThere) met();
      seen.ever ||= isThere;
    });
    return;
  }
  watch({
    anchors: [anchor],
    page: document,
    lifetime,
    patience,
    onChange: ([one]) => {
      if (one?.state === 'gone' || one?.state === 'missing') met();
    },
  });
}

function seekDecision({ next = [] }: ShownStep, { player, lifetime }: Wiring): void {
  const looked = () => player.hear({ is: 'looked' });
  const named = next.flatMap((branch): Anchor[] =>
    branch.if && 'anchor' in branch.if && branch.if.anchor ? [branch.if.anchor] : [],
  );
  const anchors = named.filter((anchor) => !isPart(anchor));
  if (anchors.length > 0) watch({ anchors, page: document, lifetime, patience, onChange: looked });
  for (const anchor of named.filter(isPart)) watchPart(anchor, document, lifetime, looked);
  after(patience, () => player.hear({ is: 'gave-up' }), lifetime);
}
