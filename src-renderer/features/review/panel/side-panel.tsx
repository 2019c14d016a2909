import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { narrow } from '../../../ui/narrow.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import type { PanelTab } from '../desk/desk-state.ts';
import { BrokenPanel } from './broken-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { RowPanel } from './row-panel.tsx';
import { SummaryPanel } from './summary-panel.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '320px',
    minHeight: 0,
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
    // No room beside the table: it lies over it.
    [narrow.content]: {
      position: 'absolute',
      top: 0,
      right: 0,
      bottom: 0,
      maxWidth: '100%',
      boxShadow: tokens.shadow16,
      zIndex: 2,
    },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    paddingRight: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Fluent's own doesn't shrink.
  tabs: { flexGrow: 1, flexShrink: 1, flexBasis: 0, flexWrap: 'wrap', minWidth: 0 },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

const tabs: readonly PanelTab[] = ['summary', 'column', 'row', 'broken'];

function tabNamed(value: unknown): PanelTab {
  return tabs.find((tab) => tab === value) ?? 'summary';
}

/** What is known about the table, a column, a row, beside the table. */
export function SidePanel({ tab }: { readonly tab: PanelTab }) {
  const styles = useStyles();
  const desk = useDesk();
  const broken = useDeskState(
    ({ table }) =>
      (table?.brokenRows ?? 0) + (table?.shortRows ?? 0) + (table?.undecodableRows ?? 0) > 0 ||
      tab === 'broken',
  );
  return (
    <aside className={styles.root} aria-label={words.reviewTools.tabsLabel}>
      <div className={styles.head}>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={tab}
          onTabSelect={(_, { value }) => desk.showPanel(tabNamed(value))}
        >
          {tabs
            .filter((one) => one !== 'broken' || broken)
            .map((one) => (
              <Tab key={one} id={`review-tab-${one}`} value={one} aria-controls="review-panel">
                {words.reviewTools.tabs[one]}
              </Tab>
            ))}
        </TabList>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.reviewTools.closePanel}
          onClick={() => desk.showPanel(null)}
        />
      </div>
      <div
        id="review-panel"
        role="tabpanel"
        aria-labelledby={`review-tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long panel has to be scrolled by keyboard
        tabIndex={0}
        className={styles.body}
      >
        <PanelBody tab={tab} />
      </div>
    </aside>
  );
}

function PanelBody({ tab }: { readonly tab: PanelTab }) {
  switch (tab) {
    case 'summary':
      return <SummaryPanel />;
    case 'column':
      return <ProfilePanel />;
    case 'row':
      return <RowPanel />;
    case 'broken':
      return <BrokenPanel />;
  }
}
