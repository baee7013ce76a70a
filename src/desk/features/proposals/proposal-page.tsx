import type { DeskProposalDetail } from '../../../model/hub-api/desk-proposals.ts';
import { DayAgo } from '../../kit/day-ago.tsx';
import { FaultList } from '../../kit/fault-list.tsx';
import { Refusal } from '../../kit/refusal.tsx';
import { useHeadingFocus } from '../../kit/use-heading-focus.ts';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { AnswerForm } from './answer-form.tsx';
import { creditText, stateText } from './proposal-words.ts';
import { ProposedSteps } from './proposed-steps.tsx';
import { TakeForm } from './take-form.tsx';

/** One proposal: what the colleague does, in words and pictures, and what an author can do with it. */
export function ProposalPage({ id, ...desk }: DeskDeps & { id: string }) {
  const { hub, signIn, router } = desk;
  const { value, failure, reload } = useLoaded({
    load: (lifetime) => hub.proposals.read(id, lifetime),
    onSignedOut: signIn.expire,
  });
  return (
    <>
      <p>
        <RouteLink to={{ view: 'proposals' }} router={router}>
          All proposals
        </RouteLink>
      </p>
      {failure.value && <Refusal failure={failure.value} />}
      {!value.value && !failure.value && <p class="quiet">Loading…</p>}
      {value.value && <Loaded detail={value.value} reload={reload} {...desk} />}
    </>
  );
}

function Loaded({ detail, reload, ...desk }: DeskDeps & { detail: DeskProposalDetail; reload: () => Promise<void> }) {
  const { heading, onChanged } = useHeadingFocus(reload);
  const { title, language, state, comment, draft, proposal, faults } = detail;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <bdi lang={language}>{title}</bdi>
      </h1>
      <Facts detail={detail} {...desk} />
      {proposal?.note && <Quotation title="What the colleague wrote" text={proposal.note} />}
      {comment !== null && <Quotation title="What an author answered" text={comment} />}
      {draft !== null && (
        <p class="page-note">
          {state === 'live' ? 'It is live.' : 'It is in a draft.'}{' '}
          <RouteLink to={{ view: 'packs', draft }} router={desk.router}>
            Open the draft
          </RouteLink>
        </p>
      )}
      <h2>Steps</h2>
      {proposal && <ProposedSteps proposal={proposal} />}
      <h2>Faults</h2>
      <FaultList faults={faults} />
      {state === 'waiting' && <TakeForm detail={detail} onAnswer={onChanged} {...desk} />}
      {(state === 'waiting' || state === 'returned') && <AnswerForm detail={detail} onAnswer={onChanged} {...desk} />}
    </>
  );
}

function Facts({ detail, clock, locale }: Pick<DeskDeps, 'clock' | 'locale'> & { detail: DeskProposalDetail }) {
  const { state, app, credit, day, language } = detail;
  const facts = [
    ['State', stateText(state)],
    ['App', app],
    ['Credit', creditText(credit)],
    ['Language', language],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
      <div>
        <dt>Arrived or changed</dt>
        <dd>
          <DayAgo day={day} now={clock.value} locale={locale} />
        </dd>
      </div>
    </dl>
  );
}

function Quotation({ title, text }: { title: string; text: string }) {
  return (
    <figure class="comment">
      <figcaption class="quiet">{title}</figcaption>
      <blockquote>
        <bdi>{text}</bdi>
      </blockquote>
    </figure>
  );
}
