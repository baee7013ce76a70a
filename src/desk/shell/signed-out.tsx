import { useEffect, useRef } from 'preact/hooks';
import type { ProviderList, SignInRefusal } from '../../model/hub-api/sign-ins.ts';
import type { HubApi } from '../kit/hub-api.ts';
import { useLoaded } from '../kit/use-loaded.ts';
import type { SignedOutState } from './sign-in.ts';

const titles: Record<SignedOutState['why'], string> = {
  'not-yet': 'Sign in to the desk',
  left: 'You have signed out',
  ended: 'Your session has ended',
  'link-refused': 'That sign-in link does not work',
  'provider-refused': 'You are not signed in',
};

const reasons: Record<Exclude<SignedOutState['why'], 'link-refused' | 'provider-refused'>, string> = {
  'not-yet': 'This browser has not signed in during the last 12 hours, or that sign-in was ended.',
  left: 'Nobody else at this browser can read the backlog now.',
  ended: 'The hub no longer accepts this browser’s sign-in, so it shows nothing more here.',
};

const refusals: Record<SignInRefusal, string> = {
  cancelled: 'The sign-in was cancelled, or the identity provider refused it. You can try again.',
  clock: 'The clocks of the hub and of the identity provider are too far apart. Whoever runs the hub can set them right.',
  expired: 'This sign-in was not begun in this browser, or took longer than ten minutes. Begin it again here.',
  invalid: 'What came back from the identity provider is not for this sign-in, or could not be verified. Begin it again here.',
  'no-role':
    'You are signed in at the identity provider, but none of your groups has a role at this hub. Ask an admin of your organisation to add you to one.',
  unreachable: 'The identity provider does not answer as it should. Try again in a moment.',
};

interface SignedOutProps {
  state: SignedOutState;
  hub: Pick<HubApi, 'providers'>;
}

/** Why nobody is signed in, and how to sign in. */
export function SignedOut({ state, hub }: SignedOutProps) {
  const { why, failure, provider } = state;
  const { value } = useLoaded({ load: hub.providers, onSignedOut: () => undefined });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (why !== 'not-yet') heading.current?.focus();
  }, [why]);
  const providers = value.value?.providers ?? [];
  return (
    <section class="letter">
      <h1 ref={heading} tabIndex={-1}>
        {titles[why]}
      </h1>
      <p>{reasonOf(state)}</p>
      {why === 'left' && provider && (
        <p>
          You may still be signed in at {provider.name}. <a href={`/desk/api/providers/${provider.id}/end`}>Sign out there too</a>
        </p>
      )}
      {providers.length > 0 && <Providers providers={providers} />}
      <h2>{providers.length > 0 ? 'If that does not work' : 'To get a link'}</h2>
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

function reasonOf({ why, failure, refusal }: SignedOutState): string | undefined {
  if (why === 'provider-refused') return refusal && refusals[refusal];
  if (why === 'link-refused') return failure?.detail;
  return failure?.problem === 'role-removed' ? failure.detail : reasons[why];
}

function Providers({ providers }: ProviderList) {
  const query = new URLSearchParams({ return: window.location.search });
  return (
    <ul class="providers" aria-label="Identity providers">
      {providers.map(({ id, name }) => (
        <li key={id}>
          <a class="button button-strong" href={`/desk/api/providers/${id}/begin?${query}`}>
            Sign in with {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
