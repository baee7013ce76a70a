import { expect, test } from 'vitest';
import { discloseRoute } from '../../src/disclosure/disclose-route.ts';
import { routeTemplate } from '../../src/model/route/route-template.ts';
import { shippedKnowledge } from '../disclosure/shipped-knowledge.ts';
import { leaksIn } from './leaks-in.ts';
import { createPaths, type PathSample } from './paths.ts';

const samples = createPaths(5000, 20261130);
const origin = 'https://app.example';

const leaksAmong = (tell: (sample: PathSample) => string): string[] =>
  samples.flatMap((sample) =>
    leaksIn(tell(sample), sample.canaries).map((canary) => `${canary} (${sample.kind}): ${tell(sample)}`),
  );

test('of 5,000 generated addresses with a personal segment, none of these is in the route that is disclosed', () => {
  const knowledge = shippedKnowledge();
  expect(leaksAmong(({ path }) => discloseRoute(routeTemplate(origin + path, []), knowledge))).toEqual([]);
});

test('with a rule that discloses all, every kind of segment is found in the addresses', () => {
  const kinds = new Set(samples.map(({ kind }) => kind));
  const leaking = new Set(samples.filter((sample) => leaksIn(sample.path, sample.canaries).length > 0).map(({ kind }) => kind));
  expect(leaking).toEqual(kinds);
  expect(leaksAmong(({ path }) => path).length).toBeGreaterThan(5000);
});

test('with a lexicon that knows every word, names and titles are disclosed and found', () => {
  const knowledge = shippedKnowledge({ hasWord: () => true });
  expect(leaksAmong(({ path }) => discloseRoute(routeTemplate(origin + path, []), knowledge)).length).toBeGreaterThan(100);
});
