import type { Signal } from '@preact/signals';
import type { ActivePageGuides } from '../messaging/active-tab-messages.ts';
import type { Translate } from '../runtime/translate.ts';

interface GuideButtonsProps {
  page: ActivePageGuides;
  search: Signal<string>;
  open(key: string): Promise<void>;
  t: Translate;
}

/** With fewer guides than this all are seen at a glance. */
const MIN_GUIDES_TO_SEARCH = 5;

/** The walkthroughs and checklists of the page in front: one press opens them there. */
export function GuideButtons({ page: { guides, checklists }, search, open, t }: GuideButtonsProps) {
  const matches = ({ title }: { title: { text: string } }) =>
    title.text.toLocaleLowerCase().includes(search.value.trim().toLocaleLowerCase());
  const total = guides.length + checklists.length;
  if (total === 0) return <p class="soft">{t('guidesNone')}</p>;
  const listed: (ActivePageGuides['guides'][number] | ActivePageGuides['checklists'][number])[] = [
    ...guides,
    ...checklists,
  ].filter(matches);
  return (
    <>
      {total >= MIN_GUIDES_TO_SEARCH && (
        <search class="find">
          <input
            type="search"
            aria-label={t('searchGuides')}
            placeholder={t('searchGuides')}
            value={search.value}
            onInput={({ currentTarget }) => {
              search.value = currentTarget.value;
            }}
          />
        </search>
      )}
      {listed.length === 0 && <p role="status">{t('guidesNoMatch')}</p>}
      <ul class="guides">
        {listed.map((guide) => (
          <li key={guide.key}>
            <button type="button" onClick={() => void open(guide.key)}>
              <span class="title" lang={guide.title.language} dir="auto">
                {guide.title.text}
              </span>
              {'done' in guide && <ChecklistProgress done={guide.done} total={guide.total} t={t} />}
              {guide.sample && <span class="soft">{t('sample')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function ChecklistProgress({ done, total, t }: { done: number; total: number; t: Translate }) {
  const text = t('checklistCount', String(done), String(total));
  return (
    <>
      <progress aria-hidden="true" value={done} max={total} />
      <span class="soft">{text}</span>
    </>
  );
}
