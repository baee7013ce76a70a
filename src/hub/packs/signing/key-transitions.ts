import type { SigningKeyEntry } from '../../../model/hub-api/signing-keys.ts';

export type KeyState = SigningKeyEntry['state'];
export type KeyAction = 'activate' | 'retire';

/** What each action makes of a key in each state; what is not listed is refused. No key comes back: what is retired signs no more. */
export const keyTransitions: Record<KeyState, Partial<Record<KeyAction, KeyState>>> = {
  prepared: { activate: 'active', retire: 'retired' },
  active: { retire: 'retired' },
  retired: {},
};
