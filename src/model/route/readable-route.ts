/**
 * A route as people read it. The route of a place of a pack has a backslash before each sign that would be syntax of a pattern, as in
 * `/\?_task=mail`; to say to which feedback a reply belongs, the route is needed as it is.
 */
export const readableRoute = (route: string): string => route.replace(/\\(.)/gsu, '$1');
