/** Made of the schemas by scripts/validators.mjs when the project is built: dist/validators.js. */
declare module '#validators' {
  export const VALIDATORS: Readonly<Record<string, import('./validator.ts').Validator>>;
}
