import { isUrlScope } from '../../model/route/url-scope.ts';

/** Signs that a place reads as syntax. */
const SYNTAX = /[+?*{}:\\]/g;
const KEYED_SEGMENT = /^([^()]*)\(:id\)$/;

/** The place that a route template stands for, as a pack writes it; undefined where it cannot be written as one. */
export function placeOfRoute(route: string): string | undefined {
  let parameters = 0;
  /** Parameters of one place have different names. */
  const parameter = () => {
    parameters += 1;
    return parameters === 1 ? ':id' : `:id${parameters}`;
  };
  const segmentOf = (segment: string): string => {
    if (segment === ':id') return parameter();
    const keyed = KEYED_SEGMENT.exec(segment);
    if (keyed) return `${escaped(keyed[1]!)}\\(*\\)`;
    return segment.startsWith(':') ? parameter() : escaped(segment);
  };
  const place = route
    .split('#')
    .map((path) => path.split('/').map(segmentOf).join('/'))
    .join('#');
  return /^[/#]/.test(place) && place.length <= 500 && isUrlScope(place) ? place : undefined;
}

const escaped = (text: string): string => text.replace(SYNTAX, '\\$&').replace(/[()]/g, '\\$&');
