import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { createGuidesHere } from './guides-here-view.tsx';
import { createMyFeedback } from './my-feedback-view.tsx';
import { createRest } from './pause-view.tsx';
import { createRecords, type RecordsMeans } from './records-view.tsx';
import { Tabs } from './tabs.tsx';

export interface PanelMeans extends RecordsMeans {
  /** Calls back when something may have changed. */
  onChange: (act: () => void) => void;
  /** The section to begin with, by name. */
  first: string;
}

interface Section {
  name: string;
  title: string;
  View: ComponentType;
  read(): Promise<void>;
}

/** The side panel: a few sections, each read when it comes to the front and whenever something changes. */
export function createPanel(means: PanelMeans) {
  const { say } = means;
  const [guides, feedback, records, rest] = [
    createGuidesHere(means),
    createMyFeedback(means),
    createRecords(means),
    createRest(means),
  ];
  const sections: Section[] = [
    { name: 'guides', title: say('tabGuides'), View: guides.GuidesHere, read: guides.read },
    { name: 'feedback', title: say('tabFeedback'), View: feedback.MyFeedback, read: feedback.read },
    { name: 'records', title: say('tabRecords'), View: records.Records, read: records.read },
    { name: 'pause', title: say('tabPause'), View: rest.Rest, read: rest.read },
  ];
  const front = signal(sections.find(({ name }) => name === means.first) ?? sections[2]!);
  const read = () => void Promise.all([rest.read(), front.value.read()]);
  const show = (name: string) => {
    front.value = sections.find((section) => section.name === name) ?? front.value;
    read();
  };
  means.onChange(read);
  read();

  return function Panel() {
    const { name, View } = front.value;
    return (
      <>
        <h1 class="unseen">{say('panelTitle')}</h1>
        <Tabs label={say('panelSections')} tabs={sections} chosen={name} choose={show} />
        <rest.PauseBanner />
        <div id="section" role="tabpanel" aria-labelledby={`tab-${name}`}>
          <View />
        </div>
      </>
    );
  };
}
