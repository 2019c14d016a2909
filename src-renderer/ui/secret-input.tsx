import { Button, Input, type InputProps, Tooltip } from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import { useState } from 'react';

export type SecretInputProps = Omit<InputProps, 'type' | 'contentAfter' | 'size'> & {
  readonly showLabel: string;
  readonly hideLabel: string;
};

/** A box for a secret: dots, with a way to see what was typed. It is never filled from what is kept. */
export function SecretInput({ showLabel, hideLabel, ...props }: SecretInputProps) {
  const [shown, setShown] = useState(false);
  const label = shown ? hideLabel : showLabel;
  return (
    <Input
      {...props}
      type={shown ? 'text' : 'password'}
      autoComplete="off"
      spellCheck={false}
      contentAfter={
        <Tooltip content={label} relationship="label" withArrow>
          <Button
            appearance="transparent"
            size="small"
            icon={shown ? <EyeOffRegular /> : <EyeRegular />}
            onClick={() => setShown(!shown)}
          />
        </Tooltip>
      }
    />
  );
}
