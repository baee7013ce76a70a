import { withholdName } from '../../../../src/friction/page/withhold-name.ts';
import { nameControl } from '../../../../src/locator/page/name-control.ts';
import { routeTemplate } from '../../../../src/model/route/route-template.ts';
import { rememberEntries } from '../../../../src/page/resident/remember-entries.ts';
import { watchWhenReady } from './watch-when-ready.ts';

/** Like the extension: reports every finding with the control's name and the route, and every journey fact. */
declare const cairnFound: (json: string) => void;
const entries = rememberEntries(window, new AbortController().signal);

watchWhenReady({
  onFinding: (finding, control) =>
    cairnFound(
      JSON.stringify({
        ...finding,
        route: routeTemplate(location.href, []),
        ...(control && { named: withholdName(nameControl(control, entries)) }),
      }),
    ),
  onJourneyFact: (fact) => cairnFound(JSON.stringify(fact)),
});
