import { setTimeout as pause } from 'node:timers/promises';
import type { Visit } from './real-app.ts';

/** Between two acts of a person who knows the way, in ms. */
const pace = { least: 150, most: 400 };

/** The same tab, used at a person's pace; counts the acts. */
export function humanly(visit: Visit): Visit & { acts(): number } {
  const done = { acts: 0 };
  const paced =
    <A extends unknown[]>(act: (...given: A) => Promise<void>) =>
    async (...given: A) => {
      // Even steps through the range: the same tasks take the same time in every run.
      await pause(pace.least + ((done.acts * 97) % (pace.most - pace.least)));
      done.acts += 1;
      await act(...given);
    };
  return {
    ...visit,
    press: paced(visit.press),
    type: paced(visit.type),
    key: paced(visit.key),
    go: paced(visit.go),
    back: paced(visit.back),
    acts: () => done.acts,
  };
}
