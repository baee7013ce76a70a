import type { ReadonlySignal } from '@preact/signals';

/** Who is signed in, if anybody is. */
interface SignedIn {
  signIn: { state: ReadonlySignal<{ at: string; identity?: { may: readonly string[] } }> };
}

/** May the person who is signed in call this route of the hub, as in `POST /desk/api/drafts`? */
export const mayCall = ({ signIn }: SignedIn, route: string): boolean =>
  signIn.state.value.identity?.may.includes(route) ?? false;
