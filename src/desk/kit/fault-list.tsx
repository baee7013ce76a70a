import type { DraftDetail } from '../../model/hub-api/drafts.ts';

/** What is wrong with the content of a draft, and how to correct it. */
export function FaultList({ faults }: Pick<DraftDetail, 'faults'>) {
  if (faults.length === 0) return <p class="quiet page-note">Nothing is wrong with it.</p>;
  return (
    <ul class="faults" aria-label="Faults and warnings">
      {faults.map(({ path, reason, remedy, warning }) => (
        <li key={`${path} ${reason}`}>
          <strong>{warning ? 'Warning' : 'Fault'}</strong> <bdi>{path || 'The content'}</bdi>: <bdi>{reason}</bdi>.{' '}
          <span class="quiet">{remedy}</span>
        </li>
      ))}
    </ul>
  );
}
