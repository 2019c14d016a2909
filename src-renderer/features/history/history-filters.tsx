import {
  Button,
  Field,
  Input,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import type { HistoryFacets, HistorySave } from '../../../src-preload/contract/history.ts';
import { Choice } from '../../ui/choice.tsx';
import { useListToolbar } from '../../ui/list-toolbar.ts';
import { VendorFilter } from '../../ui/vendor-filter.tsx';
import { words } from '../../words/words.ts';
import { everything, groups, type HistoryChoice, isFiltered, ranges } from './history-filter.ts';

const useStyles = makeStyles({
  hint: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface HistoryFiltersProps {
  readonly choice: HistoryChoice;
  readonly onChoice: (choice: HistoryChoice) => void;
  readonly facets: HistoryFacets;
  /** How many entries fit; null while that isn't known. */
  readonly found: number | null;
  readonly onSave: (format: HistorySave['format']) => void;
}

const everyone = 'everyone';

/** Which entries: text, time, kind, vendor, person; and saving what fits. */
export function HistoryFilters({ choice, onChoice, facets, found, onSave }: HistoryFiltersProps) {
  const styles = useListToolbar();
  const say = words.historyTools;
  const set = (change: Partial<HistoryChoice>) => onChoice({ ...choice, ...change });
  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <SearchBox
          className={styles.search}
          placeholder={words.app.search}
          aria-label={words.history.search}
          dismiss={{ 'aria-label': words.app.clearSearch }}
          value={choice.search}
          onChange={(_, { value }) => set({ search: value })}
        />
        <Choice
          label={say.rangeLabel}
          value={choice.range}
          options={ranges.map((range) => ({ value: range, text: say.range(range) }))}
          onChoose={(range) => set({ range })}
        />
        <Choice
          label={say.groupLabel}
          value={choice.group}
          options={groups.map((group) => ({ value: group, text: say.group(group) }))}
          onChoose={(group) => set({ group })}
        />
        <VendorFilter
          label={say.vendorLabel}
          every={say.everyVendor}
          connections={facets.connections}
          vendor={choice.vendor}
          onVendor={(vendor) => set({ vendor })}
        />
        <Choice
          label={say.personLabel}
          value={choice.person === null ? everyone : `by ${choice.person}`}
          options={[
            { value: everyone, text: say.everyone },
            ...facets.people.map((person) => ({ value: `by ${person}`, text: person })),
          ]}
          onChoose={(value) => set({ person: value === everyone ? null : value.slice(3) })}
        />
        <SaveButton disabled={found === null || found === 0} onSave={onSave} />
      </div>
      {isFiltered(choice) && (
        <div className={styles.row}>
          {choice.range === 'days' && (
            <>
              <Field label={say.from} orientation="horizontal">
                <Input
                  type="date"
                  value={choice.fromDay}
                  onChange={(_, { value }) => set({ fromDay: value })}
                />
              </Field>
              <Field label={say.to} orientation="horizontal">
                <Input type="date" value={choice.toDay} onChange={(_, { value }) => set({ toDay: value })} />
              </Field>
            </>
          )}
          <Button className={styles.fixed} appearance="subtle" onClick={() => onChoice(everything)}>
            {say.clear}
          </Button>
          <span className={mergeClasses(styles.count, styles.atEnd)} role="status">
            {found !== null && found > 0 && words.history.found(found)}
          </span>
        </div>
      )}
    </div>
  );
}

function SaveButton({
  disabled,
  onSave,
}: {
  readonly disabled: boolean;
  readonly onSave: HistoryFiltersProps['onSave'];
}) {
  const styles = useStyles();
  const toolbar = useListToolbar();
  const say = words.historyTools;
  return (
    <Menu positioning={{ position: 'below', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={mergeClasses(toolbar.fixed, toolbar.atEnd)}
          icon={<SaveRegular />}
          disabledFocusable={disabled}
        >
          {say.save}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            subText={{ className: styles.hint, children: say.saveXlsxHint }}
            onClick={() => onSave('xlsx')}
          >
            {say.saveXlsx}
          </MenuItem>
          <MenuItem
            subText={{ className: styles.hint, children: say.saveCsvHint }}
            onClick={() => onSave('csv')}
          >
            {say.saveCsv}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
