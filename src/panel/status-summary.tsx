import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ExtensionStatus } from '../messaging/extension-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { statusChecks, statusReport } from './status-checks.ts';

interface StatusSummaryDeps {
  t: Translate;
  now: () => number;
  copyText: (text: string) => Promise<void>;
}

/** The head of the status page: what works, what needs attention, and a button that copies all of it. */
export function createStatusSummary({ t, now, copyText }: StatusSummaryDeps) {
  const outcome = signal('');
  return function StatusSummary({ current, children }: { current: ExtensionStatus; children: ComponentChildren }) {
    const checks = statusChecks(current, t, now());
    const copy = () =>
      copyText(statusReport(current, checks)).then(
        () => {
          outcome.value = t('copied');
        },
        () => {
          outcome.value = t('copyRefused');
        },
      );
    return (
      <>
        <ul class="checks">
          {checks.map(({ is, text }) => (
            <li key={text} class={is}>
              <svg
                viewBox="0 0 20 20"
                width="20"
                height="20"
                role="img"
                aria-label={t(is === 'good' ? 'checkGood' : 'checkAttention')}
              >
                <path d={is === 'good' ? 'M4 10.5l4 4 8-9' : 'M10 4v7.5M10 15.4v.2'} />
              </svg>
              {text}
            </li>
          ))}
        </ul>
        <div class="row">
          {children}
          <button type="button" onClick={() => void copy()}>
            {t('copyReport')}
          </button>
          <span role="status" class="soft">
            {outcome.value}
          </span>
        </div>
      </>
    );
  };
}
