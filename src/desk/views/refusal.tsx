import type { Trouble } from '../answer.ts';

/** The hub's own reason for not giving what was asked, and its remedy. */
export function Refusal({ trouble }: { trouble: Trouble }) {
  return (
    <div class="empty" role="alert">
      <h2>{trouble.title}</h2>
      <p>{trouble.detail}</p>
      {trouble.remedy && <p>{trouble.remedy}</p>}
    </div>
  );
}
