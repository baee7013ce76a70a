import { useRef } from 'preact/hooks';
import type { ListedSignIn } from '../../model/hub-api/sign-ins.ts';
import type { Announcer } from './announcer.ts';
import type { ApiFailure } from './api-result.ts';
import type { HubApi, SignInScope } from './hub-api.ts';
import { Refusal } from './refusal.tsx';
import { useLoaded } from './use-loaded.ts';

interface SignInListProps {
  whose: SignInScope;
  hub: Pick<HubApi, 'signIns' | 'endSignIn'>;
  signIn: { expire: (failure: ApiFailure) => void };
  announcer: Announcer;
  locale: string;
}

/** Sign-ins that have not ended, each with a button that ends it. */
export function SignInList({ whose, hub, signIn, announcer, locale }: SignInListProps) {
  const { value, failure, reload } = useLoaded({
    load: (lifetime) => hub.signIns(whose, lifetime),
    onSignedOut: signIn.expire,
  });
  const list = useRef<HTMLUListElement>(null);
  async function end({ id, name }: ListedSignIn): Promise<void> {
    const result = await hub.endSignIn(whose, id);
    await reload();
    announcer.announce(result.ok ? `Sign-in of ${name} ended` : result.why.detail);
    // The button disappears with its row.
    list.current?.focus();
  }
  return (
    <>
      {failure.value && <Refusal failure={failure.value} />}
      {!failure.value && !value.value && <p class="quiet">Loading…</p>}
      <ul class="row-cards" ref={list} tabIndex={-1} aria-label="Sign-ins">
        {value.value?.signIns.map((one) => (
          <Row key={one.id} signIn={one} isNamed={whose === 'all'} locale={locale} onEnd={() => end(one)} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  signIn: ListedSignIn;
  isNamed: boolean;
  locale: string;
  onEnd: () => Promise<void>;
}

function Row({ signIn, isNamed, locale, onEnd }: RowProps) {
  const { id, name, role, method, provider, startedAt, lastUsedAt, endsAt, isThisOne } = signIn;
  const at = (moment: string) => (
    <time dateTime={moment}>
      {new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))}
    </time>
  );
  return (
    <li class="row-card">
      <div id={`sign-in-${id}`}>
        <p>
          {isNamed && (
            <>
              <bdi>{name}</bdi>,{' '}
            </>
          )}
          {role}, {method === 'link' ? 'by a sign-in link' : `by ${provider}`}
          {isThisOne && <strong> · this browser</strong>}
        </p>
        <p class="quiet">
          Since {at(startedAt)}, last used {at(lastUsedAt)}, until {at(endsAt)}
        </p>
      </div>
      {!isThisOne && (
        <button type="button" class="button" aria-describedby={`sign-in-${id}`} onClick={onEnd}>
          End
        </button>
      )}
    </li>
  );
}
