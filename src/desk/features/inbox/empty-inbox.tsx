import type { DeskTexts } from '../../kit/texts/desk-texts.ts';

interface EmptyInboxProps {
  /** There are items, but none that the filters and the search let pass. */
  isFiltered: boolean;
  isTriage: boolean;
  texts: DeskTexts;
}

/** Why the list is empty, and how items get there. */
export function EmptyInbox({ isFiltered, isTriage, texts: { inbox } }: EmptyInboxProps) {
  const { title, text, other, otherText, filtered, filteredText } = inbox.empty;
  const [heading, explanation] = isFiltered ? [filtered, filteredText] : isTriage ? [title, text] : [other, otherText];
  return (
    <div class="empty">
      <h2>{heading}</h2>
      <p>{explanation}</p>
    </div>
  );
}
