import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Choice } from '../model/entry.ts';
import type { ShownWalkthrough } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import { ChecklistOffers } from './checklist-view.tsx';
import { type FormActs, FormFrame } from './form-frame.tsx';
import type { FeedbackContext, FeedbackPanel, OverlayActs, OverlayState } from './overlay-state.ts';
import { QuietView } from './quiet-view.tsx';
import { trusted } from './trusted.ts';
import { useByButton } from './use-by-button.ts';

const choices: readonly { choice: Choice; mark: string }[] = [
  { choice: 'slowed', mark: '◷' },
  { choice: 'confused', mark: '?' },
  { choice: 'missing', mark: '∅' },
  { choice: 'idea', mark: '✎' },
  { choice: 'works', mark: '✓' },
];

interface PanelProps {
  state: OverlayState;
  /** The button that it opens from. */
  beside: RefObject<HTMLElement | null>;
  say: Say;
  acts: OverlayActs;
  close: () => void;
}

/** What opens from the feedback button: five choices, one click each, and the walkthroughs of this page. */
export function PanelView({ state, beside, say, acts, close }: PanelProps) {
  const panel = state.panel.value;
  const guides = state.guides.value;
  const lists = state.content.checklists.value;
  const box = useRef<HTMLDivElement>(null);
  useByButton(box, beside, state.launcher.value);
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={box}
      class="panel"
      role="dialog"
      tabIndex={-1}
      aria-label={say('panelName')}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && close())}
    >
      {panel.shows === 'choices' && <Choices context={panel.context} say={say} acts={acts} />}
      {panel.shows === 'sending' && <p class="notice">{say('feedbackSending')}</p>}
      {panel.shows === 'sent' && <Sent choice={panel.choice} formUrl={panel.formUrl} say={say} form={acts.content.form} />}
      {panel.shows === 'failed' && <Failed panel={panel} say={say} acts={acts} />}
      {panel.shows === 'choices' && lists.length > 0 && <ChecklistOffers lists={lists} say={say} acts={acts.content} />}
      {panel.shows === 'choices' && guides.length > 0 && <Guides guides={guides} say={say} acts={acts} />}
      {panel.shows === 'choices' && (
        <QuietView
          isQuiet={state.quiet.value}
          hasGuide={state.openTip.value !== null || state.content.spoken.value !== null}
          say={say}
          acts={acts}
        />
      )}
      <button type="button" class="quiet end" onClick={trusted(close)}>
        {say('close')}
      </button>
    </div>
  );
}

function Choices({ context, say, acts }: { context: FeedbackContext; say: Say; acts: OverlayActs }) {
  return (
    <>
      <h2>{say('feedbackTitle')}</h2>
      <ul class="choices">
        {choices.map(({ choice, mark }) => (
          <li key={choice}>
            <button type="button" onClick={trusted(() => acts.give(choice, context))}>
              <span class="mark" aria-hidden="true">
                {mark}
              </span>
              {say(`choice_${choice}`)}
            </button>
          </li>
        ))}
      </ul>
      <details class="goes">
        <summary>{say('feedbackGoes')}</summary>
        <dl>
          <dt>{say('goesApp')}</dt>
          <dd>{context.app}</dd>
          <dt>{say('goesPage')}</dt>
          <dd dir="ltr">{context.route}</dd>
          {context.control && (
            <>
              <dt>{say('goesControl')}</dt>
              <dd>
                {context.control.masked
                  ? say('goesMasked', context.control.role)
                  : `${context.control.role} “${context.control.name ?? ''}”`}
              </dd>
            </>
          )}
          {context.about && (
            <>
              <dt>{say('goesGuide')}</dt>
              <dd>{[context.about.guide, context.about.step].filter(Boolean).join(' · ')}</dd>
            </>
          )}
        </dl>
        <p>{say('goesNoName')}</p>
      </details>
    </>
  );
}

function Guides({ guides, say, acts }: { guides: ShownWalkthrough[]; say: Say; acts: OverlayActs }) {
  return (
    <>
      <h2>{say('guidesHere')}</h2>
      <ul class="guides">
        {guides.map((guide) => (
          <li key={`${guide.pack.id}/${guide.id}`}>
            <button type="button" lang={guide.title.language} dir="auto" onClick={trusted(() => acts.begin(guide))}>
              {guide.title.words}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sent({ choice, formUrl, say, form }: { choice: Choice; formUrl: string | null; say: Say; form: FormActs }) {
  return (
    <>
      <h2>{say('feedbackThanks')}</h2>
      <p class="body">{say('feedbackThanksBody', say(`choice_${choice}`))}</p>
      {formUrl && <FormFrame url={formUrl} for="feedback" say={say} acts={form} />}
    </>
  );
}

function Failed({ panel, say, acts }: { panel: Extract<FeedbackPanel, { shows: 'failed' }>; say: Say; acts: OverlayActs }) {
  return (
    <>
      <h2>{say('feedbackFailed')}</h2>
      <p class="body">{panel.why}</p>
      <button type="button" class="main" onClick={trusted(() => acts.give(panel.choice, panel.context))}>
        {say('tryAgain')}
      </button>
    </>
  );
}
