import { isPart } from '../../locator/page/find-part.ts';
import { watch } from '../../locator/watch.ts';
import { watchPart } from '../../locator/watch-part.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { LocalizedStep } from '../../model/pack/localized-guide.ts';
import type { ActiveWalk, Player } from '../../player/create-player.ts';
import { after, childLifetime, onAbort } from '../../runtime/lifetime.ts';
import { listenForActions } from './listen-for-actions.ts';

interface LocateStepDeps {
  player: Player;
  /** The control is this one. */
  onFound: (element: Element) => void;
  /** May this script say that a step's control is not here? */
  mayReportMissing: () => boolean;
  lifetime: AbortSignal;
}

/** Milliseconds until a step says that its control is not here, or no longer; and until what an act decides is taken as decided. */
const GIVE_UP_AFTER_MS = 2000;

/** Looks for what the step on screen needs: its control, what it waits for, or what decides where it goes on. */
export function locateStep({ step, state }: ActiveWalk, deps: LocateStepDeps): void {
  if (state.phase === 'deciding') {
    watchDecision(step, deps);
    return;
  }
  if (state.phase === 'elsewhere' || state.phase === 'paused') return;
  const { advance, wait } = step;
  const completesByItself = advance.on === 'appears' || advance.on === 'disappears' || advance.on === 'place';
  if (step.anchor) watchControl(step.anchor, wait && !completesByItself ? wait.seconds * 1000 : GIVE_UP_AFTER_MS, deps);
  if (advance.on === 'appears') watchAppearance(advance.anchor, deps);
  if (advance.on === 'disappears') watchDisappearance(advance.anchor ?? step.anchor, deps);
  if (wait && completesByItself) after(wait.seconds * 1000, () => deps.player.send({ is: 'overdue' }), deps.lifetime);
}

function watchControl(
  anchor: Anchor,
  giveUpAfter: number,
  { player, onFound, mayReportMissing, lifetime }: LocateStepDeps,
): void {
  const acting = { life: new AbortController(), waiting: new AbortController() };
  const giveUp = () => mayReportMissing() && player.send({ is: 'gave-up' });
  onAbort(lifetime, () => {
    acting.life.abort();
    acting.waiting.abort();
  });
  watch({
    anchors: [anchor],
    page: document,
    lifetime,
    patienceMs: giveUpAfter,
    onChange: ([one]) => {
      acting.waiting.abort();
      if (!one) return;
      if (one.found) {
        acting.life.abort();
        acting.life = childLifetime(lifetime);
        listenForActions({ anchor, element: one.element, player, lifetime: acting.life.signal });
        onFound(one.element);
        player.send({ is: 'found' });
      } else if (one.state === 'missing') giveUp();
      else if (one.state === 'gone' || one.state === 'changed') {
        player.send({ is: 'lost' });
        acting.waiting = childLifetime(lifetime);
        after(GIVE_UP_AFTER_MS, giveUp, acting.waiting.signal);
      }
    },
  });
}

function watchAppearance(anchor: Anchor, { player, lifetime }: LocateStepDeps): void {
  const onChange = (isThere: boolean) => isThere && player.send({ is: 'met' });
  if (isPart(anchor)) watchPart(anchor, document, lifetime, onChange);
  else watch({ anchors: [anchor], page: document, lifetime, onChange: ([one]) => onChange(one?.found === true) });
}

/** Gone is what was there and is not any more; and what has not come at all in the time that a page takes to draw it. */
function watchDisappearance(anchor: Anchor | undefined, { player, lifetime }: LocateStepDeps): void {
  if (!anchor) return;
  const met = () => player.send({ is: 'met' });
  if (isPart(anchor)) {
    const seen = { ever: false };
    after(GIVE_UP_AFTER_MS, () => !seen.ever && met(), lifetime);
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
    patienceMs: GIVE_UP_AFTER_MS,
    onChange: ([one]) => {
      if (one?.state === 'gone' || one?.state === 'missing') met();
    },
  });
}

function watchDecision({ next = [] }: LocalizedStep, { player, lifetime }: LocateStepDeps): void {
  const report = () => player.send({ is: 'looked' });
  const conditionAnchors = next.flatMap((branch): Anchor[] =>
    branch.if && 'anchor' in branch.if && branch.if.anchor ? [branch.if.anchor] : [],
  );
  const anchors = conditionAnchors.filter((anchor) => !isPart(anchor));
  if (anchors.length > 0) watch({ anchors, page: document, lifetime, patienceMs: GIVE_UP_AFTER_MS, onChange: report });
  for (const anchor of conditionAnchors.filter(isPart)) watchPart(anchor, document, lifetime, report);
  after(GIVE_UP_AFTER_MS, () => player.send({ is: 'gave-up' }), lifetime);
}
