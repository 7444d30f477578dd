import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { CheckImport } from './check-import.tsx';
import { ChooseFile } from './choose-file.tsx';
import { everyKit } from './every-kit.ts';
import { useImport } from './import-state.ts';
import { Making } from './making.tsx';

/** Many interviews from a file: chosen, checked, created. */
export const ImportScreen = () => {
  const kits = useLoaded(everyKit, []);
  const state = useImport(kits.value);
  const { kept, rows, problem } = state;
  if (!kept) return <ChooseFile problem={problem} onFile={state.choose} />;
  if (kept.plan) {
    const sent = new Set(kept.plan.rows.map(({ row }) => row));
    return (
      <Making
        plan={kept.plan}
        left={kept.rows.filter(({ row }) => !sent.has(row))}
        begins={state.isNew}
        isKept={state.isKept}
        onForget={state.forget}
      />
    );
  }
  if (!rows || !kits.value) {
    return (
      <Page title="Check the file">
        {kits.error ? (
          <Failure error={kits.error} retry={kits.reload} />
        ) : (
          <p role="status">Loading the kits</p>
        )}
      </Page>
    );
  }
  return (
    <CheckImport
      read={kept}
      rows={rows}
      kits={kits.value}
      onRow={state.changeRow}
      onAll={state.changeAll}
      onCreate={state.decide}
      onForget={state.forget}
    />
  );
};
