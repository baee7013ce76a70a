import { routeTemplate } from '../model/route/route-template.ts';
import type { PageContext } from './page-handle.ts';

/**
 * The route of the page as it may be recorded. Between a change of address and the background's reply it is a template that the background
 * has not judged yet; whatever it is sent with, the background discloses no more of it than of any other.
 */
export const pageRoute = ({ url, route, places }: Pick<PageContext, 'url' | 'route' | 'places'>): string =>
  url === location.href ? route : routeTemplate(location.href, places);
