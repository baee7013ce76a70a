import { isDisguised, latinLookalike, plainName } from '../model/text/plain-name.ts';
import { isLasting } from './lasting-words.ts';

/**
 * Does the name of a control, or where it leads, speak of something that may not be undoable? A name in disguise counts as such. The words of
 * many languages are more than a page script may weigh, so this runs in the background.
 */
export const isLastingName = (name: string, address = ''): boolean =>
  isDisguised(name) || [plainName(name), latinLookalike(name), address].some(isLasting);
