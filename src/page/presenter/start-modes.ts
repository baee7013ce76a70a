import { GhostPointer } from '../../overlay/walkthrough/ghost-pointer.tsx';
import { PlayButtons } from '../../overlay/walkthrough/play-buttons.tsx';
import css from '../../overlay/walkthrough/playback.css?inline';
import { perform } from '../../player/perform.ts';
import { pressFacts } from '../../player/press-facts.ts';
import { riskOf } from '../../player/risk-of.ts';
import { readHandle } from '../page-handle.ts';

/** The script of the modes other than guiding: what shows a walkthrough, and what does its steps, in the overlay that is there already. */
export function startModes(): void {
  readHandle()?.provide('modes', { views: { Ghost: GhostPointer, PlayButtons, css }, perform, pressFacts, riskOf });
}
