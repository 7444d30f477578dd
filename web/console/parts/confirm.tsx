import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface ConfirmProps {
  /** A question. */
  title: string;
  /** What it does, in the button. */
  action: string;
  /** The way out, in the other button, such as `Keep this link`. */
  keep: string;
  isDangerous?: boolean;
  isWorking?: boolean;
  onConfirm(): void;
  onClose(): void;
  /** What stops, what stays, and what the person has to do next. */
  children: ComponentChildren;
}

/** A question before something is done, in the browser's own dialog: it holds and gives back the focus. */
export const Confirm = ({
  title,
  action,
  keep,
  isDangerous = false,
  isWorking = false,
  onConfirm,
  onClose,
  children,
}: ConfirmProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const wayOut = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    // Enter must not do by habit what cannot be undone: the first field, else the way out.
    const field = dialog.current?.querySelector<HTMLElement>('input, select, textarea');
    (field ?? wayOut.current)?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      // Where what was confirmed took its button away, the focus is not on the body.
      else document.querySelector('h1')?.focus();
    };
  }, []);
  return (
    <dialog class="sheet-dialog" aria-labelledby="sure" ref={dialog} onClose={onClose}>
      <form
        class="form"
        method="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <h2 id="sure">{title}</h2>
        {children}
        <div class="actions">
          <button
            type="submit"
            class={isDangerous ? 'btn danger' : 'btn'}
            aria-disabled={isWorking}
          >
            {action}
          </button>
          <button type="button" class="btn" ref={wayOut} onClick={() => dialog.current?.close()}>
            {keep}
          </button>
        </div>
      </form>
    </dialog>
  );
};
