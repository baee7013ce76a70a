import { expect, test } from 'vitest';
import { learnRoute, type SeenRoutes } from '../../src/model/learn-route.ts';

const learnAll = (templates: string[]) => {
  let seen: SeenRoutes = {};
  return templates.map((template) => {
    const learnt = learnRoute(seen, template);
    seen = learnt.seen;
    return learnt.template;
  });
};

test('ever new names in one place become a parameter, and what is below them stays apart', () => {
  const pages = Array.from({ length: 20 }, (_, at) => `/handbook/${String.fromCharCode(97 + at)}page/edit`);
  const learnt = learnAll([...pages, '/handbook/apage/edit', '/handbook']);
  expect(learnt.slice(0, 12)).toEqual(pages.slice(0, 12));
  expect(new Set(learnt.slice(12, 21))).toEqual(new Set(['/handbook/:id/edit']));
  expect(learnt[21]).toBe('/handbook');
});

test.each([[['/a', '/b', '/a/c']], [['/orders/:id', '/orders/:id/items']], [['/', '/x/']]])(
  'a few rooms stay rooms: %s',
  (templates) => {
    expect(learnAll([...templates, ...templates])).toEqual([...templates, ...templates]);
  },
);

test('parameters are not learnt anew', () => {
  const routes = Array.from({ length: 20 }, (_, at) => `/orders/:id#/tab${at}`);
  expect(learnRoute({}, '/orders/:id').seen).toEqual({ '': ['orders'] });
  expect(learnAll(routes).at(-1)).toBe('/orders/:id#/:id');
});
