import type { WalkMessage } from '../../messaging/messages.ts';

/** How far a walkthrough is; null when none is active. */
export type WalkPosition = WalkMessage['progress'];

export interface FrameSyncState {
  /** 0 is the top of the tab; every frame has a number of its own above that. The lowest of those that can show a step presents it. */
  frameId: number;
  /** Step that this frame last moved to, or followed the others to; null for none. */
  sharedStep: string | null;
  /** Step of the last move among the messages received so far: all frames come to it. */
  loggedStep: string | null;
  /** Step that this frame told the others it shows. */
  claimedStep: string | null;
  /** Other frames that show a step beside its control: frame → step. */
  claims: Readonly<Record<number, string>>;
  /** Own moves: how many were sent, and how many have reached every frame. */
  sentMoves: number;
  confirmedMoves: number;
}

export type FrameSyncEvent =
  /** The player here has changed. */
  | { is: 'changed'; position: WalkPosition; isShowing: boolean }
  /** The player here is about to resume what the background stored: that is no move. */
  | { is: 'resuming'; position: WalkPosition }
  /** A message of any frame, our own included: every frame receives all of them in the same order. */
  | { is: 'received'; message: WalkMessage; isShowing: boolean; isTop: boolean; position: WalkPosition }
  /** The background has answered our message: it has reached every frame, or never will. */
  | { is: 'confirmed'; move: number }
  /** The page is hidden for good, or put into the browser's cache. */
  | { is: 'left'; position: WalkPosition };

export type FrameSyncEffect =
  | { do: 'send'; message: WalkMessage }
  /** Bring the player here to that position, or end it, without saving or recording. */
  | { do: 'follow'; position: WalkPosition }
  /** Look for the control from the beginning. */
  | { do: 'search' };

interface FrameSyncTransition {
  state: FrameSyncState;
  effects: FrameSyncEffect[];
}

export const initialFrameSync = (frameId: number): FrameSyncState => ({
  frameId,
  sharedStep: null,
  loggedStep: null,
  claimedStep: null,
  claims: {},
  sentMoves: 0,
  confirmedMoves: 0,
});

/** Names a step in a mode, and whether it may be recorded: the same text in every frame. */
export const stepKey = (position: WalkPosition): string | null =>
  position && [position.pack, position.guide, position.step, position.mode, position.dependsOnValue ?? ''].join('/');

/**
 * Frames of other origins run scripts of their own, so several players may be in one walkthrough. This keeps them at the same step and
 * lets one of them present it. A message either moves all frames (`move`), or says that its frame shows the step now, or no longer (a claim).
 *
 * | event     | when                                                        | what becomes of it                             |
 * |-----------|-------------------------------------------------------------|------------------------------------------------|
 * | changed   | at another step than the frames share                       | send a move                                    |
 * | changed   | shows the step, and has not claimed it; or no longer shows it | send the claim, or that it ended              |
 * | changed   | else                                                        | nothing                                        |
 * | resuming  | always                                                      | the stored step is the shared one              |
 * | received  | our own                                                     | its move is confirmed                          |
 * | received  | our own claim to our step, which we have lost since         | send that it ended                             |
 * | received  | a claim                                                     | noted; if we present the step, repeat our claim |
 * | received  | the last claim to our step ends, and this is the top        | search: it may now be missing                  |
 * | received  | a move, while none of ours is unconfirmed                   | follow it                                      |
 * | received  | a move, while one of ours is unconfirmed                    | not followed: ours comes later in every frame  |
 * | confirmed | always                                                      | noted                                          |
 * | left      | has claimed a step                                          | send that it ended, follow to nothing          |
 * | left      | else                                                        | follow to nothing                              |
 */
export function advanceFrameSync(state: FrameSyncState, event: FrameSyncEvent): FrameSyncTransition {
  switch (event.is) {
    case 'changed':
      return change(state, event);
    case 'resuming':
      return { state: { ...state, sharedStep: stepKey(event.position), loggedStep: stepKey(event.position) }, effects: [] };
    case 'received':
      return receive(state, event);
    case 'confirmed':
      return { state: { ...state, confirmedMoves: Math.max(state.confirmedMoves, event.move) }, effects: [] };
    case 'left': {
      const message = { frameId: state.frameId, progress: event.position, presenting: false };
      return {
        state: { ...state, sharedStep: null, claimedStep: null },
        effects: [...(state.claimedStep === null ? [] : [{ do: 'send', message } as const]), { do: 'follow', position: null }],
      };
    }
  }
}

/** May this frame draw that step? A frame that shows it goes before one that does not; among those that do, the lowest number. */
export function isPresenter({ frameId, claims }: FrameSyncState, step: string | null, isShowing: boolean): boolean {
  const others = claimants(claims, step);
  return isShowing ? others.every((other) => other > frameId) : others.length === 0;
}

const claimants = (claims: FrameSyncState['claims'], step: string | null): number[] =>
  Object.entries(claims)
    .filter(([, claimed]) => claimed === step)
    .map(([frame]) => Number(frame));

function change(state: FrameSyncState, { position, isShowing }: FrameSyncEvent & { is: 'changed' }): FrameSyncTransition {
  const step = stepKey(position);
  const claimedStep = isShowing ? step : null;
  const isMove = step !== state.sharedStep;
  // A claim to another step needs no end: nobody is there any more.
  const isClaim = claimedStep !== state.claimedStep && (isShowing || state.claimedStep === step);
  const sentMoves = state.sentMoves + (isMove ? 1 : 0);
  const message: WalkMessage = {
    ...{ frameId: state.frameId, progress: position, presenting: isShowing },
    ...(isMove && { move: sentMoves }),
  };
  return {
    state: { ...state, sharedStep: step, claimedStep, sentMoves },
    effects: isMove || isClaim ? [{ do: 'send', message }] : [],
  };
}

function receive(before: FrameSyncState, event: FrameSyncEvent & { is: 'received' }): FrameSyncTransition {
  const { message, isShowing, isTop, position } = event;
  const own = stepKey(position);
  const step = stepKey(message.progress);
  const state = note(before, message);
  const claim = (presenting: boolean): FrameSyncEffect => ({
    do: 'send',
    message: { frameId: state.frameId, progress: position, presenting },
  });
  if (message.frameId === state.frameId) {
    const isVoid = message.presenting && step === own && state.claimedStep !== own;
    return { state, effects: isVoid ? [claim(false)] : [] };
  }
  if (message.move !== undefined && step !== own && state.sentMoves === state.confirmedMoves)
    return { state: { ...state, sharedStep: step, claimedStep: null }, effects: [{ do: 'follow', position: message.progress }] };
  if (message.presenting && step === own && isShowing && isPresenter(state, own, true)) return { state, effects: [claim(true)] };
  const isFreed = own !== null && before.claims[message.frameId] === own && claimants(state.claims, own).length === 0;
  return { state, effects: isFreed && isTop && !isShowing ? [{ do: 'search' }] : [] };
}

/** What every message says, in whichever frame: a move to another step makes all claims before it void. */
function note(state: FrameSyncState, { frameId, progress, presenting, move }: WalkMessage): FrameSyncState {
  const step = stepKey(progress);
  const isOwn = frameId === state.frameId;
  const isMove = move !== undefined && step !== state.loggedStep;
  const { [frameId]: _before, ...others } = isMove ? {} : state.claims;
  return {
    ...state,
    claims: presenting && step !== null && !isOwn ? { ...others, [frameId]: step } : others,
    loggedStep: move === undefined ? state.loggedStep : step,
    confirmedMoves: isOwn ? Math.max(state.confirmedMoves, move ?? 0) : state.confirmedMoves,
  };
}
