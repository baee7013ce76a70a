/** A prompt that was asked for, or is on screen, by its key `pack/guide`. */
export type PromptStage =
  /** The page has just begun, and is left to itself. */
  | { is: 'starting' }
  /** Nothing is on screen, and something may be. */
  | { is: 'idle' }
  /** The background was asked whether this prompt may be shown now. */
  | { is: 'requesting'; key: string }
  /** Permitted, but not drawn while prompts are suppressed. `pinned`: it was answered, and stays until it is closed. */
  | { is: 'held'; key: string; pinned: boolean }
  | { is: 'showing'; key: string; pinned: boolean }
  /** The person closed a prompt. There is no other before they go to another address. */
  | { is: 'resting' };

export interface PromptState {
  stage: PromptStage;
  /** A walkthrough or an offer to continue one is on screen in this tab, or a checklist is open. */
  suppressed: boolean;
  /** Prompts that may be shown here, best first, as last heard. */
  ranked: readonly string[];
  /** The person is not in the middle of something, as last heard. */
  isFree: boolean;
  /** Not permitted now; asked for again after the address has changed. */
  refused: readonly string[];
  /** Closed by the person: never again on this page. */
  closed: readonly string[];
  /** Recorded as shown. */
  shown: readonly string[];
}

export type PromptEvent =
  /** The initial quiet time is over. */
  | { is: 'started' }
  | { is: 'updated'; ranked: readonly string[]; isFree: boolean }
  /** The background permits it, and it is ready to be drawn. */
  | { is: 'granted'; key: string }
  | { is: 'refused'; key: string }
  /** The question was answered: here, in our form, or in another tab. */
  | { is: 'answered'; key: string }
  | { is: 'closed'; key: string }
  /** The person takes back that they closed it. */
  | { is: 'restored'; key: string }
  | { is: 'suppressed' }
  | { is: 'released' }
  /** The address has changed. */
  | { is: 'moved' };

export type PromptEffect =
  | { do: 'request'; key: string }
  /** Draw it. `first`: it has not been on screen before, so record and announce it. */
  | { do: 'show'; key: string; first: boolean }
  | { do: 'thank'; key: string }
  /** Take back what was requested, or take down what was drawn. */
  | { do: 'remove'; key: string };

interface PromptTransition {
  state: PromptState;
  effects: PromptEffect[];
}

export const initialPromptState: PromptState = {
  stage: { is: 'starting' },
  suppressed: false,
  ranked: [],
  isFree: false,
  refused: [],
  closed: [],
  shown: [],
};

/**
 * Decides which prompt (notice, question or reply) is on screen. Pure and total: what the table does not name changes nothing.
 *
 * | event      | starting | idle        | requesting                     | held              | showing                     | resting |
 * |------------|----------|-------------|--------------------------------|-------------------|-----------------------------|---------|
 * | started    | → choose |             |                                |                   |                             |         |
 * | updated    | noted    | → choose    | the best still? else → choose  | noted             | still due? else → choose    | noted   |
 * | granted    |          |             | → showing; held if suppressed  |                   |                             |         |
 * | refused    |          |             | noted → choose                 |                   |                             |         |
 * | answered   |          |             |                                | pinned            | pinned, thanks              |         |
 * | closed     | noted    | noted       | → resting                      | → resting         | → resting                   | noted   |
 * | restored   | noted    | → choose    | noted                          | noted             | noted                       | → choose |
 * | suppressed | noted    | noted       | noted                          |                   | → held                      | noted   |
 * | released   | noted    | → choose    | as updated                     | still due? → showing, else → choose | noted     | noted   |
 * | moved      | refusals are forgotten: in every stage                                                            | → idle  |
 *
 * - `choose`: if nothing is suppressed and the person is free, request the best prompt that was neither refused nor closed; else idle.
 * - A prompt is the best `still` if `choose` would request it; it is `still due` while it is ranked or pinned.
 * - While prompts are suppressed, `updated` is noted and nothing else.
 * - `closed`, `granted`, `refused` and `answered` concern the prompt of the stage; for another key they are at most noted.
 */
export function advancePrompt(before: PromptState, event: PromptEvent): PromptTransition {
  const { stage } = before;
  switch (event.is) {
    case 'started':
      return stage.is === 'starting' ? choose(before) : unchanged(before);
    case 'updated': {
      const state = { ...before, ranked: event.ranked, isFree: event.isFree };
      return state.suppressed ? unchanged(state) : reconsider(state);
    }
    case 'granted':
      return stage.is === 'requesting' && stage.key === event.key
        ? present(before, { key: stage.key, pinned: false })
        : unchanged(before);
    case 'refused':
      if (stage.is !== 'requesting' || stage.key !== event.key) return unchanged(before);
      return choose({ ...before, refused: [...before.refused, event.key] }, stage.key);
    case 'answered':
      if ((stage.is !== 'showing' && stage.is !== 'held') || stage.key !== event.key) return unchanged(before);
      return { state: { ...before, stage: { ...stage, pinned: true } }, effects: [{ do: 'thank', key: stage.key }] };
    case 'closed':
      return close(before, event.key);
    case 'restored': {
      const state = { ...before, closed: before.closed.filter((key) => key !== event.key) };
      return stage.is === 'idle' || stage.is === 'resting' ? choose(state) : unchanged(state);
    }
    case 'suppressed': {
      const state = { ...before, suppressed: true };
      return unchanged(stage.is === 'showing' ? { ...state, stage: { ...stage, is: 'held' } } : state);
    }
    case 'released':
      return before.suppressed ? reconsider({ ...before, suppressed: false }) : unchanged(before);
    case 'moved':
      return unchanged({ ...before, refused: [], stage: stage.is === 'resting' ? { is: 'idle' } : stage });
  }
}

const unchanged = (state: PromptState): PromptTransition => ({ state, effects: [] });

/** After an update, or once nothing suppresses prompts any more. */
function reconsider(state: PromptState): PromptTransition {
  const { stage } = state;
  switch (stage.is) {
    case 'idle':
      return choose(state);
    case 'requesting':
      return bestPrompt(state) === stage.key ? unchanged(state) : choose(state, stage.key);
    case 'held':
      return isDue(state, stage) ? present(state, stage) : choose(state, stage.key);
    case 'showing':
      return isDue(state, stage) ? unchanged(state) : choose(state, stage.key);
    default:
      return unchanged(state);
  }
}

const isDue = ({ ranked }: PromptState, { key, pinned }: { key: string; pinned: boolean }): boolean =>
  pinned || ranked.includes(key);

function bestPrompt({ ranked, isFree, refused, closed }: PromptState): string | undefined {
  return isFree ? ranked.find((key) => !refused.includes(key) && !closed.includes(key)) : undefined;
}

/** @param removed the prompt that makes way */
function choose(state: PromptState, removed?: string): PromptTransition {
  const best = state.suppressed ? undefined : bestPrompt(state);
  const effects: PromptEffect[] = removed === undefined ? [] : [{ do: 'remove', key: removed }];
  if (best === undefined) return { state: { ...state, stage: { is: 'idle' } }, effects };
  return { state: { ...state, stage: { is: 'requesting', key: best } }, effects: [...effects, { do: 'request', key: best }] };
}

function present(state: PromptState, { key, pinned }: { key: string; pinned: boolean }): PromptTransition {
  if (state.suppressed) return unchanged({ ...state, stage: { is: 'held', key, pinned } });
  const first = !state.shown.includes(key);
  const shown = first ? [...state.shown, key] : state.shown;
  return { state: { ...state, shown, stage: { is: 'showing', key, pinned } }, effects: [{ do: 'show', key, first }] };
}

function close(before: PromptState, key: string): PromptTransition {
  const { stage } = before;
  const state = { ...before, closed: [...before.closed.filter((one) => one !== key), key] };
  if (!('key' in stage) || stage.key !== key) return unchanged(state);
  return { state: { ...state, stage: { is: 'resting' } }, effects: [{ do: 'remove', key }] };
}
