import { observeControl } from '../../../../src/locator/page/observe-control.ts';
import { routeTemplate } from '../../../../src/model/route/route-template.ts';
import { rememberEntries } from '../../../../src/page/resident/remember-entries.ts';
import { watchWhenReady } from './watch-when-ready.ts';

/** Like the extension: reports every finding with the control as the page tells it to the background, and the route, and every journey fact. */
declare const cairnFound: (json: string) => void;
const entries = rememberEntries(window, new AbortController().signal);

watchWhenReady({
  onFinding: (finding, control) =>
    cairnFound(
      JSON.stringify({
        ...finding,
        route: routeTemplate(location.href, []),
        ...(control && { observed: observeControl(control, entries) }),
      }),
    ),
  onJourneyFact: (fact) => cairnFound(JSON.stringify(fact)),
});
