import type { Readings } from '../model/hub-api/intake.ts';
import type { Translate } from '../runtime/translate.ts';

/** How often what people wrote was read at the hub, and by how many people, as the hub said when something was sent last. */
export function ReadingsView({ readings: { times, people }, t }: { readings: Readings; t: Translate }) {
  return (
    <>
      <h3>{t('readingsTitle')}</h3>
      <dl class="facts">
        <dt>{t('readingsTimes')}</dt>
        <dd>{times}</dd>
        <dt>{t('readingsPeople')}</dt>
        <dd>{people}</dd>
      </dl>
      <p class="soft">{t('readingsNote')}</p>
    </>
  );
}
