import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ApiFailure } from '../../kit/api-result.ts';
import { Refusal } from '../../kit/refusal.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';

interface PublishFormProps extends Pick<DeskDeps, 'hub' | 'signIn' | 'announcer'> {
  onPublished: () => Promise<void>;
}

/** Publishes a signed pack from a file. */
export function PublishForm({ hub, signIn, announcer, onPublished }: PublishFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const result = useSignal('');
  const isBusy = useSignal(false);
  async function publish(): Promise<void> {
    const file = input.current?.files?.[0];
    if (!file || isBusy.value) return input.current?.focus();
    isBusy.value = true;
    const published = await hub.publishPack(await file.text());
    isBusy.value = false;
    failure.value = published.ok ? null : published.why;
    result.value = published.ok ? publishedText(published.value) : '';
    if (!published.ok) return published.why.kind === 'signed-out' ? signIn.expire(published.why) : undefined;
    announcer.announce(result.value);
    await onPublished();
  }
  return (
    <section class="publish" aria-labelledby="publish-title">
      <h2 id="publish-title">Publish a pack</h2>
      <p class="quiet">
        Choose a pack that was signed with <code>cairn pack sign</code>. Browsers take it if their policy has its key.
      </p>
      <label class="field">
        Signed pack
        <input ref={input} type="file" accept=".jws,application/jose" />
      </label>
      <button type="button" class="button button-strong" aria-disabled={isBusy.value} onClick={publish}>
        Publish
      </button>
      {result.value && <p>{result.value}</p>}
      {failure.value && <Refusal failure={failure.value} />}
    </section>
  );
}

const publishedText = ({ id, version, duplicate }: { id: string; version: number; duplicate: boolean }): string =>
  duplicate ? `Version ${version} of ${id} was published before.` : `Version ${version} of ${id} is published.`;
