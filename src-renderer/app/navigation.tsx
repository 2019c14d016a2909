import { Button, CounterBadge, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import {
  bundleIcon,
  type FluentIcon,
  HistoryFilled,
  HistoryRegular,
  MailInboxFilled,
  MailInboxRegular,
  PlugConnectedFilled,
  PlugConnectedRegular,
  SettingsFilled,
  SettingsRegular,
} from '@fluentui/react-icons';
import { setPractice, useApp } from '../state/app-store.ts';
import { useJobs } from '../state/jobs-store.ts';
import { tellDone } from '../state/messages.ts';
import { goTo, type Route, useView } from '../state/view-store.ts';
import { DocketMark } from '../ui/docket-mark.tsx';
import { words } from '../words/en.ts';

const ExportsIcon = bundleIcon(MailInboxFilled, MailInboxRegular);
const HistoryIcon = bundleIcon(HistoryFilled, HistoryRegular);
const ConnectionsIcon = bundleIcon(PlugConnectedFilled, PlugConnectedRegular);
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
  { route: { screen: 'history' }, name: words.app.history, icon: HistoryIcon },
];
const arrangement: readonly Place[] = [
  { route: { screen: 'connections' }, name: words.app.connections, icon: ConnectionsIcon },
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
        {words.app.name}
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
  const here = useView(({ route }) =>
    route.screen === 'review' ? place.route.screen === 'exports' : route.screen === place.route.screen,
  );
  const Icon = place.icon;
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, here && styles.here)}
      {...(here ? { 'aria-current': 'page' as const } : {})}
      onClick={() => goTo(place.route)}
    >
      <span className={styles.icon} aria-hidden="true">
        <Icon filled={here} />
      </span>
      {place.name}
      {count > 0 && (
        <CounterBadge
          count={count}
          overflowCount={999}
          color="brand"
          aria-label={words.app.needsYou(count)}
        />
      )}
    </button>
  );
}

/** Marks practice as such wherever one is, with the way out. */
function PracticeBadge() {
  const styles = useStyles();
  const practice = useApp((state) => state.info?.practice ?? false);
  const changing = useApp((state) => state.practiceChanging);
  if (!practice) return null;
  const stop = async () => {
    if (await setPractice(false)) tellDone(words.app.practiceStopped, words.app.practiceStoppedHint);
  };
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
