import { computed, type Signal, signal } from '@preact/signals';
import type { Ask } from '../../src/messaging/ask.ts';
import type { WalkTold } from '../../src/messaging/messages.ts';
import type { OverlayState, WalkOnScreen } from '../../src/overlay/overlay-state.ts';
import type { Player, Running } from '../../src/player/play.ts';
import { on } from '../../src/runtime/lifetime.ts';

interface Wiring {
  state: OverlayState;
  ask: Ask;
  /** Does this script run in a frame of another origin than the page around it? */
  inner: boolean;
  lifetime: AbortSignal;
}

/**
 * A frame of another origin runs a script of its own, so several may lead one walkthrough in one tab. Each tells the others how far it
 * is and whether it shows the step beside its control: where one shows it, the others are still. The top goes before its frames.
 */
export function createAbreast({ state, ask, inner, lifetime }: Wiring) {
  const me = `${inner ? 'frame' : 'a top'} ${Math.random()}`;
  const shower = signal<string | null>(null);
  const told = { last: '', following: false };
  const shows = (walk: WalkOnScreen | null) => walk?.phase === 'showing' && walk.beside !== null;
  const elsewhere = () => shower.value !== null && (!shows(state.walk.value) || shower.value < me);
  /** What is on screen here. A frame shows what it has found, and never that something is missing. */
  const visible = computed(() => {
    const walk = state.walk.value;
    if (!walk || elsewhere()) return null;
    return !inner || shows(walk) || walk.phase === 'finished' ? walk : null;
  }) as Signal<WalkOnScreen | null>;

  function tell(player: Player, leaving = false): void {
    if (told.following) return;
    const now = player.running();
    const running = now && runningOf(now);
    const body = { by: me, running, shown: !leaving && shows(state.walk.value) };
    if (told.last === JSON.stringify(body) || (told.last === '' && !running)) return;
    told.last = JSON.stringify(body);
    void ask('walk', body);
  }

  function follow(
    player: Player,
    { by, running, shown }: WalkTold,
    open: (running: NonNullable<WalkTold['running']>) => void,
  ): void {
    if (by === me) return;
    const leaves = !shown && shower.value === by;
    shower.value = shown ? by : leaves ? null : shower.value;
    const own = player.running();
    const isSame = nameOf(own && runningOf(own)) === nameOf(running);
    // What this script did not find it could not miss while another showed it: it is looked for from the beginning.
    if (isSame && leaves && !inner) player.hear({ is: 'arrived' });
    if (!isSame) aside(() => (running ? open(running) : player.drop()));
  }

  /** Something done here that the other frames need not hear of. */
  function aside(act: () => void): void {
    told.following = true;
    act();
    told.following = false;
  }

  return {
    visible,
    /** May this script say that the control is not here? */
    mayMiss: () => !inner && shower.value === null,
    tell,
    follow,
    /** A page that the browser keeps whole must not come back with the step it left at: on the way back it is told where the person is. */
    leaveWith: (player: Player) =>
      on(
        window,
        'pagehide',
        () => {
          tell(player, true);
          aside(() => player.drop());
        },
        lifetime,
      ),
  };
}

const runningOf = ({ guide, step, state }: Running) => ({
  pack: guide.pack.id,
  guide: guide.id,
  step: step.id,
  way: state.way,
  trail: state.trail.map((at) => guide.steps[at]!.id),
  ...(state.phase === 'deciding' && { done: true }),
});

const nameOf = (running: WalkTold['running']): string =>
  running ? [running.pack, running.guide, running.step, running.way].join() : '';
