import { type ReadonlySignal, signal } from '@preact/signals';
import type { Trouble } from './answer.ts';
import type { Hub } from './hub.ts';

/** Whether, and as whom, somebody is signed in at this desk. (A session of the browser; a focus session is another thing.) */
export type Standing =
  | { at: 'opening' }
  | { at: 'out'; why: 'not-yet' | 'link-refused' | 'left' | 'ended'; trouble?: Trouble }
  | { at: 'waiting'; trouble: Trouble; again: () => Promise<void> }
  | { at: 'in'; name: string };

export interface SignIn {
  standing: ReadonlySignal<Standing>;
  /** Come in: by the token of a link where there is one, or by the cookie of an earlier visit. */
  open: (token: string | null) => Promise<void>;
  signOut: () => Promise<void>;
  /** The hub no longer knows this visit. */
  ended: (trouble: Trouble) => void;
}

export function signInAt(hub: Hub): SignIn {
  const standing = signal<Standing>({ at: 'opening' });

  const settle = async (refusal: Trouble | null) => {
    const me = await hub.me();
    if (me.ok) standing.value = { at: 'in', name: me.value.name };
    else if (me.why.kind === 'silent') standing.value = { at: 'waiting', trouble: me.why, again: () => settle(refusal) };
    else standing.value = { at: 'out', why: refusal ? 'link-refused' : 'not-yet', trouble: refusal ?? me.why };
  };

  const open = async (token: string | null) => {
    if (!token) return settle(null);
    const signedIn = await hub.signIn(token);
    // An unanswered link is kept: it works once, and it may not have been used up.
    if (!signedIn.ok && signedIn.why.kind === 'silent')
      standing.value = { at: 'waiting', trouble: signedIn.why, again: () => open(token) };
    else await settle(signedIn.ok ? null : signedIn.why);
  };

  return {
    standing,
    open,
    signOut: async () => {
      const left = await hub.signOut();
      if (left.ok || left.why.kind === 'signed-out') standing.value = { at: 'out', why: 'left' };
      else standing.value = { at: 'waiting', trouble: left.why, again: () => settle(null) };
    },
    ended: (trouble) => {
      standing.value = { at: 'out', why: 'ended', trouble };
    },
  };
}
