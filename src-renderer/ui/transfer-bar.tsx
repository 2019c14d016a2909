import { makeStyles, ProgressBar } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Five steps a second, each with a glide of 0.3 s, would lay out and paint every frame for as long as a transfer runs.
  still: { transitionProperty: 'none' },
});

/** How far a transfer is, 0 to 1; null when nobody knows its end. */
export function TransferBar(props: {
  readonly progress: number | null;
  readonly label: string;
  readonly className?: string | undefined;
}) {
  const styles = useStyles();
  const { progress, label, className } = props;
  return (
    <ProgressBar
      {...(className === undefined ? {} : { className })}
      {...(progress === null ? {} : { value: progress, bar: { className: styles.still } })}
      aria-label={label}
    />
  );
}
