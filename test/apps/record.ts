import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirePrograms } from '../../setup/require-programs.ts';
import { type CommandContext, runCommand } from '../../setup/run-command.ts';
import type { Control } from '../../src/model/entry/control.ts';
import type { Anchor } from '../../src/model/pack/anchor.ts';
import { bundle } from '../bench/locate/bundle.ts';
import type { AppJourney } from './app-journey.ts';
import { journeyOf } from './apps.ts';
import { openApp } from './open-app.ts';
import { openPlainVisit } from './open-plain-visit.ts';
import { packFile, readPack, walkOf } from './read-pack.ts';
import type { Control as Expression, Visit } from './real-app.ts';

type Meet = (visit: Visit, at: string, control: Expression) => Promise<void>;

/**
 * `node setup/bootstrap.mjs test/apps/record.ts NAME`: goes through the app in a real browser, as its journey does, and writes what `describe` says of each
 * control into the pack: everything in the base language, and the name as it is in each further one.
 */
await runCommand(async (command) => {
  await requirePrograms({ chromium: true }, command);
  const [name] = command.args;
  const journey = await journeyOf(name ?? '');
  const { url } = await openApp(journey, command);
  const anchors = await recordIn(journey, url, command);
  writeAnchors(journey.name, anchors);
  command.log(`${anchors.size} controls recorded in ${journey.languages.join(', ')}: ${packFile(journey.name)}`);
  return 0;
});

async function recordIn(journey: AppJourney, url: string, { log }: CommandContext): Promise<Map<string, Anchor>> {
  const script = await bundle(join(import.meta.dirname, 'in-page-locator.ts'), 'cairnLocator');
  const [base, ...others] = journey.languages;
  const anchors = new Map<string, Anchor>();
  await goThrough(journey, { url, language: base }, async (visit, at, control) => {
    anchors.set(at, await asked<Anchor>(visit, script, `cairnLocator.describe(${control})`));
  });
  for (const language of others) {
    log(`again in ${language}`);
    await goThrough(journey, { url, language }, async (visit, at, control) => {
      const anchor = anchors.get(at)!;
      const { name } = await asked<Control>(visit, script, `cairnLocator.nameControl(${control})`);
      if (name && anchor.name) anchor.name = { ...named(anchor, base), [language]: name };
    });
  }
  return anchors;
}

function asked<T>(visit: Visit, script: string, expression: string): Promise<T> {
  return visit.asks<T>(`(() => { ${script}; return ${expression}; })()`);
}

function named({ name }: Anchor, base: string) {
  return typeof name === 'string' ? { [base]: name } : name;
}

/** Every tip, then every step of the walkthrough, in a browser of that language. */
async function goThrough(journey: AppJourney, { url, language }: { url: string; language: string }, meet: Meet): Promise<void> {
  await using lifetime = new AsyncDisposableStack();
  const visit = await openPlainVisit({ lifetime, url, language });
  await meetAll(journey, { visit, language, meet }).catch(async (error) => {
    await visit.shows('where-recording-ended');
    throw error;
  });
}

async function meetAll(
  { name, enter, tips, walk }: AppJourney,
  { visit, language, meet }: { visit: Visit; language: string; meet: Meet },
): Promise<void> {
  await enter(visit, language);
  for (const tip of tips) {
    await tip.reach(visit);
    await visit.box(tip.control);
    await meet(visit, tip.id, tip.control);
  }
  await enter(visit, language);
  const written = walkOf(readPack(name), walk.id);
  for (const step of walk.steps) {
    if (step.arrivesBy === 'go') await visit.go(written.steps.find(({ id }) => id === step.id)!.go!);
    if (step.control) {
      await visit.box(step.control);
      await meet(visit, `${walk.id}/${step.id}`, step.control);
    }
    await step.act?.(visit);
  }
}

/** Into the file as it is written by hand, of which nothing else is touched. */
function writeAnchors(name: string, anchors: Map<string, Anchor>): void {
  const file = packFile(name);
  const pack = JSON.parse(readFileSync(file, 'utf8')) as {
    guides: { id: string; anchor?: Anchor; steps?: { id: string; anchor?: Anchor }[] }[];
  };
  for (const guide of pack.guides) {
    for (const [at, part] of [
      [guide.id, guide] as const,
      ...(guide.steps ?? []).map((step) => [`${guide.id}/${step.id}`, step] as const),
    ])
      if (anchors.has(at)) part.anchor = anchors.get(at);
  }
  writeFileSync(file, `${JSON.stringify(pack, null, 2)}\n`);
}
