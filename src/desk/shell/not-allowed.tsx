import { useEffect, useRef } from 'preact/hooks';
import type { Identity } from '../../model/hub-api/sign-ins.ts';
import { ROLE_TEXTS } from '../kit/role-texts.ts';

/** Shown in place of a page that the role may not see. */
export function NotAllowed({ identity, title = 'This page' }: { identity: Identity; title?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section class="letter">
      <h1 ref={heading} tabIndex={-1}>
        {title} is not part of your role
      </h1>
      <p>
        You are signed in as {identity.role}: {ROLE_TEXTS[identity.role]}.
      </p>
      <h2>To get another role</h2>
      {identity.method === 'link' ? (
        <ol>
          <li>Ask whoever runs your hub for a sign-in link with the role that you need.</li>
          <li>Open it in this browser. It takes the place of this sign-in.</li>
        </ol>
      ) : (
        <ol>
          <li>Ask an admin of your organisation to add you to the group that has the role that you need.</li>
          <li>Sign out here and sign in again.</li>
        </ol>
      )}
    </section>
  );
}
