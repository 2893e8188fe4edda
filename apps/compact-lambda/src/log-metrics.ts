/**
 * Writes the metric of the lake as one line of CloudWatch's embedded metric format, which needs no
 * connection to CloudWatch from the private subnet. `apps/infra` has an alarm on it by this name.
 *
 * @param left steps that this run has left to the next one
 * @param namespace where CloudWatch stores it; each stage has its own
 */
export function logMetrics(left: number, namespace: string, at: Date): void {
  const line = {
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [
        { Namespace: namespace, Dimensions: [[]], Metrics: [{ Name: 'LakeStepsLeft', Unit: 'Count' }] },
      ],
    },
    LakeStepsLeft: left,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
