import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { formatList, formatMoment } from './format-time.ts';

interface MemoryViewProps {
  summary: Pick<LedgerSummary, 'personalMemory' | 'titles'>;
  t: Translate;
  now: number;
  forget(): Promise<void>;
}

/** What this browser stores besides the records, in words, with a button to forget it. */
export function MemoryView({ summary: { personalMemory, titles }, t, now, forget }: MemoryViewProps) {
  const { guides, tasks, prompts, openedLinks, appsWithPaths, addresses, unknownNames, drafts } = personalMemory;
  const named = (key: string) => titles[key]?.text ?? key.slice(key.indexOf('/') + 1);
  const lines = [
    ...guides.map((guide) => t('rememberedGuide', named(guide.key), interactionText(guide, t))),
    ...tasks.map(({ key, times, weeks }) => t('rememberedTask', named(key), t('timesFinished', times), t('inWeeks', weeks))),
    ...openedLinks.map(({ key, count }) => t('rememberedOpened', count, named(key))),
    ...prompts.map(({ key, at }) => t('rememberedPrompt', named(key), formatMoment(at, now))),
    ...appsWithPaths.map((app) => t('rememberedPaths', app)),
    ...addresses.flatMap((one) => addressLines(one, t)),
    ...drafts.map((title) => t('studioDraftTitle', title)),
    ...(unknownNames > 0 ? [t('rememberedNames', String(unknownNames))] : []),
  ];
  return (
    <details class="remembered">
      <summary>{t('rememberedTitle', String(lines.length))}</summary>
      <p class="soft">{t('rememberedIntro')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="soft">{t('rememberedRest')}</p>
      {lines.length > 0 && (
        <div class="row">
          <ConfirmButton t={t} label={t('rememberedForget')} confirmText={() => t('rememberedSure')} act={forget} />
        </div>
      )}
    </details>
  );
}

function addressLines({ app, words, codes }: LedgerSummary['personalMemory']['addresses'][number], t: Translate): string[] {
  return [
    ...(codes > 0 ? [t('rememberedSegments', app, String(codes))] : []),
    ...(words.length > 0 ? [t('rememberedWords', app, formatList(words))] : []),
  ];
}

function interactionText({ shown, done, dismissed }: LedgerSummary['personalMemory']['guides'][number], t: Translate): string {
  const parts = [shown && t('guideState_seen'), done && t('guideState_done'), dismissed > 0 && t('dismissedTimes', dismissed)];
  return formatList(parts.filter((part) => part !== false));
}
