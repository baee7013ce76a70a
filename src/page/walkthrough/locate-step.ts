import { isWeakened } from '../../locator/is-weakened.ts';
import { locateAll } from '../../locator/locate-all.ts';
import type { LocateResult, NotLocated } from '../../locator/locate-result.ts';
import { isPart } from '../../locator/page/find-part.ts';
import { watch } from '../../locator/watch.ts';
import { watchPart } from '../../locator/watch-part.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { LocalizedStep } from '../../model/pack/localized-guide.ts';
import type { Absence } from '../../model/person/walk-state.ts';
import type { ActiveWalk, Player } from '../../player/create-player.ts';
import { after, childLifetime } from '../../runtime/lifetime.ts';
import type { PageHandle } from '../page-handle.ts';
import type { ActsScript } from './acts-script.ts';
import { listenForActions } from './listen-for-actions.ts';

interface LocateStepDeps extends Pick<PageHandle, 'load'> {
  player: Player;
  onFound: (element: Element) => void;
  /** May this frame report that the control of the step is missing? */
  mayReportMissing: () => boolean;
  lifetime: AbortSignal;
}

/** Milliseconds until a step reports that its control is not on the page, or no longer, and until the page has had its time to decide a branch. */
const GIVE_UP_AFTER_MS = 2000;

/** What completes a step without that script. */
const COMPLETED_WITHOUT = /^(next|click|place|appears|disappears)$/;

/** Looks for what the step on screen needs: its control, what it waits for, or what decides which branch is taken. */
export function locateStep({ guide, step, state }: ActiveWalk, deps: LocateStepDeps): void {
  if (state.phase === 'deciding') {
    watchDecision(step, deps);
    return;
  }
  if (state.phase === 'elsewhere' || state.phase === 'paused') return;
  const { advance, wait } = step;
  const completesByItself = advance.on === 'appears' || advance.on === 'disappears' || advance.on === 'place';
  const watchFor = (acts?: ActsScript) =>
    step.anchor &&
    watchControl(
      { ...step, anchor: step.anchor },
      { giveUpAfterMs: wait && !completesByItself ? wait.seconds * 1000 : GIVE_UP_AFTER_MS, acts },
      deps,
    );
  // So that it is there once its step comes.
  const acts = guide.steps.some(waitsForAct) ? deps.load('acts') : undefined;
  if (acts && waitsForAct(step)) void acts.then((loaded) => deps.lifetime.aborted || watchFor(loaded));
  else watchFor();
  if (advance.on === 'appears') watchAppearance(advance.anchor, 'met', deps);
  const closed = state.closedStep && guide.steps[state.closedStep.step]?.anchor;
  if (closed) watchAppearance(closed, 'reopened', deps);
  if (advance.on === 'disappears') watchDisappearance(advance.anchor ?? step.anchor, deps);
  if (wait && completesByItself) after(wait.seconds * 1000, () => deps.player.send({ is: 'overdue' }), deps.lifetime);
}

/** Does the step wait for an act on its control that a script of its own hears? */
const waitsForAct = ({ anchor, advance }: LocalizedStep): boolean => anchor !== undefined && !COMPLETED_WITHOUT.test(advance.on);

interface ControlWatch {
  giveUpAfterMs: number;
  acts: ActsScript | undefined;
}

function watchControl(
  { anchor, advance }: LocalizedStep & { anchor: Anchor },
  { giveUpAfterMs, acts }: ControlWatch,
  deps: LocateStepDeps,
): void {
  const { player, onFound, mayReportMissing, lifetime } = deps;
  const actions = listenForActions({ anchor, advance, player, acts, lifetime });
  let waiting = childLifetime(lifetime);
  const giveUp = (absence: { absence?: Absence }) => mayReportMissing() && player.send({ is: 'gave-up', ...absence });
  watch({
    anchors: [anchor],
    page: document,
    lifetime,
    patienceMs: giveUpAfterMs,
    onChange: ([one]) => {
      waiting.abort();
      if (one?.found) {
        actions.attach(one.element);
        onFound(one.element);
        player.send({ is: 'found' });
        if (isWeak(anchor, one)) reportIfItStays(anchor, deps);
      } else if (one?.state === 'missing') giveUp(absenceOf(one));
      else if (one?.state === 'gone' || one?.state === 'changed') {
        const byPerson = actions.detach();
        // What the person entered may have completed the step.
        if (lifetime.aborted) return;
        player.send({ is: 'lost', byPerson });
        waiting = childLifetime(lifetime);
        after(GIVE_UP_AFTER_MS, () => giveUp(absenceOf(one)), waiting.signal);
      }
    },
  });
}

const isWeak = (anchor: Anchor, located: LocateResult): boolean => isWeakened(anchor, located, document.documentElement.lang);

/** A page that is still being drawn has few neighbours to know a control by: only what stays weak is reported. */
function reportIfItStays(anchor: Anchor, { player, lifetime }: LocateStepDeps): void {
  const report = () => isWeak(anchor, locateAll([anchor], document)[0]!) && player.send({ is: 'weakened' });
  after(GIVE_UP_AFTER_MS, report, lifetime);
}

/** What a person is told besides that the control is not found. */
function absenceOf({ why, ...located }: LocateResult): { absence?: Absence } {
  if (why === 'hidden') return { absence: { is: why } };
  return why === 'several' ? { absence: { is: why, count: (located as NotLocated).count ?? 2 } } : {};
}

function watchAppearance(anchor: Anchor, event: 'met' | 'reopened', { player, lifetime }: LocateStepDeps): void {
  const onChange = (isPresent: boolean) => isPresent && player.send({ is: event });
  if (isPart(anchor)) watchPart(anchor, document, lifetime, onChange);
  else watch({ anchors: [anchor], page: document, lifetime, onChange: ([one]) => onChange(one?.found === true) });
}

/** Disappeared is what was there and is not any more, and what has not appeared at all in the time that a page takes to draw it. */
function watchDisappearance(anchor: Anchor | undefined, { player, lifetime }: LocateStepDeps): void {
  if (!anchor) return;
  const report = () => player.send({ is: 'met' });
  if (isPart(anchor)) {
    let hasAppeared = false;
    after(GIVE_UP_AFTER_MS, () => !hasAppeared && report(), lifetime);
    watchPart(anchor, document, lifetime, (isPresent) => {
      if (hasAppeared && !isPresent) report();
      hasAppeared ||= isPresent;
    });
    return;
  }
  watch({
    anchors: [anchor],
    page: document,
    lifetime,
    patienceMs: GIVE_UP_AFTER_MS,
    onChange: ([one]) => {
      if (one?.state === 'gone' || one?.state === 'missing') report();
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
