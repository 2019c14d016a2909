import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  makeStyles,
  mergeClasses,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { announce } from '../../state/announcements.ts';
import { closeDialog } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { KeyCaps } from '../key-caps.tsx';
import { paletteEntries } from './palette-entries.ts';
import { type PaletteEntry, rank, searchable } from './rank.ts';

const useStyles = makeStyles({
  surface: {
    maxWidth: '640px',
    padding: tokens.spacingHorizontalM,
    // High up, so that the list grows downwards and what is typed stays where it is.
    marginTop: '10vh',
    '@media (max-height: 480px)': { marginTop: tokens.spacingVerticalM },
  },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxHeight: '64vh' },
  box: { width: '100%', maxWidth: 'none', flexShrink: 0 },
  content: { padding: 0, overflowY: 'auto', minHeight: 0 },
  group: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '36px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-2px',
  },
  // Where both don't fit beside each other, the detail stands below: nothing is cut.
  texts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  detail: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  keys: { marginLeft: 'auto', flexShrink: 0 },
  none: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

const limit = 50;
const page = 8;

/** Screens, exports and actions by a few letters: a combobox over a list. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function Palette() {
  const styles = useStyles();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  // As things stood when it opened: what is under the finger doesn't move.
  const [all] = useState(() => paletteEntries(Date.now()).map(searchable));
  const found = useMemo(() => rank(all, search, limit), [all, search]);
  const list = useRef<HTMLDivElement>(null);
  const say = words.palette;

  useEffect(() => {
    if (search.trim() !== '')
      announce(found.length === 0 ? words.palette.none(search.trim()) : words.palette.found(found.length));
  }, [found, search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found anew begins at its top
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);

  const choose = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    closeDialog();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + page),
      PageUp: Math.max(0, active - page),
    };
    const next = to[event.key];
    if (event.key === 'Enter') choose(found[active]);
    else if (next !== undefined) setActive(Math.max(0, next));
    else return;
    event.preventDefault();
  };
  const optionId = (index: number) => `${listId}-${index}`;

  return (
    <Dialog open onOpenChange={closeDialog}>
      <DialogSurface className={styles.surface} aria-label={say.title}>
        <DialogBody className={styles.body}>
          <SearchBox
            className={styles.box}
            size="large"
            placeholder={say.hint}
            aria-label={say.hint}
            dismiss={{ 'aria-label': words.app.clearSearch }}
            value={search}
            onChange={(_, data) => {
              setSearch(data.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            role="combobox"
            aria-expanded
            aria-autocomplete="list"
            aria-controls={listId}
            {...(found.length > 0 ? { 'aria-activedescendant': optionId(active) } : {})}
          />
          <DialogContent className={styles.content}>
            {found.length === 0 && <div className={styles.none}>{say.none(search.trim())}</div>}
            <div id={listId} ref={list} role="listbox" aria-label={say.title} tabIndex={-1}>
              {found.map((entry, index) => (
                <div key={entry.key} role="presentation">
                  {entry.group !== found[index - 1]?.group && (
                    <div className={styles.group} role="presentation">
                      {say.groups[entry.group]}
                    </div>
                  )}
                  {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys */}
                  {/* biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus */}
                  <div
                    id={optionId(index)}
                    role="option"
                    aria-selected={index === active}
                    className={mergeClasses(styles.option, index === active && styles.active)}
                    onClick={() => choose(entry)}
                    onMouseMove={() => setActive(index)}
                  >
                    <span className={styles.texts}>
                      <span>{entry.label}</span>
                      {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
                    </span>
                    {entry.keys !== undefined && (
                      <span className={styles.keys}>
                        <KeyCaps keys={entry.keys} />
                      </span>
                    )}
                  </div>
                </div>
              ))}
            </div>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
