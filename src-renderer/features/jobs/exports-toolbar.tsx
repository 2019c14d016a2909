import {
  Button,
  Dropdown,
  makeStyles,
  mergeClasses,
  Option,
  SearchBox,
  Spinner,
  Tooltip,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { AddRegular, ArrowClockwiseRegular } from '@fluentui/react-icons';
import { type ProviderId, providerIdSchema } from '../../../src-preload/contract/ids.ts';
import { useBusy } from '../../state/busy-store.ts';
import { openDialog, setSearch, setVendor, useView } from '../../state/view-store.ts';
import { useListToolbar } from '../../ui/list-toolbar.ts';
import { words } from '../../words/words.ts';
import { allJobs, checkAll } from './job-deeds.ts';

const useStyles = makeStyles({
  search: { minWidth: '104px', maxWidth: '400px' },
  vendor: { minWidth: '132px', width: '184px', flexShrink: 1, whiteSpace: 'nowrap' },
});

/** Where a shortcut leads. */
export const searchId = 'exports-search';

const vendors = providerIdSchema.options;
const everyVendor = 'all';

function vendorOf(value: string | undefined): ProviderId | null {
  return vendors.find((vendor) => vendor === value) ?? null;
}

/** Search, filter, ask for a new one, check all; `waiting` for the list to come. */
export function ExportsToolbar({ waiting }: { readonly waiting: boolean }) {
  const styles = useStyles();
  const toolbar = useListToolbar();
  const search = useView((state) => state.search);
  const vendor = useView((state) => state.vendor);
  const restoreFocus = useRestoreFocusTarget();
  const checking = useBusy(allJobs);

  return (
    <div className={toolbar.row}>
      <SearchBox
        id={searchId}
        className={mergeClasses(toolbar.search, styles.search)}
        placeholder={words.app.search}
        aria-label={words.exports.search}
        dismiss={{ 'aria-label': words.app.clearSearch }}
        value={search}
        onChange={(_, data) => setSearch(data.value)}
        disabled={waiting}
      />
      <Dropdown
        className={styles.vendor}
        aria-label={words.exports.vendorFilter}
        value={vendor === null ? words.exports.allVendors : words.vendors.shortName(vendor)}
        selectedOptions={[vendor ?? everyVendor]}
        onOptionSelect={(_, data) => setVendor(vendorOf(data.optionValue))}
        disabled={waiting}
      >
        <Option value={everyVendor}>{words.exports.allVendors}</Option>
        {vendors.map((id) => (
          <Option key={id} value={id}>
            {words.vendors.shortName(id)}
          </Option>
        ))}
      </Dropdown>
      <Button
        {...restoreFocus}
        className={mergeClasses(toolbar.fixed, toolbar.atEnd)}
        icon={<AddRegular />}
        onClick={() => openDialog({ kind: 'new-export' })}
      >
        {words.exports.newExport}
      </Button>
      <Tooltip content={words.exports.refresh} relationship="label" withArrow>
        <Button
          className={toolbar.fixed}
          appearance="subtle"
          icon={checking ? <Spinner size="tiny" /> : <ArrowClockwiseRegular />}
          disabledFocusable={checking || waiting}
          onClick={() => void checkAll()}
        />
      </Tooltip>
    </div>
  );
}
