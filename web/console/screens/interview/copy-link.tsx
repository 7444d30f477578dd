import { useRef, useState } from 'preact/hooks';
import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { talaro } from '../../talaro.ts';
import type { Shown } from './shown.ts';

const refused =
  'The browser refused to copy. The link is selected: copy it with Ctrl+C or with a long press.';

/** The link itself, to be copied; a new link is another field, of which nothing has been copied yet. */
export const CopyLink = ({ interview }: { interview: Shown }) => {
  const { interview_id, candidate_name, candidate_email } = interview;
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const made = useLoaded((signal) => talaro.getLink({ interview_id }, { signal }), [interview_id]);
  const url = made.value?.public_interview_url;
  const copy = async () => {
    if (!url) return;
    // Emptied first, so that the same words are told again.
    setSaid('');
    try {
      await navigator.clipboard.writeText(url);
      setSaid('Copied.');
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid(refused);
    }
  };
  if (made.error) return <Failure error={made.error} retry={made.reload} />;
  return (
    <div class="field">
      <label class="away" for="url">
        Interview link
      </label>
      <div class="copy">
        <input id="url" class="code" readOnly ref={field} value={url ?? ''} />
        <button type="button" class="btn primary" aria-disabled={!url} onClick={() => void copy()}>
          <Icon name="copy" />
          Copy
        </button>
      </div>
      <p class="meta">
        Anyone with this link can answer as <bdi>{candidate_name}</bdi>. Send it to{' '}
        <bdi>{candidate_email}</bdi> only.
      </p>
      <p class="meta did" role="status">
        {said}
      </p>
    </div>
  );
};
