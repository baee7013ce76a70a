import type { ComponentChildren } from 'preact';
import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';
import { ControlName } from '../../kit/control-name.tsx';
import { StateBadge } from './state-badge.tsx';

const ABSENCES: Record<NonNullable<BacklogItem['absence']>, string> = {
  absent: 'not found on the page',
  hidden: 'on the page, but not shown',
  several: 'more than one on the page: the anchor has to say which',
};

/** Everything known about a feedback item. About its author that is only what the person typed. */
export function Facts({ item }: { item: BacklogItem }) {
  const { app, route, control, about, absence, guideTitle, stepTitle, contact, state } = item;
  return (
    <dl class="facts">
      <Fact term="Control">
        <ControlName control={control} />
      </Fact>
      <Fact term="App">
        <bdi>{app}</bdi>
      </Fact>
      <Fact term="Page">
        <code dir="ltr">{route}</code>
      </Fact>
      <Fact term="Guide">
        {about ? (
          <>
            <bdi>{guideTitle ?? about.guide}</bdi>{' '}
            <span class="quiet">
              (pack <bdi>{about.pack}</bdi>, version {about.version})
            </span>
          </>
        ) : (
          <span class="quiet">no guide was open</span>
        )}
      </Fact>
      {about?.step && (
        <Fact term="Step">
          <bdi>{stepTitle ?? about.step}</bdi>
        </Fact>
      )}
      {absence && <Fact term="Its control">{ABSENCES[absence]}</Fact>}
      <Fact term="From">{contact ? <bdi>{contact}</bdi> : <span class="quiet">no name given</span>}</Fact>
      <Fact term="State">
        <StateBadge state={state} />
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
