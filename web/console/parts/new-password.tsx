import { useState } from 'preact/hooks';
import { type Wrong, wrongWith } from './problem.tsx';
import { TextInput, type TextInputProps } from './text-input.tsx';

const hint =
  'At least 12 characters, with upper and lower case, a digit and a symbol. Paste from a password manager is fine.';

/** A new password of one's own, which can be shown. */
export const NewPassword = ({
  wrong,
  ...rest
}: Pick<TextInputProps, 'value' | 'onValue'> & { wrong: readonly Wrong[] }) => {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextInput
        {...rest}
        id="new"
        label="New password"
        type={isShown ? 'text' : 'password'}
        autocomplete="new-password"
        hint={hint}
        error={wrongWith(wrong, 'new')}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={isShown}
          onChange={({ currentTarget }) => setShown(currentTarget.checked)}
        />{' '}
        Show the password
      </label>
    </>
  );
};
