import { type ReadonlySignal, signal } from '@preact/signals';
import type { ApiFailure } from '../kit/api-result.ts';
import type { HubApi } from '../kit/hub-api.ts';

/** Whether somebody is signed in at this desk, and who. */
export type SignInState =
  | { at: 'opening' }
  | { at: 'out'; why: 'not-yet' | 'link-refused' | 'left' | 'ended'; failure?: ApiFailure }
  | { at: 'waiting'; failure: ApiFailure; retry: () => Promise<void> }
  | { at: 'in'; name: string };

export interface SignInSession {
  state: ReadonlySignal<SignInState>;
  /** Signs in by the token of a link if there is one, else by the cookie of an earlier visit. */
  open: (token: string | null) => Promise<void>;
  signOut: () => Promise<void>;
  /** The hub no longer accepts the cookie. */
  expire: (failure: ApiFailure) => void;
}

export function createSignIn(hub: HubApi): SignInSession {
  const state = signal<SignInState>({ at: 'opening' });

  const readState = async (refusal: ApiFailure | null) => {
    const me = await hub.me();
    if (me.ok) state.value = { at: 'in', name: me.value.name };
    else if (me.why.kind === 'unavailable') state.value = { at: 'waiting', failure: me.why, retry: () => readState(refusal) };
    else state.value = { at: 'out', why: refusal ? 'link-refused' : 'not-yet', failure: refusal ?? me.why };
  };

  const open = async (token: string | null) => {
    if (!token) return readState(null);
    const signedIn = await hub.signIn(token);
    // A link works once. Without an answer it may not be used up, so the retry uses it again.
    if (!signedIn.ok && signedIn.why.kind === 'unavailable')
      state.value = { at: 'waiting', failure: signedIn.why, retry: () => open(token) };
    else await readState(signedIn.ok ? null : signedIn.why);
  };

  return {
    state,
    open,
    signOut: async () => {
      const result = await hub.signOut();
      if (result.ok || result.why.kind === 'signed-out') state.value = { at: 'out', why: 'left' };
      else state.value = { at: 'waiting', failure: result.why, retry: () => readState(null) };
    },
    expire: (failure) => {
      state.value = { at: 'out', why: 'ended', failure };
    },
  };
}
