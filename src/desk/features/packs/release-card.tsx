import type { Release } from '../../../model/hub-api/releases.ts';
import { ReleaseActions } from './release-actions.tsx';
import type { ReleaseProps } from './release-props.ts';

const STATES: Record<Release['state'], string> = {
  scheduled: 'Scheduled',
  offered: 'Offered',
  stopped: 'Stopped',
  superseded: 'Superseded',
  ended: 'Ended',
};

/** One version: its state, to whom it is offered, and who published and approved it. */
export function ReleaseCard(props: ReleaseProps) {
  const { version, state, stopReason, publishedAt, publishedBy, approvedBy, copyOf } = props.release;
  const format = new Intl.DateTimeFormat(props.locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li class="row-card release">
      <div>
        <p>
          Version {version} <strong>{STATES[state]}</strong> <span class="quiet">{reachText(props.release, format)}</span>
        </p>
        {stopReason !== null && (
          <p>
            Stopped: <bdi>{stopReason}</bdi>
          </p>
        )}
        <p class="quiet">
          Published <time dateTime={publishedAt}>{format.format(new Date(publishedAt))}</time>{' '}
          {publishedBy === null ? (
            'with the publishing token'
          ) : (
            <>
              by <bdi>{publishedBy}</bdi>
            </>
          )}
          {approvedBy !== null && (
            <>
              , approved by <bdi>{approvedBy}</bdi>
            </>
          )}
          {copyOf !== null && `, with the content of version ${copyOf}`}
        </p>
      </div>
      <ReleaseActions {...props} />
    </li>
  );
}

/** As in `live, 25 % of browsers, departments Sales and Service, until 3 Dec 2026, 12:00`. */
function reachText({ channel, share, departments, from, until }: Release, format: Intl.DateTimeFormat): string {
  const { locale } = format.resolvedOptions();
  const at = (moment: string) => format.format(new Date(moment));
  return [
    channel,
    share === 100 ? 'all browsers' : `${share} % of browsers`,
    departments.length > 0 && `departments ${new Intl.ListFormat(locale).format(departments)}`,
    from !== null && `from ${at(from)}`,
    until !== null && `until ${at(until)}`,
  ]
    .filter(Boolean)
    .join(', ');
}
