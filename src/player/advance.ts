import type { KeptStep, Way } from '../model/progress.ts';
import type { ShownWalkthrough } from '../model/shown.ts';
import type { WalkState } from '../model/walk-state.ts';
import { enter, isFor, keep, showAt } from './enter.ts';
import { decide, done, goOn, holds, passOver, settle } from './onward.ts';
import { type Page, type Played, type PlayerEvent, same } from './played.ts';

const over = (state: WalkState): boolean => state.phase === 'finished' || state.phase === 'left';

/** Open a walkthrough at its first step. */
export function begin(guide: ShownWalkthrough, page: Page, way: Way = 'guide'): Played {
  const { state, effects } = settle(guide, enter(guide, { step: 0, way, trail: [] }, page), page);
  return { state, effects: [{ do: 'record', what: 'opened' }, ...effects] };
}

/** Come back to one after a page load, which may be what its step waited for. A step that a newer pack no longer has begins anew. */
export function resume(guide: ShownWalkthrough, page: Page, kept: KeptStep): Played {
  const indexOf = (id: string) => guide.steps.findIndex((step) => step.id === id);
  const step = indexOf(kept.step);
  if (step < 0) return settle(guide, enter(guide, { step: 0, way: kept.way, trail: [] }, page), page);
  const { way, where } = kept;
  const trail = kept.trail.map(indexOf).filter((at) => at >= 0);
  if (kept.done) {
    const state: WalkState = { step, phase: 'deciding', way, trail, ...(where && { where }) };
    const decided = decide(guide, state, page);
    return decided.effects.length > 0 ? settle(guide, decided, page) : { state, effects: [keep(guide, state), { do: 'seek' }] };
  }
  return settle(guide, enter(guide, { step, way, trail, ...(where && { where }) }, page), page);
}

/**
 * One step of the state machine: pure for what the page says, total, and silent once the walkthrough is over.
 *
 * | event             | what becomes of it                                                                  |
 * |-------------------|-------------------------------------------------------------------------------------|
 * | arrived           | a step that waits for this place is done; one that belongs here stays; else sought, or paused |
 * | found, lost       | shown; looked for again                                                             |
 * | gave-up           | missing: said on screen, recorded for the author; an optional step is passed over   |
 * | met               | the step is done, if that is what it waits for                                      |
 * | overdue           | it is late: said on screen, recorded for the author                                 |
 * | looked            | while deciding: the branch that holds now is taken                                  |
 * | acted, performed  | the step is done, if it waits for that act and all is as it has to be               |
 * | next, skip        | on; `next` from a step on screen only if all is as it has to be                     |
 * | back              | to the step that led here                                                           |
 * | way               | led in another way from here                                                        |
 * | played            | on, if the ghost leads                                                              |
 * | agree, decline    | done for the person; what is risky after they agreed twice                          |
 * | refused           | it could not be done for them: said on screen                                       |
 * | leave             | over; recorded as dismissed                                                         |
 */
export function advance(guide: ShownWalkthrough, state: WalkState, event: PlayerEvent, page: Page): Played {
  if (over(state) || !guide.steps[state.step]) return same(state);
  return settle(guide, react(guide, state, event, page), page);
}

function react(guide: ShownWalkthrough, state: WalkState, event: PlayerEvent, page: Page): Played {
  const { phase } = state;
  const step = guide.steps[state.step]!;
  switch (event.is) {
    case 'arrived':
      return arrive(guide, state, page);
    case 'found':
      return phase === 'seeking' || phase === 'missing' ? showAt(guide, state, page) : same(state);
    case 'lost':
      return phase === 'showing' ? same({ ...calm(state), phase: 'seeking' }) : same(state);
    case 'gave-up':
      return giveUp(guide, state, page);
    case 'met':
      if (state.held || (step.advance.on !== 'there' && step.advance.on !== 'gone')) return same(state);
      return isHere(state) ? done(guide, state, page, true) : same(state);
    case 'overdue':
      if (phase !== 'showing' || !step.wait || state.late) return same(state);
      return { state: { ...state, late: true }, effects: missed(guide, state) };
    case 'looked':
      return phase === 'deciding' ? decide(guide, state, page) : same(state);
    case 'acted':
      return phase === 'showing' && step.advance.on === event.by ? doneIfRight(guide, state, page, true) : same(state);
    case 'next':
      if (phase !== 'showing' || state.way === 'show') return goOnFrom(guide, state, page);
      return doneIfRight(guide, state, page, false);
    case 'skip':
      return goOnFrom(guide, state, page);
    case 'played':
      return state.way === 'show' ? goOnFrom(guide, state, page) : same(state);
    case 'back':
      return enter(
        guide,
        { step: state.trail.at(-1) ?? state.step, way: state.way, trail: state.trail.slice(0, -1), held: true },
        page,
      );
    case 'way': {
      if (event.way === state.way) return same(state);
      const led: WalkState = { ...calm(state), way: event.way };
      return phase === 'deciding' ? { state: led, effects: [keep(guide, led)] } : enter(guide, led, page);
    }
    case 'agree':
      return agree(guide, state, event.risky);
    case 'decline':
      return same(calm(state));
    case 'performed':
      if (!state.busy) return same(state);
      return isByAct(step.advance.on) ? doneIfRight(guide, calm(state), page, true) : arrive(guide, calm(state), page);
    case 'refused':
      return state.busy ? same({ ...calm(state), refused: event.why }) : same(state);
    case 'leave': {
      const left: WalkState = { ...state, phase: 'left' };
      const said = state.way === 'show' ? [] : [{ do: 'record', what: 'dismissed', step: step.id } as const];
      return { state: left, effects: [{ do: 'keep', kept: null }, ...said] };
    }
  }
}

/**
 * The address changed. A step that stands where it belongs goes on standing: looked for anew, it would hear nothing of what the person
 * does meanwhile. What is being done for the person is done first, and may be what changed it.
 */
function arrive(guide: ShownWalkthrough, state: WalkState, page: Page): Played {
  if (state.phase === 'deciding') return decide(guide, state, page);
  if (state.busy) return same(state);
  const stands = state.phase === 'showing' && !state.held && isFor(guide.steps[state.step]!, page.url);
  return stands ? showAt(guide, state, page) : enter(guide, { ...state, held: undefined }, page);
}

/** On the page where the step belongs, whether its control is seen or not. */
const isHere = ({ phase }: WalkState): boolean => phase === 'seeking' || phase === 'showing' || phase === 'missing';

const isByAct = (on: string): boolean => on === 'click' || on === 'input' || on === 'next';

/** Without what belonged to a question that is over. */
function calm({ asked: _asked, refused: _refused, busy: _busy, unmet: _unmet, ...state }: WalkState): WalkState {
  return state;
}

const missed = (guide: ShownWalkthrough, { step, way }: WalkState): Played['effects'] =>
  way === 'show' ? [] : [{ do: 'record', what: 'missing', step: guide.steps[step]!.id }];

function giveUp(guide: ShownWalkthrough, state: WalkState, page: Page): Played {
  if (state.phase === 'deciding') return goOn(guide, state, page);
  if (state.phase !== 'seeking') return same(state);
  if (guide.steps[state.step]!.optional && !state.held) return passOver(guide, state, page);
  return { state: { ...calm(state), phase: 'missing' }, effects: missed(guide, state) };
}

/** On, without asking whether anything is as it has to be. */
const goOnFrom = (guide: ShownWalkthrough, state: WalkState, page: Page): Played =>
  state.phase === 'deciding' ? goOn(guide, state, page) : done(guide, state, page, false);

function doneIfRight(guide: ShownWalkthrough, state: WalkState, page: Page, answers: boolean): Played {
  const step = guide.steps[state.step]!;
  const { advance: own, checks } = step;
  if (own.on === 'input' && own.value && !page.holds({ is: 'value', value: own.value }, step))
    return same({ ...calm(state), unmet: 'value' });
  const unmet = checks?.findIndex(({ need }) => !holds(need, step, page)) ?? -1;
  return unmet < 0 ? done(guide, state, page, answers) : same({ ...calm(state), unmet });
}

function agree(guide: ShownWalkthrough, state: WalkState, risky: boolean): Played {
  const may = state.way === 'do' && state.phase === 'showing' && !state.busy && guide.steps[state.step]!.do;
  if (!may) return same(state);
  if (risky && !state.asked) return same({ ...calm(state), asked: true });
  return { state: { ...calm(state), busy: true }, effects: [{ do: 'perform' }] };
}
