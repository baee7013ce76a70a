import { type ReadonlySignal, signal } from '@preact/signals';
import type { ApiFailure } from '../kit/api-result.ts';
import type { HubApi } from '../kit/hub-api.ts';

/** Whether, and as whom, somebody is signed in at this desk. (A session of the browser; a focus session is another thing.) */
export type SignInState =
  | { at: 'opening' }
  | { at: 'out'; why: 'not-yet' | 'link-refused' | 'left' | 'ended'; failure?: ApiFailure }
  | { at: 'waiting'; failure: ApiFailure; retry: () => Promise<void> }
  | { at: 'in'; name: string };

export interface SignInSession {
  state: ReadonlySignal<SignInState>;
  /** Come in: by the token of a link where there is one, or by the cookie of an earlier visit. */
  open: (token: string | null) => Promise<void>;
  signOut: () => Promise<void>;
  /** The hub no longer knows this visit. */
  expire: (trouble: ApiFailure) => void;
}

export function createSignIn(hub: HubApi): SignInSession {
  const state = signal<SignInState>({ at: 'opening' });

  const settle = async (refusal: ApiFailure | null) => {
    const me = await hub.me();
    if (me.ok) state.value = { at: 'in', name: me.value.name };
    else if (me.why.kind === 'silent') state.value = { at: 'waiting', failure: me.why, retry: () => settle(refusal) };
    else state.value = { at: 'out', why: refusal ? 'link-refused' : 'not-yet', failure: refusal ?? me.why };
  };

  const open = async (token: string | null) => {
    if (!token) return settle(null);
    const signedIn = await hub.signIn(token);
    // An unanswered link is kept: it works once, and it may not have been used up.
    if (!signedIn.ok && signedIn.why.kind === 'silent')
      state.value = { at: 'waiting', failure: signedIn.why, retry: () => open(token) };
    else await settle(signedIn.ok ? null : signedIn.why);
  };

  return {
    state,
    open,
    signOut: async () => {
      const left = await hub.signOut();
      if (left.ok || left.why.kind === 'signed-out') state.value = { at: 'out', why: 'left' };
      else state.value = { at: 'waiting', failure: left.why, retry: () => settle(null) };
    },
    expire: (failure) => {
      state.value = { at: 'out', why: 'ended', failure };
    },
  };
}
