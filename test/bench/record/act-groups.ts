import { awkward } from './acts/awkward.ts';
import { choices } from './acts/choices.ts';
import { cockpit } from './acts/cockpit.ts';
import { fields } from './acts/fields.ts';
import { gestures } from './acts/gestures.ts';
import { ordersApp } from './acts/orders-app.ts';
import { presses } from './acts/presses.ts';
import { requestTracker } from './acts/request-tracker.ts';
import { ui5Controls } from './acts/ui5-controls.ts';
import { vendure } from './acts/vendure.ts';
import type { SampleAct } from './sample-act.ts';

/** Acts of one kind of page. */
export interface ActGroup {
  name: string;
  /** The recorder was built with these acts; otherwise it met them here first. */
  isBuiltWith: boolean;
  /** The app that they are performed in, or whose pages have the library; without one, pages are served by the bench. */
  app?: string;
  samples: readonly SampleAct[];
}

export const groups: readonly ActGroup[] = [
  {
    ...{ name: 'pages made for the recorder', isBuiltWith: true },
    samples: [...presses, ...fields, ...choices, ...gestures],
  },
  { name: 'awkward pages', isBuiltWith: false, samples: awkward },
  { name: 'OpenUI5 controls', isBuiltWith: false, app: 'ui5', samples: ui5Controls },
  { name: 'orders app', isBuiltWith: false, app: 'ui5', samples: ordersApp },
  { name: 'Request Tracker', isBuiltWith: false, app: 'rt5', samples: requestTracker },
  { name: 'Cockpit', isBuiltWith: false, app: 'cockpit', samples: cockpit },
  { name: 'Vendure', isBuiltWith: false, app: 'vendure', samples: vendure },
];
