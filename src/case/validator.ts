/** A compiled schema: leaves its complaints on itself. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly Complaint[] | null;
}

export interface Complaint {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: unknown;
}
