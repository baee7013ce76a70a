import type { ComponentChildren } from 'preact';
import { type Route, type Router, routeHref } from './router.ts';

interface RouteLinkProps {
  to: Route;
  router: Router;
  /** Add no entry to the browser's history. */
  replace?: boolean;
  id?: string;
  class?: string;
  title?: string;
  tabIndex?: number;
  /** The link leads to the open item (`true`) or to the open page (`page`). */
  current?: boolean | 'page';
  onFocus?: () => void;
  children: ComponentChildren;
}

/** A link to a route. A plain click navigates within the page; with a modifier key the browser opens a tab as usual. */
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
