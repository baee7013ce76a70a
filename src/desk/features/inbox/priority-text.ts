import type { Share } from '../../../model/hub-api/answer-figures.ts';
import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';

/** A share of people that may be told. */
const shareText = (share: Share, texts: DeskTexts): string =>
  typeof share === 'number' ? `${share} %` : texts.inbox.shares[share];

/** Why an item is where it is, in few words: how many, how bad, how long ago. */
export function priorityText({ priority }: InboxItem, texts: DeskTexts): string {
  const { reach, severity, freshness } = priority;
  const { inbox } = texts;
  const many =
    reach.share === undefined ? inbox.reach.items(reach.items ?? 1) : inbox.reach.people(shareText(reach.share, texts));
  return inbox.reason(many, inbox.severity[severity.by], inbox.days(freshness.days));
}

/** The arithmetic of its score. */
export function scoreText({ priority }: InboxItem, { texts, locale }: { texts: DeskTexts; locale: string }): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const { score, reach, severity, freshness } = priority;
  const [one = '', two = '', three = '', four = ''] = [score, reach.value, severity.value, freshness.value].map((value) =>
    format.format(value),
  );
  return texts.inbox.score(one, two, three, four);
}
