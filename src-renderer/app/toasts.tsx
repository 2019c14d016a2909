import {
  Button,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  useToastController,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import { type Remedy, remedyOf } from '../features/jobs/remedy.ts';
import { type Message, onMessage } from '../state/messages.ts';
import { ErrorDetail } from '../ui/error-detail.tsx';
import { errorText } from '../words/errors.ts';
import { words } from '../words/words.ts';

const toasterId = 'docket-toasts';

/** Says in passing what came of a deed; Fluent's toaster reads it out too. */
export function Toasts() {
  const { dispatchToast, dismissToast } = useToastController(toasterId);
  useEffect(
    () =>
      onMessage((message) => {
        const toastId = `toast-${nextId()}`;
        dispatchToast(<Spoken message={message} close={() => dismissToast(toastId)} />, {
          toastId,
          intent: message.kind === 'done' ? 'success' : 'error',
          politeness: message.kind === 'done' ? 'polite' : 'assertive',
          timeout: message.kind === 'done' && message.offer === undefined ? 5000 : 12_000,
          pauseOnHover: true,
          pauseOnWindowBlur: true,
          // Fluent's toast holds on to the focus that Tab brings: one without buttons would never let it go.
          ...(message.kind === 'done' && message.offer === undefined ? { root: { tabIndex: -1 } } : {}),
        });
      }),
    [dispatchToast, dismissToast],
  );
  return <Toaster toasterId={toasterId} position="bottom-end" limit={3} />;
}

let lastId = 0;
function nextId(): number {
  lastId += 1;
  return lastId;
}

function Spoken({ message, close }: { readonly message: Message; readonly close: () => void }) {
  if (message.kind === 'done') {
    const { offer } = message;
    return (
      <Toast>
        <ToastTitle>{message.title}</ToastTitle>
        {message.text !== undefined && <ToastBody>{message.text}</ToastBody>}
        {offer !== undefined && (
          <ToastFooter>
            <Button
              size="small"
              onClick={() => {
                close();
                offer.run();
              }}
            >
              {offer.label}
            </Button>
          </ToastFooter>
        )}
      </Toast>
    );
  }
  const text = errorText(message.error, Date.now());
  const remedy: Remedy | null = remedyOf(message.error, message.again);
  return (
    <Toast>
      <ToastTitle>{text.title}</ToastTitle>
      <ToastBody>
        {text.reason} {text.nextStep}
        <ErrorDetail error={message.error} />
      </ToastBody>
      <ToastFooter>
        {remedy !== null && (
          <Button
            size="small"
            onClick={() => {
              close();
              remedy.run();
            }}
          >
            {remedy.label}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={close}>
          {words.app.dismiss}
        </Button>
      </ToastFooter>
    </Toast>
  );
}
