/** Whether what was approved is still what the case says: told right after a value of the case was changed. */
import { folderSource, loadCase } from '../case/index.ts';
import { type Finding, type FormName, finding, readApprovalCode, substanceCode } from '../model/index.ts';

/** Runs `change` over a case; where the approval that is entered fitted before and no longer does, that is told. @throws Fault as `folderSource`, and what `change` throws */
export async function withApprovalWatched<T>(
  dir: string,
  forms: readonly FormName[],
  change: () => Promise<T>,
): Promise<{ readonly done: T; readonly told: readonly Finding[] }> {
  if (!forms.includes('case')) return { done: await change(), told: [] };
  const fitted = await fits(dir);
  const done = await change();
  return { done, told: fitted && !(await fits(dir)) ? [finding('EDIT_APPROVAL_FALLS', 'warning', {})] : [] };
}

async function fits(dir: string): Promise<boolean> {
  const { case: c, internal } = (await loadCase(folderSource(dir), { internal: 'required' })).forms;
  const { decision, approvedDigest } = internal?.approval ?? {};
  if (!c || decision !== '批准' || approvedDigest === undefined) return false;
  const read = readApprovalCode(approvedDigest);
  return read.kind === 'code' && read.code === substanceCode(c);
}
