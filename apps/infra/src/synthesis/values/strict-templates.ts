import {
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
} from 'aws-cdk-lib';

/**
 * Rules of CDK's validation that only warn, though CloudFormation would refuse the value in the
 * middle of a deployment: one that is not among those allowed, a function without its handler or
 * runtime, an unknown protocol.
 */
const REFUSED_BY_AWS: ReadonlySet<string> = new Set(['W2533', 'W3030', 'W3687']);

/** CDK's validation of templates, with such warnings as errors. It replaces the one of CDK. */
export class StrictTemplates extends CloudFormationValidatePlugin {
  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const { violations } = super.validate(context);
    const strict = violations.map((violation) =>
      REFUSED_BY_AWS.has(violation.ruleName) ? { ...violation, severity: 'error' } : violation,
    );
    return { success: strict.every(({ severity }) => severity !== 'error'), violations: strict };
  }
}
