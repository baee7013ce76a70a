import { signal } from '@preact/signals';
import type { Ask } from '../messaging/ask.ts';
import type { ExtensionStatus } from '../messaging/extension-messages.ts';
import type { Fault } from '../model/fault/fault.ts';
import type { UploadError } from '../model/fault/upload-error.ts';
import type { PackState } from '../model/pack/pack-state.ts';
import type { Translate } from '../runtime/translate.ts';
import { formatDateTime, formatList } from './format-time.ts';
import { ReadingsView } from './readings-view.tsx';
import { createStatusSummary } from './status-summary.tsx';
import { uploadErrorText } from './upload-error-text.ts';
import { createWhy } from './why-view.tsx';

interface StatusPageDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
  copyText: (text: string) => Promise<void>;
  /** Calls back when something may have changed. */
  onChange: (callback: () => void) => void;
}

/** The status page: a summary, then the policy with its faults, the packs, and the last upload. */
export function createStatus({ ask, t, now, copyText, onChange }: StatusPageDeps) {
  const status = signal<ExtensionStatus | null>(null);
  const read = async () => {
    const reply = await ask('status', {});
    if (reply.ok) status.value = reply;
  };
  const refresh = async () => {
    await ask('refresh', {});
    await read();
  };
  const StatusSummary = createStatusSummary({ t, now, copyText });
  const WhySection = createWhy({ ask, t });
  onChange(() => void read());
  void read();
  return function StatusPage() {
    const current = status.value;
    if (!current) return <p>{t('loading')}</p>;
    return (
      <>
        <h1>{t('statusTitle')}</h1>
        <p class="soft">{t('statusVersion', current.version)}</p>
        <StatusSummary current={current}>
          <button type="button" class="main" onClick={() => void refresh()}>
            {t('statusRefresh')}
          </button>
        </StatusSummary>
        <PolicySection current={current} t={t} />
        <section aria-labelledby="packs">
          <h2 id="packs">{t('statusPacks')}</h2>
          {current.packs.length === 0 ? (
            <p>{t('statusNoPacks')}</p>
          ) : (
            current.packs.map((pack) => <PackCard key={pack.source} pack={pack} t={t} />)
          )}
        </section>
        <WhySection />
        <UploadSection current={current} t={t} />
      </>
    );
  };
}

const STUDIO_TEXT = {
  nobody: 'statusStudioNobody',
  authors: 'statusStudioAuthors',
  everybody: 'statusStudioEverybody',
} as const;

function PolicySection({ current: { policy, faults, managed }, t }: { current: ExtensionStatus; t: Translate }) {
  const who = Object.entries(policy.audience).map(([attribute, value]) => `${attribute}: ${value}`);
  const refused = faults.filter((fault) => !fault.warning);
  const on = Object.entries(policy.switches).map(([name, isOn]) => `${name}: ${t(isOn ? 'on' : 'off')}`);
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">{t('statusPolicy')}</h2>
      {!managed && <p>{t('statusNoPolicy')}</p>}
      {refused.length > 0 && <p class="bad">{t('statusFaults', refused.length)}</p>}
      {faults.length > 0 && <Faults faults={faults} isEnglish />}
      {managed && (
        <dl class="facts">
          <dt>{t('statusApps')}</dt>
          <dd>{policy.apps.map((app) => `${app.name}: ${formatList(app.origins)}`).join('; ') || '–'}</dd>
          <dt>{t('statusHub')}</dt>
          <dd>{policy.hub ?? '–'}</dd>
          <dt>{t('statusAudience')}</dt>
          <dd>{formatList(who) || '–'}</dd>
          <dt>{t('statusSwitches')}</dt>
          <dd>{formatList(on)}</dd>
          <dt>{t('statusStudio')}</dt>
          <dd>
            {formatList([t(STUDIO_TEXT[policy.studio.record]), ...(policy.studio.author ? [t('statusStudioAuthor')] : [])])}
          </dd>
          <dt>{t('statusDays')}</dt>
          <dd>{policy.days}</dd>
        </dl>
      )}
    </section>
  );
}

/** What judges policies and packs speaks English in every catalogue. */
function Faults({ faults, isEnglish }: { faults: Fault[]; isEnglish?: true }) {
  return (
    <ul class="faults">
      {faults.map((fault) => (
        <li key={fault.path + fault.reason} class={fault.warning ? 'warning' : ''} {...(isEnglish && { lang: 'en', dir: 'ltr' })}>
          {fault.path && <code>{fault.path}</code>} {fault.reason}
          <br />
          {fault.remedy}
        </li>
      ))}
    </ul>
  );
}

function PackCard({ pack, t }: { pack: PackState; t: Translate }) {
  return (
    <div class="card">
      {pack.id && (
        <p>
          <strong>{pack.title}</strong> {t('statusPackLine', pack.guides ?? 0, pack.id, String(pack.version))}
          {pack.sample && ` · ${t('sample')}`}
        </p>
      )}
      <p class="soft">{pack.source}</p>
      {pack.absence && <p>{absenceText(pack.absence, t)}</p>}
      {pack.faults.length > 0 && (
        <>
          <p class="bad">{t(pack.id ? 'statusPackKept' : 'statusPackRefused')}</p>
          <Faults faults={pack.faults} isEnglish />
        </>
      )}
    </div>
  );
}

/** Why the guides of a pack are not shown though nothing is wrong with it. */
function absenceText(absence: NonNullable<PackState['absence']>, t: Translate): string {
  if (absence.is === 'ended') return t('statusPackEnded', formatDateTime(Date.parse(absence.at)));
  return t(absence.is === 'off' ? 'statusPackOff' : 'statusPackNotOffered');
}

function uploadFault(error: UploadError, t: Translate): Fault {
  const { what, remedy } = uploadErrorText(error, t);
  return { path: error.where, reason: what, remedy };
}

function UploadSection({ current: { ledger, upload }, t }: { current: ExtensionStatus; t: Translate }) {
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{t('statusUpload')}</h2>
      <dl class="facts">
        <dt>{t('statusWaiting')}</dt>
        <dd>{ledger.waiting}</dd>
        <dt>{t('statusSent')}</dt>
        <dd>{ledger.sent}</dd>
        <dt>{t('statusRefusedEntries')}</dt>
        <dd>{ledger.refused}</dd>
        <dt>{t('statusLast')}</dt>
        <dd>{upload.lastSuccess ? formatDateTime(upload.lastSuccess) : '–'}</dd>
      </dl>
      {upload.readings && <ReadingsView readings={upload.readings} t={t} />}
      {upload.error && <Faults faults={[uploadFault(upload.error, t)]} />}
    </section>
  );
}
