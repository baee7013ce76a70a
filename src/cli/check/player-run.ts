import type { Condition } from '../../model/pack/condition.ts';
import type { LocalizedStep, LocalizedWalkthrough } from '../../model/pack/localized-guide.ts';
import type { WalkState } from '../../model/person/walk-state.ts';
import { advance } from '../../player/advance.ts';
import { begin } from '../../player/open-walkthrough.ts';
import type { PlayerEvent, PlayerPage, Transition } from '../../player/transition.ts';
import { stepAt } from '../../player/walk-context.ts';
import type { AppPage } from './app-page.ts';

/** A walkthrough in the player's state machine, whose page is in another process. */
export interface PlayerRun {
  guide: LocalizedWalkthrough;
  state(): WalkState;
  step(): LocalizedStep;
  /** The address that the player was told of last. */
  url(): string;
  send(event: PlayerEvent): Promise<void>;
  /** Tells the player of the page's address, if it has changed. */
  arrive(): Promise<boolean>;
}

export async function startPlayerRun(guide: LocalizedWalkthrough, page: AppPage): Promise<PlayerRun> {
  let url = await page.url();
  let { state } = await decide((seen) => begin({ guide, page: seen }), page);
  const send = async (event: PlayerEvent) => {
    ({ state } = await decide((seen) => advance({ guide, state, page: seen }, event), page));
  };
  return {
    guide,
    state: () => state,
    step: () => stepAt(guide, state.step),
    url: () => url,
    send,
    async arrive() {
      const current = await page.url();
      if (current === url) return false;
      url = current;
      await send({ is: 'arrived' });
      return true;
    },
  };
}

interface Question {
  key: string;
  condition: Exclude<Condition, { is: 'place' }>;
  step: LocalizedStep;
}

/**
 * The player asks its page and gets its answer at once; this page answers later. So a transition, which is pure, is made anew with each answer
 * that it turned out to need.
 */
async function decide(make: (page: PlayerPage) => Transition, page: AppPage): Promise<Transition> {
  const url = await page.url();
  const answers = new Map<string, boolean>();
  for (;;) {
    const questions: Question[] = [];
    const transition = make({
      url,
      holds(condition, step) {
        const key = JSON.stringify([condition, step.id]);
        const answer = answers.get(key);
        if (answer === undefined) questions.push({ key, condition, step });
        return answer ?? false;
      },
    });
    if (questions.length === 0) return transition;
    for (const { key, condition, step } of questions) answers.set(key, await holds(condition, step, page));
  }
}

async function holds(condition: Question['condition'], { anchor: own }: LocalizedStep, page: AppPage): Promise<boolean> {
  if (condition.is === 'value') {
    const anchor = condition.anchor ?? own;
    return anchor !== undefined && page.passes(anchor, condition.value);
  }
  const [sighting] = await page.look([condition.anchor]);
  return (sighting?.state === 'found') === (condition.is === 'appears');
}
