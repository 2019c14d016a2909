import { Button } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { words } from '../words/words.ts';

interface State {
  readonly broken: boolean;
}

/** A screen that breaks leaves the frame and the other screens standing. */
export class ScreenGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState title={words.app.brokenTitle} text={words.app.broken} picture={<ErrorCircleRegular />}>
        <Button onClick={() => this.setState({ broken: false })}>{words.app.openAgain}</Button>
      </EmptyState>
    );
  }
}
