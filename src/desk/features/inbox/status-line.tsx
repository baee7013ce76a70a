import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import type { ShownInbox } from './use-inbox.ts';

/** How many items are listed, and a button for what was released since. Its height is fixed, so that an arrival moves nothing. */
export function StatusLine({ inbox: { feed, items, order }, texts }: { inbox: ShownInbox; texts: DeskTexts }) {
  const { inbox } = texts;
  const { loaded, busy, hasNew } = feed;
  const text = loaded.value
    ? inbox.shown(order.value.ids.length, items.value.length)
    : busy.value
      ? inbox.loading
      : inbox.notLoaded;
  return (
    <div class="status-line">
      <p class="quiet">{text}</p>
      {hasNew.value && (
        <button type="button" class="button button-strong" onClick={() => feed.reload()}>
          {inbox.hasNew}
        </button>
      )}
    </div>
  );
}
