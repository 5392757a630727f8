import { Release } from './release';

type Step = (sentence: string, run: () => Promise<void>) => void;

/** Tests that build on each other: after one that failed, the next ones fail at once and say which one it was. */
export function scenario(name: string, steps: (step: Step) => void): void {
  describe(name, () => {
    let failed: string | undefined;
    steps((sentence, run) => {
      test(sentence, async () => {
        if (failed) throw new Error(`not tried, as this failed before: ${failed}`);
        try {
          await run();
        } catch (error) {
          failed = sentence;
          await Release.describeAll();
          throw error;
        }
      });
    });
  });
}
