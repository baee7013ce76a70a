import type { Translate } from '../../runtime/translate.ts';

/** What another format could not hold, or what of it could not be read. Sentences come in English alone. */
export const LossList = ({ losses, t }: { losses: readonly string[]; t: Translate }) => (
  <div role="status">
    {losses.length > 0 && (
      <>
        <p>{t('studioLosses', losses.length)}</p>
        <ul lang="en" dir="ltr">
          {losses.map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      </>
    )}
  </div>
);
