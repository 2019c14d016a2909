import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Spinner,
  Switch,
  Tooltip,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  DeleteRegular,
  EditRegular,
  ErrorCircleRegular,
  KeyRegular,
  LockClosedRegular,
  MoreHorizontalRegular,
  QuestionCircleRegular,
  RenameRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { ConnectionView, SecretPlace } from '../../../src-preload/contract/connections.ts';
import { useBusy } from '../../state/busy-store.ts';
import { useNow } from '../../state/now.ts';
import { narrow } from '../../ui/narrow.ts';
import { PracticeBadge } from '../../ui/practice-badge.tsx';
import { errorText } from '../../words/errors.ts';
import { words } from '../../words/words.ts';
import { setCollects, testFromList } from './connection-deeds.ts';
import type { FormPart } from './form-fields.ts';
import { testText } from './test-report.tsx';
import { useExportsOf } from './use-exports-of.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    [narrow.navigation]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    alignItems: 'center',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  facts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  icon: { fontSize: '16px', lineHeight: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  wary: { color: tokens.colorStatusWarningForeground1 },
  reason: {
    margin: 0,
    maxWidth: '80ch',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  collects: { width: 'fit-content', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export interface ConnectionRowProps {
  readonly connection: ConnectionView;
  readonly edit: () => void;
  /** One thing of it, from the menu. */
  readonly change: (part: FormPart) => void;
  readonly remove: () => void;
}

/** One account: whose it is, where its secret lives, whether it works. */
export function ConnectionRow({ connection, edit, change, remove }: ConnectionRowProps) {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const now = useNow('coarse');
  const busy = useBusy(connection.id);
  const exportsOf = useExportsOf(connection);
  const { name, config, practice, lastTest } = connection;
  const failure =
    lastTest?.outcome.kind === 'fails' ? testText(config.provider, lastTest.outcome.error, now) : null;
  return (
    <li className={styles.row} data-connection={connection.id}>
      <div className={styles.facts}>
        <div className={styles.name}>
          <h2 className={styles.title}>{name}</h2>
          {practice && (
            <Tooltip content={words.connections.practiceHint} relationship="description" withArrow>
              <PracticeBadge tabIndex={0} />
            </Tooltip>
          )}
        </div>
        <div className={styles.quiet}>
          {words.vendors.name(config.provider)} · {words.connections.account(config)}
        </div>
        <div className={styles.marks}>
          <TestMark connection={connection} busy={busy} now={now} />
          <PlaceMark place={worstPlace(connection)} />
          <span>{words.connections.exports(exportsOf)}</span>
        </div>
        {failure !== null && !busy && (
          <p className={styles.reason}>
            {failure.reason} {failure.nextStep}
          </p>
        )}
        <Collects connection={connection} />
      </div>
      <div className={styles.actions}>
        <Button
          aria-label={words.connections.testNamed(name)}
          disabledFocusable={busy}
          onClick={() => void testFromList(connection.id, name)}
        >
          {words.connections.test}
        </Button>
        {!practice && (
          <>
            <Button
              {...restoreFocus}
              icon={<EditRegular />}
              aria-label={words.connections.editNamed(name)}
              onClick={edit}
            >
              {words.connections.edit}
            </Button>
            <Menu positioning="below-end">
              <MenuTrigger disableButtonEnhancement>
                <Button
                  {...restoreFocus}
                  appearance="subtle"
                  icon={<MoreHorizontalRegular />}
                  aria-label={words.app.moreActions(name)}
                />
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuItem icon={<RenameRegular />} onClick={() => change('name')}>
                    {words.connecting.rename}
                  </MenuItem>
                  <MenuItem icon={<LockClosedRegular />} onClick={() => change('secrets')}>
                    {words.connecting.changeSecret}
                  </MenuItem>
                  <MenuItem icon={<DeleteRegular />} onClick={remove}>
                    {words.connections.remove}
                  </MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
          </>
        )}
      </div>
    </li>
  );
}

/** Off at first: the person says for which accounts Docket may begin by itself. */
function Collects({ connection }: { readonly connection: ConnectionView }) {
  const styles = useStyles();
  const busy = useBusy(`${connection.id}/collects`);
  return (
    <Tooltip
      content={words.connecting.collectsHint}
      relationship="description"
      withArrow
      positioning="below-start"
    >
      <Switch
        className={styles.collects}
        checked={connection.collectsSince !== undefined}
        disabled={busy}
        label={words.connecting.collects}
        onChange={(_, { checked }) => void setCollects(connection.id, connection.name, checked)}
      />
    </Tooltip>
  );
}

function TestMark({
  connection,
  busy,
  now,
}: {
  readonly connection: ConnectionView;
  readonly busy: boolean;
  readonly now: number;
}) {
  const styles = useStyles();
  const { lastTest } = connection;
  if (busy) {
    return (
      <span className={styles.mark} role="status">
        <Spinner size="extra-tiny" /> {words.connections.testing}
      </span>
    );
  }
  if (lastTest === null) return <Mark icon={<QuestionCircleRegular />}>{words.connections.notTested}</Mark>;
  if (lastTest.outcome.kind === 'works') {
    return (
      <Mark icon={<CheckmarkCircleRegular />} tone={styles.good}>
        {words.connections.works(lastTest.at, now)}
      </Mark>
    );
  }
  return (
    <Mark icon={<ErrorCircleRegular />} tone={styles.bad}>
      {words.connections.fails(errorText(lastTest.outcome.error, now).title, lastTest.at, now)}
    </Mark>
  );
}

const fromBestToWorst: readonly SecretPlace[] = ['keychain', 'session', 'unreachable', 'missing'];

/** A connection with two secrets is as well off as the worse of them. */
function worstPlace({ secrets }: ConnectionView): SecretPlace {
  const worst = secrets.reduce((most, { place }) => Math.max(most, fromBestToWorst.indexOf(place)), 0);
  return fromBestToWorst[worst] ?? 'missing';
}

function PlaceMark({ place }: { readonly place: SecretPlace }) {
  const styles = useStyles();
  const fine = place === 'keychain' || place === 'session';
  return (
    <Mark icon={fine ? <KeyRegular /> : <WarningRegular />} {...(fine ? {} : { tone: styles.wary })}>
      {words.connections.place(place)}
    </Mark>
  );
}

function Mark({
  icon,
  tone,
  children,
}: {
  readonly icon: ReactElement;
  readonly tone?: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <span className={mergeClasses(styles.icon, tone)} aria-hidden="true">
        {icon}
      </span>
      {children}
    </span>
  );
}
