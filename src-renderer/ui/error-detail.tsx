import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { useApp } from '../state/app-store.ts';
import { supportDetails } from '../state/support-details.ts';
import { pageLanguage } from '../words/page-language.ts';
import { words } from '../words/words.ts';
import { copyText } from './copy-text.ts';

const useStyles = makeStyles({
  details: { marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  summary: {
    width: 'fit-content',
    paddingRight: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  detail: {
    marginTop: tokens.spacingVerticalXXS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  copy: {
    marginTop: tokens.spacingVerticalXS,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    paddingLeft: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
});

/** Folded, for whoever is asked to help: the vendor's or the system's own word on an error, and all of it to copy. */
export function ErrorDetail({ error }: { readonly error: DocketError }) {
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    const { info } = useApp.getState();
    setCopied(copyText(supportDetails(error, { info, language: pageLanguage, at: Date.now() })));
  };
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{words.app.details}</summary>
      {error.detail !== undefined && <div className={styles.detail}>{error.detail}</div>}
      <Button
        className={styles.copy}
        size="small"
        appearance="subtle"
        icon={copied === true ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={copy}
      >
        {copied === null ? words.app.copyDetails : copied ? words.app.copied : words.app.notCopied}
      </Button>
    </details>
  );
}
