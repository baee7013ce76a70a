import type { ComponentChildren } from 'preact';
import { type Route, type Router, routeHref } from './router.ts';

interface RouteLinkProps {
  to: Route;
  router: Router;
  /** Leave no step in the browser's history. */
  replace?: boolean;
  id?: string;
  class?: string;
  tabIndex?: number;
  /** It is the one that is open; `page`, where it leads to the page itself. */
  current?: boolean | 'page';
  onFocus?: () => void;
  children: ComponentChildren;
}

/** A true link to a place at the desk: followed here without a new page, or opened in another tab as the person likes. */
export function RouteLink({ to, router, replace = false, current = false, ...rest }: RouteLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.navigate(to, { replace });
  };
  return (
    <a
      {...rest}
      href={routeHref(to)}
      aria-current={current === 'page' ? current : current ? 'true' : undefined}
      onClick={follow}
    />
  );
}
