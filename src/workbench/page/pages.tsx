/** Pages of a step that are no form: by the name that schemas/screens.json has for them. */
import type { ComponentChildren } from 'preact';
import { Custody } from './custody.tsx';
import { Intake } from './intake.tsx';
import type { Sitting } from './sitting.ts';

export const PAGES: Readonly<Record<string, (props: { readonly sitting: Sitting }) => ComponentChildren>> = {
  intake: Intake,
  custody: Custody,
};
