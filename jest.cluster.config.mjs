import fast from './jest.config.js';

/** Tests on a cluster: KUBECONFIG says which. */
export default {
  testMatch: ['<rootDir>/test/cluster/**/*.test.ts'],
  modulePathIgnorePatterns: fast.modulePathIgnorePatterns,
  transform: fast.transform,
  globalTeardown: '<rootDir>/test/cluster/support/teardown.ts',
  maxWorkers: 1,
  testTimeout: 300_000,
  verbose: true,
};
