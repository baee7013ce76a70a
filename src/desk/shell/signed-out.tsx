import { useEffect, useRef } from 'preact/hooks';
import type { SignInState } from './sign-in.ts';

type SignedOutState = Extract<SignInState, { at: 'out' }>;

const titles: Record<SignedOutState['why'], string> = {
  'not-yet': 'Sign in to the desk',
  left: 'You have signed out',
  ended: 'Your session has ended',
  'link-refused': 'That sign-in link does not work',
};

const reasons: Record<Exclude<SignedOutState['why'], 'link-refused'>, string> = {
  'not-yet': 'The desk opens with a sign-in link that works once. This browser has not used one in the last 12 hours.',
  left: 'Nobody else at this browser can read the backlog now.',
  ended: 'The hub no longer accepts this browser’s sign-in, so it shows nothing more here.',
};

/** Why nobody is signed in, and how to sign in. */
export function SignedOut({ state: { why, failure } }: { state: SignedOutState }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (why !== 'not-yet') heading.current?.focus();
  }, [why]);
  return (
    <section class="letter">
      <h1 ref={heading} tabIndex={-1}>
        {titles[why]}
      </h1>
      <p>{why === 'link-refused' ? failure?.detail : reasons[why]}</p>
      <h2>To get a link</h2>
      <ol>
        <li>Ask whoever runs your hub for a new sign-in link.</li>
        <li>Open it in this browser. It works once, so nobody else should open it before you.</li>
      </ol>
      {failure?.remedy && (
        <p class="quiet">
          The hub says: <q>{failure.remedy}</q>
        </p>
      )}
    </section>
  );
}
