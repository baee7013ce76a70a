import type { ComponentChildren } from 'preact';
import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';
import { ControlName } from '../../kit/control-name.tsx';
import { exactTime } from '../../kit/relative-time.ts';
import { StateBadge } from './state-badge.tsx';

/** After a longer delay, the person was offline or had closed the page, so the time of arrival is shown as well. */
const LATE_MS = 60_000;

/** Everything known about a feedback item. About its author that is only what the person typed. */
export function Facts({ item, locale }: { item: BacklogItem; locale: string }) {
  const { app, route, control, about, guideTitle, stepTitle, contact, at, receivedAt, state } = item;
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
      <Fact term="From">{contact ? <bdi>{contact}</bdi> : <span class="quiet">no name given</span>}</Fact>
      <Fact term="State">
        <StateBadge state={state} />
      </Fact>
      {Date.parse(receivedAt) - Date.parse(at) > LATE_MS && <Fact term="Reached the hub">{exactTime(receivedAt, locale)}</Fact>}
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
