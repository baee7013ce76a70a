import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { SigningKeyEntry, SigningKeyList } from '../../../model/hub-api/signing-keys.ts';
import type { ApiFailure, ApiResult } from '../../kit/api-result.ts';
import { ConfirmButton } from '../../kit/confirm-button.tsx';
import { Refusal } from '../../kit/refusal.tsx';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

const STATES: Record<SigningKeyEntry['state'], string> = {
  prepared: 'Prepared: put it into your policies, then activate it',
  active: 'Active: signs what is published',
  retired: 'Retired: signs nothing any more; policies may still name it',
};

/** The keys with which this hub signs packs: made, activated and retired here, and to be copied into policies. */
export function SigningKeys({ hub, signIn, announcer, locale }: DeskDeps) {
  const list = useRef<HTMLUListElement>(null);
  const refused = useSignal<ApiFailure | null>(null);
  const { value, failure, reload } = useLoaded({ load: hub.publishing.signingKeys, onSignedOut: signIn.expire });
  async function change(ask: () => Promise<ApiResult<SigningKeyList>>, done: string): Promise<void> {
    const result = await ask();
    refused.value = result.ok ? null : result.why;
    if (!result.ok && result.why.kind === 'signed-out') return signIn.expire(result.why);
    await reload();
    if (!result.ok) return;
    announcer.announce(done);
    list.current?.focus();
  }
  return (
    <>
      <p class="quiet page-note">
        Browsers take a pack only if their policy has its key. A new key is put into the policies first and activated when they
        have arrived.
      </p>
      {failure.value && <Refusal failure={failure.value} />}
      {refused.value && <Refusal failure={refused.value} />}
      {value.value?.keys.length === 0 && <p class="quiet">No key has been made.</p>}
      <ul class="row-cards" ref={list} tabIndex={-1} aria-label="Signing keys">
        {value.value?.keys.map((key) => (
          <KeyCard
            key={key.kid}
            signingKey={key}
            locale={locale}
            onChange={(action, done) => change(() => hub.publishing.changeSigningKey(key.kid, action), done)}
          />
        ))}
      </ul>
      <button type="button" class="button" onClick={() => change(hub.publishing.makeSigningKey, 'A key was made')}>
        Make a key
      </button>
    </>
  );
}

interface KeyCardProps {
  signingKey: SigningKeyEntry;
  locale: string;
  onChange: (action: 'activate' | 'retire', done: string) => Promise<void>;
}

function KeyCard({ signingKey: { kid, x, state, heldBy, madeAt }, locale, onChange }: KeyCardProps) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  /** An entry of `keys` in a policy. */
  const line = JSON.stringify({ kid, x, apps: ['*'] });
  return (
    <li class="row-card">
      <div id={`key-${kid}`}>
        <p>
          <bdi>{kid}</bdi> <strong>{STATES[state]}</strong>
        </p>
        <p class="quiet">
          Made <time dateTime={madeAt}>{format.format(new Date(madeAt))}</time>, held by {heldBy}. For <code>keys</code> in the
          policy, with the apps that it may sign for instead of <code>*</code>:
        </p>
        <code>{line}</code>
      </div>
      <p class="button-row">
        <button type="button" class="button" aria-describedby={`key-${kid}`} onClick={() => navigator.clipboard.writeText(line)}>
          Copy
        </button>
        {state === 'prepared' && (
          <ConfirmButton
            label="Activate"
            confirmLabel="Activate it, and retire the active one"
            describedBy={`key-${kid}`}
            onConfirm={() => onChange('activate', `Key ${kid} is active`)}
          />
        )}
        {state !== 'retired' && (
          <ConfirmButton
            label="Retire"
            confirmLabel="Retire it for good"
            describedBy={`key-${kid}`}
            onConfirm={() => onChange('retire', `Key ${kid} is retired`)}
          />
        )}
      </p>
    </li>
  );
}
