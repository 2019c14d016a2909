import { Badge, makeStyles } from '@fluentui/react-components';
import { words } from '../words/words.ts';

const useStyles = makeStyles({ root: { flexShrink: 0 } });

/** Marks what is made up, everywhere alike. */
export function PracticeBadge() {
  const styles = useStyles();
  return (
    <Badge className={styles.root} appearance="tint" color="informative" size="small">
      {words.exports.practice}
    </Badge>
  );
}
