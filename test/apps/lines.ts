import { type AppJourney, interruptions } from './app-journey.ts';
import type { Line } from './doc.ts';
import { readPack, tipOf, walkOf } from './read-pack.ts';
import type { BrowserName } from './real-app.ts';

/** What is tried on an app, in the words of the document. */
export function whats({ name, tips, walk, interruptions: on }: AppJourney) {
  const pack = readPack(name);
  const said = (text: unknown) => (typeof text === 'string' ? text : (text as Record<string, string>)[pack.language]);
  const { title, steps } = walkOf(pack, walk.id);
  const happening = interruptions.filter((kind) => Object.values(on).flat().includes(kind));
  return {
    tips: `tips stand beside their controls: ${tips.map(({ id }) => said(tipOf(pack, id).title)).join(', ')}`,
    walk: `“${said(title)}”, ${steps.length} steps, to its end through ${happening.join(', ')}`,
    launcher: 'the feedback button covers nothing that can be pressed, at 100, 200 and 400 %',
    feedback: 'feedback on a control reaches the hub, with its role and name',
    inLanguage: (language: string) => `“${said(title)}” with browser, app and pack in ${language}`,
  };
}

export function linesOf(journey: AppJourney, browser: BrowserName, outcomes: ReadonlyMap<string, string>): Line[] {
  const what = whats(journey);
  return [what.tips, what.walk, ...journey.languages.slice(1).map(what.inLanguage), what.launcher, what.feedback].map((one) => ({
    key: [journey.recipe.title, one],
    cells: { [browser]: outcomes.get(one) ?? '–' },
  }));
}
