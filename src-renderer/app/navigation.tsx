import { Button, CounterBadge, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import {
  BeakerRegular,
  bundleIcon,
  CalendarClockFilled,
  CalendarClockRegular,
  type FluentIcon,
  FolderFilled,
  FolderRegular,
  HistoryFilled,
  HistoryRegular,
  MailInboxFilled,
  MailInboxRegular,
  PlugConnectedFilled,
  PlugConnectedRegular,
  SettingsFilled,
  SettingsRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { setPractice, useApp } from '../state/app-store.ts';
import { useJobs } from '../state/jobs-store.ts';
import { tellDone } from '../state/messages.ts';
import { goTo, placeOf, type Route, useView } from '../state/view-store.ts';
import { DocketMark } from '../ui/docket-mark.tsx';
import { narrow } from '../ui/narrow.ts';
import { useMedia } from '../ui/use-media.ts';
import { words } from '../words/words.ts';

const ExportsIcon = bundleIcon(MailInboxFilled, MailInboxRegular);
const FilesIcon = bundleIcon(FolderFilled, FolderRegular);
const HistoryIcon = bundleIcon(HistoryFilled, HistoryRegular);
const ConnectionsIcon = bundleIcon(PlugConnectedFilled, PlugConnectedRegular);
const SchedulesIcon = bundleIcon(CalendarClockFilled, CalendarClockRegular);
const SettingsIcon = bundleIcon(SettingsFilled, SettingsRegular);

const useStyles = makeStyles({
  root: {
    width: '208px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    overflowY: 'auto',
    [narrow.navigation]: { width: '56px', padding: tokens.spacingHorizontalS },
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    [narrow.navigation]: { justifyContent: 'center', paddingLeft: 0, paddingRight: 0 },
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    width: '100%',
    height: '36px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    cursor: 'pointer',
    position: 'relative',
    flexShrink: 0,
    [narrow.navigation]: {
      gridTemplateColumns: '20px',
      justifyContent: 'center',
      paddingLeft: 0,
      paddingRight: 0,
    },
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3Selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '9px',
      bottom: '9px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  // Read out still, not drawn.
  name: {
    [narrow.navigation]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  count: { [narrow.navigation]: { position: 'absolute', top: 0, right: 0 } },
  icon: { fontSize: '20px', lineHeight: 0 },
  divider: {
    height: '1px',
    margin: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralStroke2,
  },
  gap: { flexGrow: 1 },
  practice: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  practiceNarrow: { padding: 0, border: 'none' },
  practiceButton: { minWidth: 0, width: '100%', height: '40px' },
  practiceTitle: { fontWeight: tokens.fontWeightSemibold },
  practiceHint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Place {
  readonly route: Route;
  readonly name: string;
  readonly icon: FluentIcon;
}

const work: readonly Place[] = [
  { route: { screen: 'exports' }, name: words.app.exports, icon: ExportsIcon },
  { route: { screen: 'files' }, name: words.app.files, icon: FilesIcon },
  { route: { screen: 'history' }, name: words.app.history, icon: HistoryIcon },
];
const arrangement: readonly Place[] = [
  { route: { screen: 'connections' }, name: words.app.connections, icon: ConnectionsIcon },
  { route: { screen: 'schedules' }, name: words.schedules.title, icon: SchedulesIcon },
  { route: { screen: 'settings' }, name: words.app.settings, icon: SettingsIcon },
];

/** The left edge: where one can go, and whether this is practice. */
export function Navigation() {
  const styles = useStyles();
  const needsYou = useJobs((state) => state.list.order['needs-you'].length);
  return (
    <nav className={styles.root} aria-label={words.app.navigation}>
      <div className={styles.brand}>
        <DocketMark size={28} />
        <span className={styles.name}>{words.app.name}</span>
      </div>
      {work.map((place) => (
        <NavigationItem
          key={place.name}
          place={place}
          count={place.route.screen === 'exports' ? needsYou : 0}
        />
      ))}
      <div className={styles.divider} />
      {arrangement.map((place) => (
        <NavigationItem key={place.name} place={place} count={0} />
      ))}
      <div className={styles.gap} />
      <PracticeBadge />
    </nav>
  );
}

function NavigationItem({ place, count }: { readonly place: Place; readonly count: number }) {
  const styles = useStyles();
  const here = useView(({ route }) => placeOf(route) === place.route.screen);
  const Icon = place.icon;
  const iconOnly = useMedia(narrow.navigationQuery);
  const [hinted, setHinted] = useState(false);
  return (
    <Tooltip
      content={place.name}
      // The button's own text names it, drawn or not.
      relationship="inaccessible"
      positioning="after"
      withArrow
      visible={iconOnly && hinted}
      onVisibleChange={(_, { visible }) => setHinted(visible)}
    >
      <button
        type="button"
        className={mergeClasses(styles.item, here && styles.here)}
        {...(here ? { 'aria-current': 'page' as const } : {})}
        onClick={() => goTo(place.route)}
      >
        <span className={styles.icon} aria-hidden="true">
          <Icon filled={here} />
        </span>
        <span className={styles.name}>{place.name}</span>
        {count > 0 && (
          <CounterBadge
            className={styles.count}
            count={count}
            overflowCount={999}
            color="brand"
            aria-label={words.app.needsYou(count)}
          />
        )}
      </button>
    </Tooltip>
  );
}

/** Marks practice as such wherever one is, with the way out. */
function PracticeBadge() {
  const styles = useStyles();
  const practice = useApp((state) => state.info?.practice ?? false);
  const changing = useApp((state) => state.practiceChanging);
  const iconOnly = useMedia(narrow.navigationQuery);
  if (!practice) return null;
  const stop = async () => {
    if (await setPractice(false)) tellDone(words.app.practiceStopped, words.app.practiceStoppedHint);
  };
  if (iconOnly) {
    return (
      <section
        className={mergeClasses(styles.practice, styles.practiceNarrow)}
        aria-label={words.app.practising}
      >
        <Tooltip content={words.app.practisingStop} relationship="inaccessible" positioning="after" withArrow>
          <Button
            className={styles.practiceButton}
            icon={<BeakerRegular />}
            aria-label={words.app.stopPractising}
            disabledFocusable={changing}
            onClick={() => void stop()}
          />
        </Tooltip>
      </section>
    );
  }
  return (
    <section className={styles.practice} aria-label={words.app.practising}>
      <Tooltip content={words.app.practisingHint} relationship="description" withArrow>
        <div className={styles.practiceTitle}>{words.app.practising}</div>
      </Tooltip>
      <div className={styles.practiceHint}>{words.app.practisingShort}</div>
      <Button size="small" disabledFocusable={changing} onClick={() => void stop()}>
        {words.app.stopPractising}
      </Button>
    </section>
  );
}
