import { windowOf } from '../dom/node-getters.ts';
import { isRendered } from '../dom/visibility.ts';
import type { LocateResult } from './locate-result.ts';
import { visibilityOf } from './page/visibility.ts';
import { isMoved, isReworded, isTranslated, isUnchanged, type Sighting, sightingOf } from './sighting.ts';

/**
 * What came of the last look, and what became of the control since. `looking`: not found yet. `found`. `missing`: not found in time; reported
 * if it appears after all. `gone`: it was found and is no longer there. `changed`: it is there, but is no longer the same control.
 */
export type WatchResult = LocateResult & { state: 'looking' | 'found' | 'missing' | 'gone' | 'changed' };

/** The state of several watched controls. `onChange` is called with all of them whenever one of them changed. */
export class WatchResults {
  readonly #onChange: (results: WatchResult[]) => void;
  #results: WatchResult[];
  /** Each control as it was when it was last found. */
  #sightings: (Sighting | undefined)[] = [];
  #isOverdue = false;
  #wasHidden = false;
  /** How often results were reported or confirmed. */
  updateCount = 0;

  constructor(count: number, onChange: (results: WatchResult[]) => void) {
    this.#results = Array.from({ length: count }, () => ({ found: false, state: 'looking', why: 'absent' }));
    this.#onChange = onChange;
  }

  get areAllFound(): boolean {
    return this.#results.every(({ found }) => found);
  }

  /** The controls that are found. */
  get elements(): Element[] {
    return this.#results.flatMap((one) => (one.found ? [one.element] : []));
  }

  /** Is every control found, still there, and the same to people? */
  get areAllStanding(): boolean {
    return this.#results.every((_, i) => this.#isStanding(i));
  }

  /** Is one of them hidden, or was shown only after it had been? Pointing at something or focusing it may show it, or hide it again. */
  get dependsOnPointer(): boolean {
    return this.#wasHidden;
  }

  /** Is one of them now shown that was hidden, or the other way round? No mutation tells. */
  get isAnyTurned(): boolean {
    return this.#results.some((one, i) =>
      one.found ? !this.#isStanding(i) : one.why === 'hidden' && one.best && visibilityOf(one.best.element) !== 'hidden',
    );
  }

  /** Takes in what came of another look. */
  update(located: readonly LocateResult[]): void {
    this.#wasHidden ||= located.some((one) => !one.found && one.why === 'hidden');
    this.#report(located.map((one, i) => this.#next(one, i)));
    this.updateCount++;
  }

  /** From now on what was never found is `missing`. */
  setOverdue(): void {
    this.#isOverdue = true;
    if (this.updateCount)
      this.#report(this.#results.map((one) => (one.state === 'looking' ? { ...one, state: 'missing' } : one)));
  }

  #isStanding(i: number): boolean {
    const one = this.#results[i]!;
    return one.found && this.#isThere(one.element) && isUnchanged(this.#sightings[i]!);
  }

  /** The control as it was found, where only so much has changed since. */
  #kept(i: number, isSame: (sighting: Sighting) => boolean): WatchResult | undefined {
    const sighting = this.#sightings[i];
    if (!sighting || !this.#isThere(sighting.result.element) || !isSame(sighting)) return undefined;
    return { ...sighting.result, state: 'found' };
  }

  /**
   * Styles are asked more of what they have hidden before. A document whose window has closed shows nothing, though its elements stay
   * connected to it.
   */
  #isThere(element: Element): boolean {
    if (!element.isConnected || windowOf(element) === null) return false;
    return this.#wasHidden ? visibilityOf(element) !== 'hidden' : isRendered(element);
  }

  #next(located: LocateResult, i: number): WatchResult {
    const last = this.#results[i]!;
    if (this.#isStanding(i)) return last;
    const translated = this.#kept(i, isTranslated);
    if (translated) return translated;
    const sighting = this.#sightings[i];
    if (located.found && sighting && isReworded(sighting, located)) return { found: false, state: 'changed', why: 'absent' };
    if (located.found) return { ...located, state: 'found' };
    const moved = this.#kept(i, isMoved);
    if (moved) return moved;
    if (last.found) return { ...located, state: this.#isThere(last.element) ? 'changed' : 'gone' };
    if (last.state === 'gone' || last.state === 'changed') return { ...located, state: last.state };
    return { ...located, state: this.#isOverdue ? 'missing' : 'looking' };
  }

  #report(next: WatchResult[]): void {
    // A control that is still standing keeps its result, so that any other object is news.
    const isNews = next.some((one, i) => one.state !== this.#results[i]!.state || (one.found && one !== this.#results[i]));
    // An element that the page has given to something else is not kept when that is translated later.
    this.#sightings = next.map((one, i) => {
      if (one.found) return sightingOf(one, this.#sightings[i]);
      return one.state === 'changed' ? undefined : this.#sightings[i];
    });
    this.#results = next;
    if (isNews || !this.updateCount) this.#onChange(next);
  }
}
