import type { ComponentChildren } from 'preact';
import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { ControlName } from '../../kit/control-name.tsx';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import { StatusText } from './status-text.tsx';

interface InboxFactsProps {
  item: InboxItem;
  texts: DeskTexts;
  locale: string;
}

/** Everything known about an item. About its author that is only what the person typed. */
export function InboxFacts({ item, texts, locale }: InboxFactsProps) {
  const { app, route, control, about, absence, guideTitle, stepTitle, contact, changedBy, changedAt, kind } = item;
  const { facts, absences, noGuide, noName } = texts.inbox;
  return (
    <dl class="facts">
      <Fact term={facts.state}>
        <StatusText item={item} texts={texts} locale={locale} />
      </Fact>
      <Fact term={facts.control}>
        <ControlName control={control} />
      </Fact>
      <Fact term={facts.app}>
        <bdi>{app}</bdi>
      </Fact>
      <Fact term={facts.page}>
        <code dir="ltr">{route}</code>
      </Fact>
      {kind === 'feedback' && (
        <Fact term={facts.guide}>
          {about ? (
            <>
              <bdi>{guideTitle ?? about.guide}</bdi>{' '}
              <span class="quiet">
                (pack <bdi>{about.pack}</bdi>, version {about.version})
              </span>
            </>
          ) : (
            <span class="quiet">{noGuide}</span>
          )}
        </Fact>
      )}
      {about?.step && (
        <Fact term={facts.step}>
          <bdi>{stepTitle ?? about.step}</bdi>
        </Fact>
      )}
      {absence && <Fact term={facts.absence}>{absences[absence]}</Fact>}
      {kind === 'feedback' && (
        <Fact term={facts.from}>{contact ? <bdi>{contact}</bdi> : <span class="quiet">{noName}</span>}</Fact>
      )}
      {changedBy && changedAt && (
        <Fact term={facts.changed}>
          <bdi>{changedBy}</bdi>{' '}
          <time class="quiet" dateTime={changedAt}>
            {new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(changedAt))}
          </time>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
