import type { ActivePageGuides } from '../messaging/active-tab-messages.ts';
import type { Translate } from '../runtime/translate.ts';

interface HiddenGuidesProps {
  guides: ActivePageGuides['hidden'];
  restore(key: string, title: string): Promise<void>;
  t: Translate;
}

/** Guides of the app that the person dismissed or muted, each with a button that shows it again. */
export function HiddenGuides({ guides, restore, t }: HiddenGuidesProps) {
  if (guides.length === 0) return null;
  return (
    <details class="hidden-guides">
      <summary>{t('hiddenGuides', String(guides.length))}</summary>
      <ul>
        {guides.map(({ key, title }) => (
          <li key={key}>
            <span lang={title.language} dir="auto">
              {title.text}
            </span>
            <button type="button" aria-label={t('showAgainNamed', title.text)} onClick={() => void restore(key, title.text)}>
              {t('showAgain')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
