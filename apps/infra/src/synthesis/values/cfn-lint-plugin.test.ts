import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { cfnLintPlugin } from './cfn-lint-plugin';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cfn-lint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A stand-in for cfn-lint, which this machine may not have: it prints a text and ends. */
function standIn(output: string, exitCode = 0): string {
  const program = join(folder, 'cfn-lint');
  writeFileSync(program, `#!/bin/sh\ncat <<'END'\n${output}\nEND\nexit ${exitCode}\n`);
  chmodSync(program, 0o755);
  return program;
}

const validate = (program: string) =>
  cfnLintPlugin('ap-southeast-1', program).validate({
    templatePaths: ['/cdk.out/Data.template.json'],
    stackTemplates: [],
    appConstruct: new App(),
  });

it('fails for an error, with the resource and the path, and not for a warning', () => {
  const finding = (Level: string, Id: string) => ({
    Level,
    Message: `finding ${Id}`,
    Filename: '/cdk.out/Data.template.json',
    Location: { Path: ['Resources', 'Volume', 'Properties', 'VolumeType'] },
    Rule: { Id },
  });
  const report = validate(standIn(JSON.stringify([finding('Error', 'E3030'), finding('Warning', 'W3005')])));
  expect(report.success).toBe(false);
  expect(report.violations).toEqual([
    expect.objectContaining({
      ruleName: 'cfn-lint-E3030',
      violatingResources: [
        {
          resourceLogicalId: 'Volume',
          templatePath: '/cdk.out/Data.template.json',
          locations: ['Resources.Volume.Properties.VolumeType'],
        },
      ],
    }),
  ]);
});

it('passes without findings', () => {
  expect(validate(standIn('[]'))).toEqual({ success: true, violations: [] });
});

it('says that cfn-lint is not installed, and leaves the decision to the other checks', () => {
  const said = jest.spyOn(console, 'error').mockImplementation();
  expect(validate(join(folder, 'absent'))).toEqual({ success: true, violations: [] });
  expect(said.mock.calls.join()).toContain('pipx install cfn-lint==1.51.0');
  said.mockRestore();
});

it('fails when cfn-lint itself fails', () => {
  expect(() => validate(standIn('', 3))).toThrow('cfn-lint failed');
});
