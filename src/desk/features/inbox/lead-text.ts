import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { CHOICE_LABELS } from '../../kit/choice-labels.ts';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';

/** What an item is, without anybody's words. */
export const kindText = ({ choice, signal }: InboxItem, { inbox }: DeskTexts): string =>
  choice ? CHOICE_LABELS[choice] : signal ? inbox.signals[signal] : inbox.kinds['page-issue'];

/** What a row begins with: the person's own words, or else what they chose. */
export const leadText = (item: InboxItem, texts: DeskTexts): string => item.words ?? kindText(item, texts);
