import type { Translate } from '../../runtime/translate.ts';
import { formatMoment } from '../format-time.ts';
import { describeDifferences } from './describe-differences.ts';
import type { DraftSession } from './draft-session.ts';

interface ConflictViewProps {
  session: DraftSession;
  t: Translate;
  now: number;
}

/** The draft was changed elsewhere meanwhile: what differs, and which version to go on with. */
export function ConflictView({ session, t, now }: ConflictViewProps) {
  const conflict = session.conflict.value;
  if (!conflict) return null;
  const { mine, theirs } = conflict;
  const differences = describeDifferences(mine, theirs);
  return (
    <section class="conflict" aria-labelledby="conflict">
      <h3 id="conflict" tabIndex={-1}>
        {t('studioConflict')}
      </h3>
      <p>{t('studioConflictWhat', formatMoment(theirs.changedAt, now))}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('studioConflictPlace')}</th>
            <th scope="col">{t('studioMine')}</th>
            <th scope="col">{t('studioTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={one.path}>
              <th scope="row">
                <code dir="ltr">{one.path}</code>
              </th>
              <td dir="auto">{one.mine}</td>
              <td dir="auto">{one.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row">
        <button type="button" class="main" onClick={() => void session.resolve('mine')}>
          {t('studioKeepMine')}
        </button>
        <button type="button" onClick={() => void session.resolve('theirs')}>
          {t('studioTakeTheirs')}
        </button>
      </div>
    </section>
  );
}
