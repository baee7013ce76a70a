import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LocalizedChecklist, LocalizedChecklistItem } from '../../model/pack/localized-guide.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { ChecklistOnScreen, ContentActions } from '../content-state.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import { useDocked } from '../placement/use-docked.ts';
import { LinkHost, linkHost } from '../ui/link-host.tsx';
import { RichView } from '../ui/rich-view.tsx';
import { checklistCount } from './checklist-count.ts';

interface ChecklistProps {
  list: ChecklistOnScreen;
  t: Translate;
  actions: ContentActions;
}

/** A checklist: a card with what is done and what is left, or folded into one line with its progress. */
export function ChecklistView({ list, t, actions }: ChecklistProps) {
  return list.view === 'folded' ? (
    <Folded list={list} t={t} actions={actions} />
  ) : (
    <Unfolded list={list} t={t} actions={actions} />
  );
}

/** Focuses a checklist that the person has asked for, and not one that a page begins with. */
function useFocusIf(box: RefObject<HTMLElement | null>, focusOnShow: boolean): void {
  useLayoutEffect(() => {
    if (focusOnShow) box.current?.focus({ preventScroll: true });
  }, []);
}

function Folded({ list, t, actions }: ChecklistProps) {
  const box = useRef<HTMLButtonElement>(null);
  useDocked(box, { as: 'card' });
  useFocusIf(box, list.focusOnShow);
  const { title } = list.guide;
  return (
    <button
      ref={box}
      type="button"
      class="pill"
      aria-expanded={false}
      onClick={onlyTrusted(() => actions.setChecklistView(list.guide, 'open'))}
    >
      <Progress list={list} />
      <span lang={title.language} dir="auto">
        {title.text}
      </span>
      <span class="count">{t('checklistCount', ...checklistCount(list))}</span>
    </button>
  );
}

const Progress = ({ list: { done, guide } }: { list: ChecklistOnScreen }) => (
  <progress max={guide.items.length} value={done.length} aria-hidden="true" />
);

function Unfolded({ list, t, actions }: ChecklistProps) {
  const box = useRef<HTMLElement>(null);
  useDocked(box, { as: 'card' });
  useFocusIf(box, list.focusOnShow);
  const { guide, done } = list;
  const isComplete = done.length === guide.items.length;
  const showAs = (to: ChecklistOnScreen['view']) => onlyTrusted(() => actions.setChecklistView(guide, to));
  return (
    <section
      ref={box}
      class="card news"
      tabIndex={-1}
      aria-label={t('checklistName', guide.title.text)}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && actions.setChecklistView(guide, 'folded'))}
    >
      <h2 lang={guide.title.language} dir="auto">
        {guide.title.text}
      </h2>
      <p class="count">
        {t('checklistCount', ...checklistCount(list))}
        {guide.pack.sample && <span class="sample"> · {t('sample')}</span>}
      </p>
      <Progress list={list} />
      {isComplete ? <Thanks guide={guide} t={t} /> : guide.body && <Body body={guide.body} />}
      <ul class="items">
        {guide.items.map((item) => (
          <Item key={item.id} item={item} guide={guide} isDone={done.includes(item.id)} t={t} actions={actions} />
        ))}
      </ul>
      <div class="row">
        {!isComplete && (
          <button type="button" aria-expanded={true} onClick={showAs('folded')}>
            {t('minimise')}
          </button>
        )}
        <button type="button" class="quiet" onClick={showAs('closed')}>
          {t('close')}
        </button>
      </div>
    </section>
  );
}

interface ItemProps {
  item: LocalizedChecklistItem;
  guide: LocalizedChecklist;
  isDone: boolean;
  t: Translate;
  actions: ContentActions;
}

function Item({ item, guide, isDone, t, actions }: ItemProps) {
  const labelKey = item.opens ? 'showMeHow' : item.link ? 'goThere' : null;
  const link = item.opens ? undefined : item.link;
  const host = link && linkHost(link, '', location.href);
  return (
    <li class={isDone ? 'done' : ''}>
      <span class="tick" role="img" aria-label={t(isDone ? 'itemDone' : 'itemToDo')} />
      <div>
        <p lang={item.title.language} dir="auto">
          {item.title.text}
        </p>
        {!isDone && item.body && <Body body={item.body} />}
        {(!isDone || item.opens) && labelKey && (
          <button
            type="button"
            aria-label={`${t('wayOf', t(labelKey), item.title.text)}${host ? ` (${host})` : ''}`}
            onClick={onlyTrusted(() => actions.startItem(guide, item))}
          >
            {t(labelKey)}
            {link && <LinkHost address={link} words="" />}
          </button>
        )}
      </div>
    </li>
  );
}

const Body = ({ body: { rich, language } }: { body: NonNullable<LocalizedChecklist['body']> }) => (
  <div class="body" lang={language} dir="auto">
    <RichView rich={rich} />
  </div>
);

const Thanks = ({ guide, t }: { guide: LocalizedChecklist; t: Translate }) => (
  <div class="notice">{guide.thanks ? <Body body={guide.thanks} /> : t('checklistThanks')}</div>
);
