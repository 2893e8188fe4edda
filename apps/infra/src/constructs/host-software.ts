import { Stack } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnAssociation, CfnDocument } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { assetsBucketName, hostBucketName } from '../stages/bucket-names';
import type { Stage } from '../stages/stages';
import { allow } from './allow';
import { hostTag, type DebianHost, type DebianHostProps } from './debian-host';

export interface HostSoftwareProps {
  readonly stage: Stage;
  readonly host: DebianHost;
  readonly name: DebianHostProps['name'];
  /** Name of State Manager's document, without the stage's suffix. */
  readonly documentName: string;
  /** The archive that holds install.sh. */
  readonly appBundle: string;
  /** Key of Debian's packages in the host bucket. */
  readonly osBundleKey: string;
  /** Options of install.sh other than the bundle of packages. */
  readonly installOptions: readonly string[];
}

const DOWNLOADS = '/var/lib/sbw/download';
const APP = '/var/lib/sbw/app';

/**
 * Installs the bundles on a machine, whenever they change and whenever the machine is new. State
 * Manager finds it by its tag, downloads with its role, and the deployment waits until install.sh
 * has ended.
 */
export class HostSoftware extends Construct {
  constructor(scope: Construct, id: string, props: HostSoftwareProps) {
    super(scope, id);
    const { stage } = props;
    const app = new Asset(this, 'AppBundle', { path: props.appBundle });
    this.mayDownload(props, app);

    const document = new CfnDocument(this, 'Install', {
      name: `${props.documentName}${stage.suffix}`,
      documentType: 'Command',
      documentFormat: 'JSON',
      targetType: '/AWS::EC2::Instance',
      updateMethod: 'NewVersion',
      content: this.document(props),
    });
    const tag = hostTag(props);
    const association = new CfnAssociation(this, 'Desired', {
      name: document.ref,
      documentVersion: '$LATEST',
      associationName: `${props.documentName}${stage.suffix}`,
      targets: [{ key: `tag:${tag.key}`, values: [tag.value] }],
      // A new bundle changes this value, which makes State Manager run again.
      parameters: {
        appBundle: [this.url(app.s3BucketName, app.s3ObjectKey)],
        osBundle: [this.url(hostBucketName(stage), props.osBundleKey)],
        force: ['no'],
      },
      waitForSuccessTimeoutSeconds: 1800,
      // So a machine whose agent came late, or whose installation failed, gets it an hour later.
      scheduleExpression: 'rate(1 hour)',
      outputLocation: {
        s3Location: {
          outputS3BucketName: hostBucketName(stage),
          outputS3KeyPrefix: `logs/${props.name}`,
          outputS3Region: Stack.of(this).region,
        },
      },
    });
    association.node.addDependency(props.host);
  }

  private url(bucket: string, key: string): string {
    return `https://s3.${Stack.of(this).region}.amazonaws.com/${bucket}/${key}`;
  }

  private document({ installOptions }: HostSoftwareProps): object {
    const fetched = (name: string, bundle: string) => ({
      name,
      action: 'aws:downloadContent',
      inputs: {
        sourceType: 'S3',
        sourceInfo: `{"path":"{{ ${bundle} }}"}`,
        destinationPath: `${DOWNLOADS}/${bundle}/`,
      },
    });
    const url = (description: string) => ({ type: 'String', description });
    return {
      schemaVersion: '2.2',
      description: 'Installs what the bundles describe. Running it again changes nothing.',
      parameters: {
        appBundle: url('Address of the archive that holds install.sh'),
        osBundle: url('Address of the archive of Debian packages'),
        force: {
          type: 'String',
          allowedValues: ['no', 'yes'],
          default: 'no',
          description: 'yes: go through all steps although nothing changed, for example after a new password',
        },
      },
      mainSteps: [
        fetched('fetchApp', 'appBundle'),
        fetched('fetchPackages', 'osBundle'),
        {
          name: 'install',
          action: 'aws:runShellScript',
          inputs: {
            timeoutSeconds: '1800',
            runCommand: this.commands(installOptions),
          },
        },
      ],
    };
  }

  private commands(installOptions: readonly string[]): string[] {
    const name = (bundle: string) => `$(basename '{{ ${bundle} }}')`;
    const archive = (bundle: string) => `"${DOWNLOADS}/${bundle}/${name(bundle)}"`;
    // A year of weekly patches would fill the system disk.
    const withoutEarlier = (bundle: string) =>
      `find ${DOWNLOADS}/${bundle} -type f ! -name "${name(bundle)}" -delete`;
    return [
      'set -eu',
      ...['appBundle', 'osBundle'].map(withoutEarlier),
      `rm -rf ${APP} && mkdir -p ${APP}`,
      `tar --extract --gzip --file ${archive('appBundle')} --directory ${APP}`,
      "force=''; [ '{{ force }}' = no ] || force=--force",
      [`${APP}/install.sh`, `--os-bundle ${archive('osBundle')}`, ...installOptions, '$force'].join(' '),
    ];
  }

  private mayDownload({ host, stage, name, osBundleKey }: HostSoftwareProps, app: Asset): void {
    const { partition } = Stack.of(this);
    const arn = (bucketAndKeys: string) => `arn:${partition}:s3:::${bucketAndKeys}`;
    const hosts = hostBucketName(stage);
    allow(
      host.role,
      [
        {
          sid: 'FetchBundles',
          actions: ['s3:GetObject'],
          resources: [arn(`${app.s3BucketName}/${app.s3ObjectKey}`), arn(`${hosts}/${osBundleKey}`)],
        },
        // The agent lists an address first, to find out if it is a folder.
        {
          actions: ['s3:ListBucket', 's3:GetBucketLocation'],
          resources: [arn(hosts), arn(assetsBucketName())],
        },
        { sid: 'LeaveTheLog', actions: ['s3:PutObject'], resources: [arn(`${hosts}/logs/${name}/*`)] },
      ],
      'Each run of State Manager writes its log under a separate key.',
    );
  }
}
