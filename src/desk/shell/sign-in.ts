import { type ReadonlySignal, signal } from '@preact/signals';
import type { Identity, SignInRefusal } from '../../model/hub-api/sign-ins.ts';
import type { ApiFailure } from '../kit/api-result.ts';
import type { HubApi } from '../kit/hub-api.ts';

export interface SignedOutState {
  at: 'out';
  why: 'not-yet' | 'link-refused' | 'provider-refused' | 'left' | 'ended';
  failure?: ApiFailure;
  /** Why the sign-in at a provider failed. */
  refusal?: SignInRefusal;
  /** The provider of the sign-in that the person has left: they may still be signed in there. */
  provider?: Identity['provider'];
}

/** Whether somebody is signed in at this desk, and who. */
type SignInState =
  | { at: 'opening' }
  | SignedOutState
  | { at: 'waiting'; failure: ApiFailure; retry: () => Promise<void> }
  | { at: 'in'; identity: Identity };

export interface SignInSession {
  state: ReadonlySignal<SignInState>;
  /** Signs in by the token of a link if there is one, else by the cookie of an earlier visit. */
  open: (token: string | null) => Promise<void>;
  /** A sign-in at a provider failed. */
  refuse: (refusal: SignInRefusal) => void;
  signOut: () => Promise<void>;
  /** The hub no longer accepts the cookie. */
  expire: (failure: ApiFailure) => void;
}

export function createSignIn(hub: Pick<HubApi, 'signIn' | 'me' | 'signOut'>): SignInSession {
  const state = signal<SignInState>({ at: 'opening' });

  const readState = async (refusal: ApiFailure | null) => {
    const me = await hub.me();
    if (me.ok) state.value = { at: 'in', identity: me.value };
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
    refuse: (refusal) => {
      state.value = { at: 'out', why: 'provider-refused', refusal };
    },
    signOut: async () => {
      const result = await hub.signOut();
      const session = state.value;
      const provider = session.at === 'in' ? session.identity.provider : null;
      if (result.ok || result.why.kind === 'signed-out') state.value = { at: 'out', why: 'left', provider };
      else state.value = { at: 'waiting', failure: result.why, retry: () => readState(null) };
    },
    expire: (failure) => {
      state.value = { at: 'out', why: 'ended', failure };
    },
  };
}
