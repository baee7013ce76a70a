import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { guideKey, type ShownChecklist, type ShownItem } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { ChecklistOnScreen, ContentActs } from './content-state.ts';
import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { useDocked } from './use-docked.ts';

interface ChecklistProps {
  list: ChecklistOnScreen;
  say: Say;
  acts: ContentActs;
}

/** A checklist: a card with what is done and what is left, or folded into one line with how far it is. */
export function ChecklistView({ list, say, acts }: ChecklistProps) {
  return list.view === 'folded' ? <Folded list={list} say={say} acts={acts} /> : <Unfolded list={list} say={say} acts={acts} />;
}

/** Where the person has asked for it, and not when a page begins with it. */
function useFocusIf(box: RefObject<HTMLElement | null>, asked: boolean): void {
  useLayoutEffect(() => {
    if (asked) box.current?.focus({ preventScroll: true });
  }, []);
}

const countOf = ({ done, guide }: ChecklistOnScreen): [string, string] => [String(done.length), String(guide.items.length)];

function Folded({ list, say, acts }: ChecklistProps) {
  const box = useRef<HTMLButtonElement>(null);
  useDocked(box, 'card');
  useFocusIf(box, list.asked);
  const { title } = list.guide;
  return (
    <button
      ref={box}
      type="button"
      class="pill"
      aria-expanded={false}
      onClick={trusted(() => acts.viewChecklist(list.guide, 'open'))}
    >
      <Progress list={list} />
      <span lang={title.language} dir="auto">
        {title.words}
      </span>
      <span class="count">{say('checklistCount', ...countOf(list))}</span>
    </button>
  );
}

const Progress = ({ list: { done, guide } }: { list: ChecklistOnScreen }) => (
  <progress max={guide.items.length} value={done.length} aria-hidden="true" />
);

function Unfolded({ list, say, acts }: ChecklistProps) {
  const box = useRef<HTMLElement>(null);
  useDocked(box, 'card');
  useFocusIf(box, list.asked);
  const { guide, done } = list;
  const isWhole = done.length === guide.items.length;
  const view = (to: ChecklistOnScreen['view']) => trusted(() => acts.viewChecklist(guide, to));
  return (
    <section
      ref={box}
      class="card news"
      tabIndex={-1}
      aria-label={say('checklistName', guide.title.words)}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && acts.viewChecklist(guide, 'folded'))}
    >
      <h2 lang={guide.title.language} dir="auto">
        {guide.title.words}
      </h2>
      <p class="count">
        {say('checklistCount', ...countOf(list))}
        {guide.pack.sample && <span class="sample"> · {say('sample')}</span>}
      </p>
      <Progress list={list} />
      {isWhole ? <Thanks guide={guide} say={say} /> : guide.body && <Body body={guide.body} />}
      <ul class="items">
        {guide.items.map((item) => (
          <Item key={item.id} item={item} guide={guide} isDone={done.includes(item.id)} say={say} acts={acts} />
        ))}
      </ul>
      <div class="row">
        {!isWhole && (
          <button type="button" aria-expanded={true} onClick={view('folded')}>
            {say('fold')}
          </button>
        )}
        <button type="button" class="quiet" onClick={view('closed')}>
          {say('close')}
        </button>
      </div>
    </section>
  );
}

interface ItemProps {
  item: ShownItem;
  guide: ShownChecklist;
  isDone: boolean;
  say: Say;
  acts: ContentActs;
}

function Item({ item, guide, isDone, say, acts }: ItemProps) {
  const way = item.opens ? 'showMeHow' : item.link ? 'goThere' : null;
  return (
    <li class={isDone ? 'done' : ''}>
      <span class="tick" role="img" aria-label={say(isDone ? 'itemDone' : 'itemToDo')} />
      <div>
        <p lang={item.title.language} dir="auto">
          {item.title.words}
        </p>
        {!isDone && item.body && <Body body={item.body} />}
        {!isDone && way && (
          <button
            type="button"
            aria-label={say('wayOf', say(way), item.title.words)}
            onClick={trusted(() => acts.doItem(guide, item))}
          >
            {say(way)}
          </button>
        )}
      </div>
    </li>
  );
}

const Body = ({ body: { rich, language } }: { body: NonNullable<ShownChecklist['body']> }) => (
  <div class="body" lang={language} dir="auto">
    <RichView rich={rich} />
  </div>
);

const Thanks = ({ guide, say }: { guide: ShownChecklist; say: Say }) => (
  <div class="notice">{guide.thanks ? <Body body={guide.thanks} /> : say('checklistThanks')}</div>
);

/** In what opens from the feedback button: the checklists of this app, with how far they are. */
export function ChecklistOffers({ lists, say, acts }: { lists: readonly ChecklistOnScreen[]; say: Say; acts: ContentActs }) {
  return (
    <>
      <h2>{say('checklists')}</h2>
      <ul class="guides">
        {lists.map((list) => (
          <li key={guideKey(list.guide)}>
            <button type="button" onClick={trusted(() => acts.viewChecklist(list.guide, 'open'))}>
              <span lang={list.guide.title.language} dir="auto">
                {list.guide.title.words}
              </span>
              <span class="count end">{say('checklistCount', ...countOf(list))}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
