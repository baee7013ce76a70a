import { useSignal } from '@preact/signals';
import type { LoggedAccess } from '../../../model/hub-api/access-log.ts';
import { plural } from '../../kit/plural.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

/** Who did or read what at the desk, by hour, newest first. */
export function AccessLog({ hub, signIn, announcer, locale }: DeskDeps) {
  const older = useSignal<readonly LoggedAccess[]>([]);
  /** Cursor of the next page; undefined: that of the first page. */
  const cursor = useSignal<string | null | undefined>(undefined);
  const { value, failure } = useLoaded({ load: (lifetime) => hub.accessLog(undefined, lifetime), onSignedOut: signIn.expire });
  const first = value.value;
  const next = cursor.value === undefined ? first?.next : cursor.value;
  const accesses = [...(first?.accesses ?? []), ...older.value];
  async function loadOlder(before: string): Promise<void> {
    const page = await hub.accessLog(before);
    if (!page.ok) return page.why.kind === 'signed-out' ? signIn.expire(page.why) : announcer.announce(page.why.detail);
    older.value = [...older.value, ...page.value.accesses];
    cursor.value = page.value.next;
    announcer.announce(`${plural(page.value.accesses.length, 'more row')}`);
  }
  return (
    <>
      {failure.value && <Refusal failure={failure.value} />}
      {first && (
        <p class="quiet page-note">
          In the last 30 days, what people wrote was read {plural(first.totals.times, 'time')} by{' '}
          {plural(first.totals.people, 'person', 'people')}. Employees see these two numbers in their extension, without names.
        </p>
      )}
      {accesses.length > 0 && <AccessTable accesses={accesses} locale={locale} />}
      {next && (
        <button type="button" class="button" onClick={() => loadOlder(next)}>
          Load older rows
        </button>
      )}
    </>
  );
}

function AccessTable({ accesses, locale }: { accesses: readonly LoggedAccess[]; locale: string }) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    // A table that is wider than the window scrolls by itself, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section class="access-log" aria-label="Access log" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Requests</th>
            <th scope="col">Texts</th>
          </tr>
        </thead>
        <tbody>
          {accesses.map(({ name, provider, resource, query, requests, texts, firstAt, lastAt }) => (
            <tr key={`${lastAt} ${name} ${provider} ${resource} ${query}`}>
              <td>{format.formatRange(new Date(firstAt), new Date(lastAt))}</td>
              <td>
                <bdi>{name}</bdi> {provider && <span class="quiet">{provider}</span>}
              </td>
              <td>
                {resource} {query && <span class="quiet">{query}</span>}
              </td>
              <td>{requests}</td>
              <td>{texts}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
