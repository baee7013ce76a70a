import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ShownAsked } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { ContentActs, Spoken } from './content-state.ts';
import { FormFrame } from './form-frame.tsx';
import { NewsHead } from './news-head.tsx';
import { RatingView } from './rating-view.tsx';
import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { useDocked } from './use-docked.ts';

interface QuestionProps {
  spoken: Extract<Spoken, { kind: 'question' }>;
  appName: string;
  say: Say;
  acts: ContentActs;
}

/** A question: two ratings, a choice in one press, or words in a frame of ours. "No thanks" is as near as the answer. */
export function QuestionView({ spoken: { guide, stage }, appName, say, acts }: QuestionProps) {
  const box = useRef<HTMLElement>(null);
  useDocked(box, 'card');
  const isThanked = stage.is === 'thanked';
  const away = isThanked ? acts.close : acts.dismiss;
  return (
    <section
      ref={box}
      class="card news"
      tabIndex={-1}
      aria-label={say('questionName', guide.title.words)}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && away())}
    >
      <NewsHead guide={guide} kind={say('question')} title={guide.title} say={say} />
      {!isThanked && guide.body && (
        <div class="body" lang={guide.body.language} dir="auto">
          <RichView rich={guide.body.rich} />
        </div>
      )}
      {stage.is === 'asking' && stage.why && <p class="notice">{stage.why}</p>}
      {(stage.is === 'asking' || stage.is === 'sending') && (
        <Asking asks={guide.asks} appName={appName} busy={stage.is === 'sending'} say={say} acts={acts} />
      )}
      {stage.is === 'writing' && (
        <>
          <FormFrame url={stage.formUrl} for="answer" say={say} acts={acts.form} />
          <Footer say={say} acts={acts} />
        </>
      )}
      {isThanked && (
        <>
          <p class="notice">{say('answerThanks')}</p>
          <div class="row">
            <button type="button" onClick={trusted(away)}>
              {say('close')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

interface AskingProps {
  asks: ShownAsked;
  appName: string;
  busy: boolean;
  say: Say;
  acts: ContentActs;
}

function Asking({ asks, appName, busy, say, acts }: AskingProps) {
  switch (asks.what) {
    case 'umux-lite':
      return <UmuxLite about={asks.about?.words ?? appName} busy={busy} say={say} acts={acts} />;
    case 'choice':
      return (
        <>
          <ul class="choices options">
            {asks.options.map(({ id, text }) => (
              <li key={id}>
                <button
                  type="button"
                  disabled={busy}
                  lang={text.language}
                  dir="auto"
                  onClick={trusted(() => acts.answer({ what: 'choice', option: id }))}
                >
                  {text.words}
                </button>
              </li>
            ))}
          </ul>
          <Footer say={say} acts={acts} />
        </>
      );
    case 'words':
      return (
        <Footer say={say} acts={acts}>
          <button type="button" class="main" disabled={busy} onClick={trusted(acts.write)}>
            {say('writeAnswer')}
          </button>
        </Footer>
      );
  }
}

function UmuxLite({ about, busy, say, acts }: { about: string; busy: boolean; say: Say; acts: ContentActs }) {
  const capabilities = useSignal(0);
  const ease = useSignal(0);
  const isWhole = capabilities.value > 0 && ease.value > 0;
  const send = () => acts.answer({ what: 'umux-lite', capabilities: capabilities.value, ease: ease.value });
  return (
    <>
      <RatingView name="capabilities" statement={say('umuxCapabilities', about)} given={capabilities} say={say} />
      <RatingView name="ease" statement={say('umuxEase', about)} given={ease} say={say} />
      <Footer say={say} acts={acts}>
        <button type="button" class="main" disabled={!isWhole || busy} onClick={trusted(send)}>
          {say('sendAnswer')}
        </button>
      </Footer>
    </>
  );
}

function Footer({ say, acts, children }: { say: Say; acts: ContentActs; children?: ComponentChildren }) {
  return (
    <>
      <p class="sample">{say('answerNoName')}</p>
      <div class="row">
        {children}
        <button type="button" class="quiet" onClick={trusted(acts.dismiss)}>
          {say('noThanks')}
        </button>
      </div>
    </>
  );
}
