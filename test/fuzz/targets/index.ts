/** The targets, each loaded when it is asked for. */
import type { Target, TargetName } from '../target.ts';

const TARGETS: Readonly<Record<TargetName, () => Promise<Target>>> = {
  container: async () => (await import('./container.ts')).container,
  bag: async () => (await import('./bag.ts')).bag,
  verify: async () => (await import('./verify.ts')).verifying,
  custody: async () => (await import('./custody.ts')).custody,
  forms: async () => (await import('./forms.ts')).forms,
  lists: async () => (await import('./lists.ts')).lists,
  pack: async () => (await import('./pack.ts')).pack,
  templates: async () => (await import('./templates.ts')).templates,
};

export const targetOf = (name: TargetName): Promise<Target> => TARGETS[name]();
