import { Badge, type BadgeProps, makeStyles, mergeClasses } from '@fluentui/react-components';
import { words } from '../words/words.ts';

const useStyles = makeStyles({ root: { flexShrink: 0 } });

/** Marks what is made up, everywhere alike. Takes what a tip around it gives it. */
export function PracticeBadge({ className, ...props }: BadgeProps) {
  const styles = useStyles();
  return (
    <Badge
      appearance="tint"
      color="informative"
      size="small"
      {...props}
      className={mergeClasses(styles.root, className)}
    >
      {words.exports.practice}
    </Badge>
  );
}
