import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'imports/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      // jsii has no functions, so a factory is a static method even where nothing is constructed.
      '@typescript-eslint/no-extraneous-class': ['error', { allowStaticOnly: true }],
      // Values and wire objects are maps: a key is taken away by `delete`, or left out by destructuring.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Control characters are what a writer of YAML or TOML has to escape.
      'no-control-regex': 'off',
    },
  },
  {
    // jsii knows an open map only as `{ [key: string]: any }`.
    files: ['lib/**/*props.ts', 'lib/options/authenticator/a*.ts', 'lib/secrets/secret-value.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        console: 'readonly',
        module: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        structuredClone: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
