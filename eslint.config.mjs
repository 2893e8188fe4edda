import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { comments } from './tools/dependency-rules/src/comments/plugin.mjs';
import { readonlyMembers } from './tools/dependency-rules/src/members/readonly-members.mjs';
import { readonlyProperties } from './tools/dependency-rules/src/members/readonly-properties.mjs';

const boundaries = {
  enforceBuildableLibDependency: false,
  // Its log and settings are always needed, its client of Parameter Store only on AWS.
  checkDynamicDependenciesExceptions: ['@clickstream/lambda-runtime/*', '@clickstream/lambda-runtime'],
  allow: ['../../jest.preset.mjs', '../../../.dependency-cruiser.mjs'],
  depConstraints: [
    { sourceTag: 'scope:contract', onlyDependOnLibsWithTags: ['scope:contract'] },
    { sourceTag: 'scope:tracker', onlyDependOnLibsWithTags: ['scope:contract'] },
    {
      sourceTag: 'scope:ingest',
      onlyDependOnLibsWithTags: ['scope:contract', 'scope:lambda-runtime', 'scope:command-line'],
      bannedExternalImports: ['typeorm', 'pg', '@aws-sdk/client-ssm'],
    },
    {
      sourceTag: 'scope:maintenance',
      onlyDependOnLibsWithTags: [
        'scope:warehouse-maintenance',
        'scope:warehouse-load',
        'scope:lake',
        'scope:contract',
        'scope:lambda-runtime',
      ],
    },
    {
      sourceTag: 'scope:compact',
      onlyDependOnLibsWithTags: [
        'scope:lake',
        'scope:warehouse-load',
        'scope:lambda-runtime',
        'scope:warehouse',
        'scope:contract',
      ],
    },
    { sourceTag: 'scope:migrations', onlyDependOnLibsWithTags: [], bannedExternalImports: ['@aws-sdk/*'] },
    {
      sourceTag: 'scope:warehouse',
      onlyDependOnLibsWithTags: ['scope:migrations', 'scope:lambda-runtime', 'scope:command-line'],
      bannedExternalImports: ['@aws-sdk/*'],
    },
    { sourceTag: 'scope:pictures', onlyDependOnLibsWithTags: [] },
    {
      sourceTag: 'scope:shop-data',
      onlyDependOnLibsWithTags: [
        'scope:contract',
        'scope:pictures',
        'scope:migrations',
        'scope:lambda-runtime',
        'scope:command-line',
      ],
      bannedExternalImports: ['@aws-sdk/*'],
    },
    { sourceTag: 'scope:brand', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'scope:lambda-runtime', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'scope:command-line', onlyDependOnLibsWithTags: [] },
    {
      sourceTag: 'scope:warehouse-load',
      onlyDependOnLibsWithTags: [
        'scope:contract',
        'scope:warehouse',
        'scope:lambda-runtime',
        'scope:command-line',
      ],
    },
    {
      sourceTag: 'scope:warehouse-maintenance',
      onlyDependOnLibsWithTags: ['scope:lake', 'scope:warehouse-load', 'scope:contract', 'scope:warehouse'],
    },
    {
      sourceTag: 'scope:load',
      onlyDependOnLibsWithTags: [
        'scope:warehouse-load',
        'scope:contract',
        'scope:warehouse',
        'scope:lambda-runtime',
        'scope:command-line',
      ],
    },
    {
      sourceTag: 'scope:lake',
      onlyDependOnLibsWithTags: ['scope:warehouse', 'scope:warehouse-load', 'scope:contract'],
    },
    {
      sourceTag: 'scope:storefront',
      onlyDependOnLibsWithTags: [
        'scope:contract',
        'scope:tracker',
        'scope:shop-data',
        'scope:pictures',
        'scope:brand',
      ],
      bannedExternalImports: ['typeorm'],
    },
    {
      sourceTag: 'scope:shop',
      onlyDependOnLibsWithTags: [
        'scope:shop-data',
        'scope:contract',
        'scope:lambda-runtime',
        'scope:command-line',
      ],
    },
    {
      sourceTag: 'scope:infra',
      onlyDependOnLibsWithTags: ['scope:machines', 'scope:command-line', 'scope:lambda-runtime'],
    },
    { sourceTag: 'scope:machines', onlyDependOnLibsWithTags: ['scope:command-line'] },
    {
      // The maintenance Lambda runs through the policies of its role there.
      sourceTag: 'scope:proofs',
      onlyDependOnLibsWithTags: [
        'scope:infra',
        'scope:maintenance',
        'scope:compact',
        'scope:warehouse-maintenance',
        'scope:warehouse-load',
        'scope:lake',
        'scope:command-line',
      ],
    },
    {
      // It plays the account for the deployment, and the machines with their databases.
      sourceTag: 'scope:rehearsal',
      onlyDependOnLibsWithTags: [
        'scope:infra',
        'scope:machines',
        'scope:tools',
        'scope:warehouse',
        'scope:shop-data',
        'scope:command-line',
      ],
    },
    {
      // R imports nothing; its tests fill a warehouse.
      sourceTag: 'scope:dashboard',
      onlyDependOnLibsWithTags: ['scope:tools', 'scope:contract', 'scope:warehouse'],
    },
    {
      sourceTag: 'scope:tools',
      onlyDependOnLibsWithTags: [
        'scope:tools',
        'scope:contract',
        'scope:tracker',
        'scope:warehouse',
        'scope:warehouse-load',
        'scope:warehouse-maintenance',
        'scope:lake',
        'scope:shop-data',
        'scope:lambda-runtime',
        'scope:command-line',
      ],
    },
  ],
};

const COMMON_JS_GLOBALS = ['require', 'module', 'exports', '__dirname', '__filename'].map((name) => ({
  name,
  message: 'Every file is an ES module: use import, export, import.meta.dirname or createRequire.',
}));

export default [
  {
    ignores: [
      '**/dist',
      '**/out-tsc',
      '**/cdk.out',
      '**/.next',
      '**/.local',
      '**/test-results',
      '**/next-env.d.ts',
    ],
  },
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      // One import of each module, types and values together.
      'no-duplicate-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // One kind of module: CommonJS only in *.cjs.
      '@typescript-eslint/no-require-imports': 'error',
      'no-restricted-globals': ['error', ...COMMON_JS_GLOBALS],
      '@nx/enforce-module-boundaries': ['error', boundaries],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip)$/]',
          message: 'A focused or skipped test hides the others: fix it or delete it.',
        },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.cjs'],
    plugins: { comments },
    rules: { 'comments/width': 'error', 'comments/beginning': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { members: { rules: { readonly: readonlyMembers, 'readonly-properties': readonlyProperties } } },
    rules: { 'members/readonly': 'error', 'members/readonly-properties': 'error' },
  },
  {
    files: ['**/*.cjs'],
    rules: { 'comments/common-js-reason': 'error' },
  },
  {
    // The storefront reaches the shop's database in one place only, and the warehouse in another.
    files: ['apps/storefront/src/**/*.ts', 'apps/storefront/src/**/*.tsx'],
    ignores: ['apps/storefront/src/shop/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['@clickstream/shop-models*'], message: 'Use the shop gateway in src/shop.' }],
          paths: [{ name: 'pg', message: 'Only src/inspector/server asks the warehouse.' }],
        },
      ],
    },
  },
  {
    files: ['apps/storefront/src/inspector/server/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['@clickstream/shop-models*'], message: 'Use the shop gateway in src/shop.' }],
        },
      ],
    },
  },
];
