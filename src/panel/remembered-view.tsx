import type { LedgerStanding } from '../messaging/ledger-messages.ts';
import type { Say } from '../runtime/say.ts';
import { AskOnce } from './ask-once.tsx';
import { sayMoment } from './say-time.ts';

interface RememberedProps {
  standing: Pick<LedgerStanding, 'remembered' | 'titles'>;
  say: Say;
  now: number;
  forget(): Promise<void>;
}

/** What this browser remembers besides the records, so that guides fit: in words, and to be forgotten. */
export function RememberedView({ standing: { remembered, titles }, say, now, forget }: RememberedProps) {
  const { guides, tasks, prompts, opened, ways } = remembered;
  const named = (key: string) => titles[key]?.words ?? key.slice(key.indexOf('/') + 1);
  const lines = [
    ...guides.map((one) => say('rememberedGuide', named(one.key), sayMet(one, say))),
    ...tasks.map(({ key, times, weeks }) => say('rememberedTask', named(key), String(times), String(weeks))),
    ...opened.map(({ key, count }) => say('rememberedOpened', named(key), String(count))),
    ...prompts.map(({ key, at }) => say('rememberedPrompt', named(key), sayMoment(at, now))),
    ...ways.map((app) => say('rememberedWays', app)),
  ];
  return (
    <details class="remembered">
      <summary>{say('rememberedTitle', String(lines.length))}</summary>
      <p class="soft">{say('rememberedIntro')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="soft">{say('rememberedRest')}</p>
      {lines.length > 0 && (
        <div class="row">
          <AskOnce say={say} label={say('rememberedForget')} sure={() => say('rememberedSure')} act={forget} />
        </div>
      )}
    </details>
  );
}

function sayMet({ seen, done, dismissed }: LedgerStanding['remembered']['guides'][number], say: Say): string {
  const met = [seen && say('was_seen'), done && say('was_done'), dismissed > 0 && `${say('was_dismissed')} (${dismissed})`];
  return met.filter(Boolean).join(', ');
}
