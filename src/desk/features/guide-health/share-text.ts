import type { Share } from '../../../model/hub-api/answer-figures.ts';

/** A share that may be told, as in `about 40 %`. */
export function shareText(share: Share): string {
  if (share === 'few') return 'few or none';
  if (share === 'most') return 'nearly everybody';
  return share === 'withheld' ? 'not told' : `about ${share} %`;
}

/** The same of people, at the beginning of a sentence or inside it. */
export function shareOfPeople(share: Share, where: 'first' | 'inside' = 'first'): string {
  const text = peopleText(share);
  return where === 'first' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function peopleText(share: Share): string {
  if (share === 'most') return 'Nearly everybody who met it';
  return typeof share === 'number' ? `About ${share} % of those who met it` : 'Some who met it';
}
