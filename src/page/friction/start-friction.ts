import { readHandle } from '../page-handle.ts';
import { reportFriction } from './report-friction.ts';

/** The script that detects friction: the resident script switches it on and off. */
export function startFriction(): void {
  readHandle()?.provide('friction', { reportFriction });
}
