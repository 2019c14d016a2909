import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { BeakerRegular, PlugConnectedRegular } from '@fluentui/react-icons';
import { providerIdSchema } from '../../src-preload/contract/ids.ts';
import { setPractice, useApp } from '../state/app-store.ts';
import { goTo } from '../state/view-store.ts';
import { useLeaveFocusToHeading } from '../ui/heading-focus.ts';
import { narrow } from '../ui/narrow.ts';
import { words } from '../words/words.ts';
import { CollectPicture, CommitPicture, ReviewPicture } from './first-start-pictures.tsx';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    display: 'grid',
    placeItems: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    maxWidth: '760px',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: {
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`,
    maxWidth: '56ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground2,
  },
  vendors: {
    margin: `0 0 ${tokens.spacingVerticalXXXL}`,
    color: tokens.colorNeutralForeground3,
  },
  steps: {
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    [narrow.navigation]: { columnGap: tokens.spacingHorizontalL },
    margin: 0,
    padding: 0,
  },
  stepTitle: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  stepText: { margin: 0, color: tokens.colorNeutralForeground2 },
  offers: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: '40px',
  },
  hint: {
    marginTop: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const pictures = [
  <CollectPicture key="collect" />,
  <ReviewPicture key="review" />,
  <CommitPicture key="commit" />,
];

/** Before anything is connected: what Docket does, and two ways to begin. */
export function FirstStart() {
  const styles = useStyles();
  useLeaveFocusToHeading();
  const starting = useApp((state) => state.practiceChanging);
  return (
    <main className={styles.root}>
      <div className={styles.column}>
        <h1 className={styles.title}>{words.firstStart.title}</h1>
        <p className={styles.lead}>{words.firstStart.lead}</p>
        <p className={styles.vendors}>
          {words.firstStart.vendors(providerIdSchema.options.map(words.vendors.name))}
        </p>
        <ol className={styles.steps}>
          {words.firstStart.steps.map((step, index) => (
            <li key={step.title}>
              {pictures[index]}
              <h2 className={styles.stepTitle}>{step.title}</h2>
              <p className={styles.stepText}>{step.text}</p>
            </li>
          ))}
        </ol>
        <div className={styles.offers}>
          <Button
            size="large"
            appearance="primary"
            icon={<PlugConnectedRegular />}
            onClick={() => goTo({ screen: 'connections', open: 'new' })}
          >
            {words.firstStart.connect}
          </Button>
          <Button
            size="large"
            icon={starting ? <Spinner size="tiny" /> : <BeakerRegular />}
            disabledFocusable={starting}
            onClick={() => void setPractice(true)}
          >
            {starting ? words.firstStart.starting : words.firstStart.practise}
          </Button>
        </div>
        <div className={styles.hint}>{words.firstStart.practiseHint}</div>
      </div>
    </main>
  );
}
