import { signal } from '@preact/signals';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { Status } from '../messaging/messages.ts';
import type { Fault } from '../model/fault.ts';
import type { PackState } from '../model/pack-state.ts';
import type { Say } from '../runtime/say.ts';
import { createWhy } from './why-view.tsx';

interface StatusOptions {
  ask: Ask;
  say: Say;
  /** Calls back when something may have changed. */
  onChange: (act: () => void) => void;
}

/** The policy in force with its errors, the packs, and the last upload. */
export function createStatus({ ask, say, onChange }: StatusOptions) {
  const status = signal<Status | null>(null);
  const read = async () => {
    const reply = await ask('status', {});
    if (!isUnanswered(reply)) status.value = reply;
  };
  const refresh = async () => {
    await ask('refresh', {});
    await read();
  };
  const WhySection = createWhy({ ask, say });
  onChange(() => void read());
  void read();
  return function StatusPage() {
    const known = status.value;
    if (!known) return <p>{say('loading')}</p>;
    return (
      <>
        <h1>{say('statusTitle')}</h1>
        <p class="soft">{say('statusVersion', known.version)}</p>
        <PolicySection known={known} say={say} />
        <section aria-labelledby="packs">
          <h2 id="packs">{say('statusPacks')}</h2>
          {known.packs.length === 0 ? (
            <p>{say('statusNoPacks')}</p>
          ) : (
            known.packs.map((pack) => <PackCard key={pack.source} pack={pack} say={say} />)
          )}
        </section>
        <WhySection />
        <UploadSection known={known} say={say} />
        <div class="row">
          <button type="button" class="main" onClick={() => void refresh()}>
            {say('statusRefresh')}
          </button>
        </div>
      </>
    );
  };
}

function PolicySection({ known: { policy, faults, managed }, say }: { known: Status; say: Say }) {
  const who = Object.entries(policy.audience).map(([attribute, value]) => `${attribute}: ${value}`);
  const refused = faults.filter((fault) => !fault.warning);
  const on = Object.entries(policy.switches).map(([name, isOn]) => `${name}: ${say(isOn ? 'on' : 'off')}`);
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">{say('statusPolicy')}</h2>
      {!managed && <p>{say('statusNoPolicy')}</p>}
      {refused.length > 0 && <p class="bad">{say('statusFaults', String(refused.length))}</p>}
      {faults.length > 0 && <Faults faults={faults} />}
      {managed && (
        <dl class="facts">
          <dt>{say('statusApps')}</dt>
          <dd>{policy.apps.map((app) => `${app.name}: ${app.origins.join(', ')}`).join('; ') || '–'}</dd>
          <dt>{say('statusHub')}</dt>
          <dd>{policy.hub ?? '–'}</dd>
          <dt>{say('statusAudience')}</dt>
          <dd>{who.join(', ') || '–'}</dd>
          <dt>{say('statusSwitches')}</dt>
          <dd>{on.join(', ')}</dd>
          <dt>{say('statusDays')}</dt>
          <dd>{policy.days}</dd>
        </dl>
      )}
    </section>
  );
}

function Faults({ faults }: { faults: Fault[] }) {
  return (
    <ul class="faults">
      {faults.map((fault) => (
        <li key={fault.path + fault.reason} class={fault.warning ? 'warning' : ''}>
          {fault.path && <code>{fault.path}</code>} {fault.reason}
          <br />
          {fault.remedy}
        </li>
      ))}
    </ul>
  );
}

function PackCard({ pack, say }: { pack: PackState; say: Say }) {
  return (
    <div class="card">
      {pack.id && (
        <p>
          <strong>{pack.title}</strong> {say('statusPackLine', pack.id, String(pack.version), String(pack.guides))}
          {pack.sample && ` · ${say('sample')}`}
        </p>
      )}
      <p class="soft">{pack.source}</p>
      {pack.refused.length > 0 && (
        <>
          <p class="bad">{say(pack.id ? 'statusPackKept' : 'statusPackRefused')}</p>
          <Faults faults={pack.refused} />
        </>
      )}
    </div>
  );
}

function UploadSection({ known: { ledger, upload }, say }: { known: Status; say: Say }) {
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{say('statusUpload')}</h2>
      <dl class="facts">
        <dt>{say('statusWaiting')}</dt>
        <dd>{ledger.waiting}</dd>
        <dt>{say('statusSent')}</dt>
        <dd>{ledger.sent}</dd>
        <dt>{say('statusRefusedEntries')}</dt>
        <dd>{ledger.refused}</dd>
        <dt>{say('statusLast')}</dt>
        <dd>{upload.lastSuccess ? new Date(upload.lastSuccess).toLocaleString() : '–'}</dd>
      </dl>
      {upload.error && <Faults faults={[{ path: upload.error.where, reason: upload.error.what, remedy: upload.error.remedy }]} />}
    </section>
  );
}
