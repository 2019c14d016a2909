import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useMemo } from 'react';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { myTrackerEvents } from '../../../src-preload/contract/requests.ts';
import { words } from '../../words/words.ts';
import {
  columnsOf,
  dateText,
  filterFits,
  knownColumns,
  type RequestField,
  withRequestValue,
} from './new-export-form.ts';
import { AreaLine, ChoiceLine, Pair, type RequestFormProps, TextLine } from './new-export-line.tsx';

const useStyles = makeStyles({
  fold: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  columns: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  offered: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  offer: { minWidth: 0, fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightRegular },
});

/** The vendor's own request form. */
export function RequestFields({
  provider,
  ...form
}: RequestFormProps & { readonly provider: ProviderId }): ReactNode {
  switch (provider) {
    case 'mypreferences':
      return <MyPreferencesFields {...form} />;
    case 'mytracker':
      return <MyTrackerFields {...form} />;
    case 'crayon':
      return <CrayonFields {...form} />;
  }
}

function MyPreferencesFields(form: RequestFormProps) {
  const { criteria, everyProfile } = words.newExport;
  const { matchCriteria } = form.values;
  return (
    <>
      <TextLine {...form} name="segmentName" required />
      <TextLine {...form} name="since" type="datetime-local" />
      <ChoiceLine
        {...form}
        name="matchCriteria"
        choices={[
          {
            options: [
              ['', everyProfile],
              ['ProfileId', criteria.ProfileId],
              ['AlternateId', criteria.AlternateId],
              ['PhoneNumber', criteria.PhoneNumber],
              ['EmailAddress', criteria.EmailAddress],
            ],
          },
        ]}
      />
      {matchCriteria !== '' && (
        <>
          <TextLine {...form} name="matchType" required={matchCriteria === 'AlternateId'} />
          <AreaLine {...form} name="values" required />
        </>
      )}
    </>
  );
}

const userEvents = myTrackerEvents.filter((event) => event.startsWith('user') || event === 'newUsers');
const deviceEvents = myTrackerEvents.filter((event) => !userEvents.includes(event));
const filters = [
  'SDKKey',
  'idAccount',
  'idProject',
  'idCampaign',
  'idAd',
  'idPartner',
  'idCountry',
  'idSegment',
  'idAdMediator',
] as const;

function byLabel(names: typeof userEvents) {
  return names
    .map((name) => [name, words.newExport.event(name)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b));
}

function MyTrackerFields(form: RequestFormProps) {
  const styles = useStyles();
  const { event } = form.values;
  const zones = useId();
  const names = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const fits = (name: RequestField) => filterFits(name, event);
  const say = words.newExport;
  const either = [
    ['', say.either],
    ['1', say.yes],
    ['0', say.no],
  ] as const;
  return (
    <>
      <ChoiceLine
        {...form}
        name="event"
        required
        choices={[
          { group: say.byDevice, options: byLabel(deviceEvents) },
          { group: say.byUser, options: byLabel(userEvents) },
        ]}
      />
      <Span {...form} max={dateText(new Date())} />
      <TextLine {...form} name="timezone" list={zones} />
      <datalist id={zones}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Columns {...form} />
      <TextLine {...form} name="idApp" />
      {fits('eventName') && (
        <>
          <AreaLine {...form} name="eventName" />
          <Checkbox
            checked={form.values.eventNameInvert}
            label={say.field('eventNameInvert').label}
            onChange={(_, { checked }) =>
              form.change(
                withRequestValue(form.values, 'eventNameInvert', checked === true),
                'eventNameInvert',
              )
            }
          />
        </>
      )}
      <Accordion collapsible className={styles.fold}>
        <AccordionItem value="filters">
          <AccordionHeader>{say.moreFilters}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <Pair>
              {filters.filter(fits).map((name) => (
                <TextLine key={name} {...form} name={name} />
              ))}
              {fits('isVerified') && (
                <ChoiceLine {...form} name="isVerified" choices={[{ options: either }]} />
              )}
              {fits('idPurchaseType') && <TextLine {...form} name="idPurchaseType" />}
              <ChoiceLine {...form} name="rooted" choices={[{ options: either }]} />
            </Pair>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}

/** The names as a text that can be pasted over, and those that are not in it yet to pick from. */
function Columns(form: RequestFormProps) {
  const styles = useStyles();
  const chosen = columnsOf(form.values.columns);
  const offered = knownColumns.filter((name) => !chosen.includes(name));
  const add = (name: string) =>
    form.change(withRequestValue(form.values, 'columns', [...chosen, name].join(', ')), 'columns');
  return (
    <div className={styles.columns}>
      <AreaLine {...form} name="columns" required />
      <div className={styles.offered}>
        {offered.map((name) => (
          <Button
            key={name}
            size="small"
            className={styles.offer}
            icon={<AddRegular />}
            aria-label={words.newExport.addColumnNamed(name)}
            onClick={() => add(name)}
          >
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

function CrayonFields(form: RequestFormProps) {
  return (
    <>
      <TextLine {...form} name="customerAccountId" required />
      <Span {...form} />
      <Pair>
        <TextLine {...form} name="cloudAccountId" />
        <TextLine {...form} name="invoiceProfileId" />
      </Pair>
    </>
  );
}

/** A first and a last day. */
function Span({ max, ...form }: RequestFormProps & { readonly max?: string }) {
  if (form.dates === false) return null;
  const latest = max === undefined ? {} : { max };
  return (
    <Pair>
      <TextLine {...form} name="from" type="date" required {...latest} />
      <TextLine {...form} name="to" type="date" required {...latest} />
    </Pair>
  );
}
