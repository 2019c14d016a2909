import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { useNow } from '../../state/now.ts';
import { useTransfer } from '../../state/transfers-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { narrow } from '../../ui/narrow.ts';
import { TransferBar } from '../../ui/transfer-bar.tsx';
import { fingerprint } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { isTooMuch } from './ask-anew.ts';
import { runJobCall } from './job-deeds.ts';
import { JobFiles } from './job-files.tsx';
import { JobMenu } from './job-menu.tsx';
import { goesOnAtOf, troubleOf } from './job-steps.ts';
import { NextCheck } from './next-check.tsx';
import { remedyOf } from './remedy.ts';
import { requestFacts } from './request-facts.ts';
import { progressOf, rowFacts } from './row-facts.ts';
import { StepButton } from './step-button.tsx';
import { StepList } from './step-list.tsx';
import { useJobDetail } from './use-job-detail.ts';

const useStyles = makeStyles({
  root: {
    width: '376px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1100px)': { width: '340px' },
    // No room beside the list: it lies over it.
    [narrow.content]: { position: 'absolute', inset: 0, zIndex: 2, width: 'auto', borderLeftStyle: 'none' },
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  // Read to its end, without pushing the next step out of sight.
  longTitle: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  from: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    overflowY: 'auto',
    padding: `0 ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXL}`,
  },
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  stage: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  hint: { margin: 0 },
  headButtons: { display: 'flex', alignItems: 'flex-start' },
  sectionTitle: {
    margin: 0,
    marginBottom: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  details: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  detailsBody: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** All about one export, beside the list. */
export function JobPanel({ job, close }: { readonly job: JobView; readonly close: () => void }) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus lies under the panel now, unless it was the navigation.
    const covered = window.matchMedia(narrow.contentQuery).matches;
    if (covered && document.activeElement?.closest('nav') === null) title.current?.focus();
  }, []);
  const { state, reload } = useJobDetail(job);
  return (
    <aside className={styles.root} aria-label={words.panel.label(job.title)}>
      <div className={styles.head}>
        <div>
          <h2
            ref={title}
            tabIndex={-1}
            className={mergeClasses(styles.title, job.title.length > 90 && styles.longTitle)}
          >
            {job.title}
          </h2>
          <div className={styles.from}>
            {words.vendors.name(job.provider)} · {job.connectionName}
          </div>
        </div>
        <div className={styles.headButtons}>
          <JobMenu job={job} />
          <Tooltip content={words.panel.close} relationship="label" withArrow>
            <Button appearance="subtle" icon={<DismissRegular />} onClick={close} />
          </Tooltip>
        </div>
      </div>
      <div className={styles.body}>
        <NextStepBlock job={job} />
        <Section title={words.panel.steps}>
          <StepList job={job} />
          {job.commit.kind !== 'committed' && <NextCheck job={job} />}
        </Section>
        <Section title={words.panel.files}>
          <JobFiles job={job} state={state} reload={reload} />
        </Section>
        <VendorWords job={job} />
      </div>
    </aside>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.sectionTitle}>{title}</h3>
      {children}
    </section>
  );
}

function NextStepBlock({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const now = useNow('coarse');
  const transfer = useTransfer(job.id);
  const trouble = troubleOf(job);
  const progress = progressOf(job, transfer);
  const remedy = trouble === null ? null : remedyOf(trouble, () => void runJobCall(job.id, againOf(job)));
  // The step's own button does what the remedy would: once is enough.
  const does = trouble?.action?.kind ?? 'try-again';
  const same =
    (does === 'try-again' && (job.nextStep === 'resume' || job.nextStep === 'collect-again')) ||
    (does === 'try-again' && job.commit.kind === 'open' && trouble === job.commit.lastError) ||
    (does === 'collect-again' && job.nextStep === 'collect-again');
  return (
    <div className={styles.step}>
      <div>
        <div className={styles.stage}>{words.exports.stage(job)}</div>
        <div className={styles.facts}>
          {rowFacts(job, transfer, now)
            .filter((fact) => fact.tone !== 'trouble')
            .map((fact) => fact.text)
            .join(' · ')}
        </div>
      </div>
      {progress !== undefined && (
        <TransferBar progress={progress} label={words.exports.progressOf(job.title)} />
      )}
      {trouble !== null && (
        <ErrorNote
          error={trouble}
          intent="warning"
          goesOnAt={goesOnAtOf(job)}
          action={same ? undefined : (remedy ?? undefined)}
        />
      )}
      {job.nextStep === 'ask-anew' && (
        <p className={styles.hint}>
          {isTooMuch(job.export) ? words.panel.tooMuchHint : words.panel.askAnewHint}
        </p>
      )}
      {job.nextStep !== 'wait' && <StepButton job={job} primary={job.nextStep !== 'forget'} />}
    </div>
  );
}

function againOf(job: JobView): 'resume' | 'check' {
  return job.retrieval.kind === 'paused' ? 'resume' : 'check';
}

/** What the vendor says, in its own terms; and the reference by which it knows the export. */
function VendorWords({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const mono = (text: string) => <span className={styles.mono}>{text}</span>;
  const facts: readonly Fact[] = [
    { label: words.panel.status, value: mono(job.vendorStatus) },
    { label: words.panel.reference, value: mono(job.reference) },
    ...job.vendorDetails.map(({ label, value }) => ({ label, value: mono(value) })),
    ...requestFacts(job.request).map(({ label, value }) => ({ label, value: mono(value) })),
    ...(job.retrieval.kind === 'collected'
      ? [{ label: words.panel.fingerprint, value: mono(fingerprint(job.retrieval.fingerprint)) }]
      : []),
  ];
  return (
    <Accordion collapsible className={styles.details}>
      <AccordionItem value="details">
        <AccordionHeader size="small">{words.panel.details}</AccordionHeader>
        <AccordionPanel className={styles.detailsBody}>
          {job.vendorStatusUnknown && <div className={styles.quiet}>{words.panel.unknownStatus}</div>}
          <Facts facts={facts} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
