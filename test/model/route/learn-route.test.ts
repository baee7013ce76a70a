import { expect, test } from 'vitest';
import { learnRoute, type RouteVocabulary } from '../../../src/model/route/learn-route.ts';

const learnAll = (templates: string[]) => {
  let vocabulary: RouteVocabulary = {};
  return templates.map((template) => {
    const learnt = learnRoute(vocabulary, template);
    vocabulary = learnt.vocabulary;
    return learnt.template;
  });
};

test('more names after one prefix than an app has become :id, and what follows them stays distinct', () => {
  const pages = Array.from({ length: 20 }, (_, at) => `/handbook/${String.fromCharCode(97 + at)}page/edit`);
  const learnt = learnAll([...pages, '/handbook/apage/edit', '/handbook']);
  expect(learnt.slice(0, 12)).toEqual(pages.slice(0, 12));
  expect(new Set(learnt.slice(12, 21))).toEqual(new Set(['/handbook/:id/edit']));
  expect(learnt[21]).toBe('/handbook');
});

test.each([[['/a', '/b', '/a/c']], [['/orders/:id', '/orders/:id/items']], [['/', '/x/']]])(
  'a few names after one prefix stay names: %s',
  (templates) => {
    expect(learnAll([...templates, ...templates])).toEqual([...templates, ...templates]);
  },
);

test('a parameter of a template is not learnt as a name', () => {
  const routes = Array.from({ length: 20 }, (_, at) => `/orders/:id#/tab${at}`);
  expect(learnRoute({}, '/orders/:id').vocabulary).toEqual({ '': ['orders'] });
  expect(learnAll(routes).at(-1)).toBe('/orders/:id#/:id');
});

test.each(['constructor/1', 'hasOwnProperty/1', '/constructor/hasOwnProperty', '/__proto__/__proto__/1'])(
  'the route %s is learnt like any other',
  (route) => {
    expect(learnAll([route])).toEqual([route]);
  },
);
