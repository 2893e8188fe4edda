import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { PROFILES, type MillionEvents, type Profile } from './profiles';

/** Everything that may differ between two deployments of the platform. */
export interface Stage {
  readonly name: string;
  /** The suffix of all resource names, so that two stages fit into one account. */
  readonly suffix: string;
  readonly region: string;
  /** The prefix list of S3 in that region: `aws ec2 describe-prefix-lists`. */
  readonly s3PrefixList: string;
  readonly profile: Profile;
  /**
   * Addresses of shops: only their pages may read the answers of the HTTP API. `CORS_ORIGINS`
   * replaces them.
   */
  readonly corsOrigins: readonly string[];
  /**
   * Hosts of payment and sign-in that shoppers return from, in addition to
   * those that the ETL knows.
   */
  readonly returnHosts?: readonly string[];
  /** Millions of events expected in a month; spending more than their bill is reported. */
  readonly volume: MillionEvents;
  /**
   * Requests per second that the HTTP API accepts, on average and in a burst. It also limits what
   * somebody can make us pay: docs/cost.md. Trackers keep what is refused and send it later.
   */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  readonly logRetention: RetentionDays;
  /** Stacks that hold data refuse to be deleted, and the machines to be terminated. */
  readonly protected: boolean;
}

/** The only place where stages differ. */
export const STAGES: readonly Stage[] = [
  {
    name: 'production',
    suffix: '',
    region: 'ap-southeast-1',
    s3PrefixList: 'pl-6fa54006',
    profile: PROFILES.standard,
    corsOrigins: ['https://shop.example'],
    volume: 10,
    throttle: { rateLimit: 50, burstLimit: 500 },
    logRetention: RetentionDays.TWO_WEEKS,
    protected: true,
  },
  {
    name: 'staging',
    suffix: '-staging',
    region: 'ap-southeast-1',
    s3PrefixList: 'pl-6fa54006',
    profile: PROFILES.small,
    corsOrigins: ['https://staging.shop.example', 'http://localhost:4200'],
    volume: 1,
    throttle: { rateLimit: 20, burstLimit: 100 },
    logRetention: RetentionDays.THREE_DAYS,
    protected: true,
  },
  {
    // For trying out a deployment: it can be destroyed without further steps.
    name: 'trial',
    suffix: '-trial',
    region: 'ap-southeast-1',
    s3PrefixList: 'pl-6fa54006',
    profile: PROFILES.small,
    corsOrigins: ['http://localhost:4200'],
    volume: 1,
    throttle: { rateLimit: 20, burstLimit: 100 },
    logRetention: RetentionDays.THREE_DAYS,
    protected: false,
  },
];
