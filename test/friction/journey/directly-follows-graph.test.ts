import { expect, test } from 'vitest';
import { addRun, type DirectlyFollowsGraph, emptyGraph } from '../../../src/friction/journey/directly-follows-graph.ts';

const usual = ['/cart', '/address', '/pay', '/done'];
const round = ['/cart', '/address', '/prices', '/pay', '/done'];

function runs(...ways: string[][]) {
  let graph: DirectlyFollowsGraph = emptyGraph;
  const found = ways.flatMap((way) => {
    const added = addRun(graph, way);
    graph = added.graph;
    return added.detours;
  });
  return { graph, found };
}
const times = (count: number, way: string[]) => Array.from({ length: count }, () => way);

test.each<[string, string[][], string[][]]>([
  ['only usual routes', times(20, usual), []],
  ['a detour once', [...times(5, usual), round], []],
  ['the same detour three times', [...times(8, usual), ...times(3, round)], [['/address', '/prices', '/pay']]],
  ['the same detour six times is found once', [...times(12, usual), ...times(6, round)], [['/address', '/prices', '/pay']]],
  ['too few runs to know what is usual', [...times(2, usual), ...times(2, round)], []],
  ['a detour that most runs take is usual', Array.from({ length: 20 }, (_, at) => (at % 3 === 2 ? usual : round)), []],
  [
    'going back to usual routes',
    [...times(6, usual), ...times(4, ['/cart', '/address', '/cart', '/address', '/pay', '/done'])],
    [],
  ],
  [
    'staying on a route',
    [
      ...times(6, usual),
      ...times(
        4,
        usual.flatMap((route) => [route, route]),
      ),
    ],
    [],
  ],
])('detours in the runs of a task: %s', (_, ways, detours) => {
  expect(runs(...ways).found.map(({ through }) => through)).toEqual(detours);
});

test('the graph counts which route directly follows which', () => {
  expect(runs(usual, round).graph.follows).toEqual({
    '/cart → /address': 2,
    '/address → /pay': 1,
    '/address → /prices': 1,
    '/prices → /pay': 1,
    '/pay → /done': 2,
  });
});
