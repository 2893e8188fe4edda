/** A rule on the values of a property that no linter knows. */
export interface ValueRule {
  readonly type: string;
  /** Names by dots; `*` stands for every element of a list. */
  readonly path: string;
  /** Gets text, number or boolean; what is only known on AWS is not checked. */
  accepts(value: string | number | boolean): boolean;
  /** The values that AWS accepts. */
  readonly words: string;
}

const oneOf = (...values: readonly (string | number)[]) => ({
  accepts: (value: string | number | boolean) => values.includes(value as string),
  words: values.join(', '),
});

const like = (pattern: RegExp, words: string) => ({
  accepts: (value: string | number | boolean) => pattern.test(String(value)),
  words,
});

const between = (least: number, most: number) => ({
  accepts: (value: string | number | boolean) => Number(value) >= least && Number(value) <= most,
  words: `${least} to ${most}`,
});

/** Six fields, of which the day of the month or that of the week is a question mark. */
const CRON = String.raw`cron\(\S+ \S+ (\? \S+ \S+|\S+ \S+ \?) \S+\)`;
const RATE = String.raw`rate\(\d+ (minutes?|hours?|days?)\)`;
const schedule = like(
  new RegExp(String.raw`^(${CRON}|${RATE}|at\(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?\))$`),
  'cron() with six fields and one question mark, rate() or at()',
);
const network = {
  accepts: (value: string | number | boolean) =>
    /^(\d{1,3}\.){3}\d{1,3}\/(1[6-9]|2[0-8])$/.test(String(value)),
  words: 'an address range of /16 to /28',
};
const effect = oneOf('Allow', 'Deny');
const protocol = like(/^(tcp|udp|icmp|icmpv6|-1|\d{1,3})$/, 'tcp, udp, icmp, icmpv6, -1 or a number');
const port = between(-1, 65_535);
/** User data may have 16 KB before it is encoded. */
const USER_DATA_BYTES = 16_384;

const SECURITY_GROUP_TEXT = like(
  /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
  'up to 255 letters, digits and ._-:/()#,@[]+=&;{}!$*',
);

const rules = (type: string, byPath: Readonly<Record<string, Omit<ValueRule, 'type' | 'path'>>>) =>
  Object.entries(byPath).map(([path, rule]) => ({ type, path, ...rule }));

/** The rules, by type of resource. Each is from the reference of its service's API. */
export const VALUE_RULES: readonly ValueRule[] = [
  ...rules('AWS::EC2::VPC', { CidrBlock: network }),
  ...rules('AWS::EC2::Subnet', { CidrBlock: network }),
  ...rules('AWS::EC2::FlowLog', { MaxAggregationInterval: oneOf(60, 600) }),
  ...rules('AWS::EC2::Instance', {
    'CreditSpecification.CPUCredits': oneOf('standard', 'unlimited'),
    'UserData.Fn::Base64': {
      accepts: (value) => Buffer.byteLength(String(value)) <= USER_DATA_BYTES,
      words: 'at most 16 KB',
    },
  }),
  ...rules('AWS::EC2::VPCEndpoint', {
    ServiceName: like(/^com\.amazonaws\.[a-z0-9-]+\.[a-z0-9.-]+$/, 'com.amazonaws.<region>.<service>'),
  }),
  ...rules('AWS::EC2::SecurityGroup', {
    GroupName: like(
      /^(?!sg-)[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
      'a name that does not begin with sg-',
    ),
    GroupDescription: SECURITY_GROUP_TEXT,
    ...Object.fromEntries(
      ['SecurityGroupIngress', 'SecurityGroupEgress'].flatMap((list) => [
        [`${list}.*.IpProtocol`, protocol],
        [`${list}.*.FromPort`, port],
        [`${list}.*.ToPort`, port],
        [`${list}.*.Description`, SECURITY_GROUP_TEXT],
      ]),
    ),
  }),
  ...['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'].flatMap((type) =>
    rules(type, { IpProtocol: protocol, FromPort: port, ToPort: port, Description: SECURITY_GROUP_TEXT }),
  ),
  ...rules('AWS::IAM::Role', {
    'AssumeRolePolicyDocument.Statement.*.Effect': effect,
    'Policies.*.PolicyDocument.Statement.*.Effect': effect,
  }),
  ...[
    'IAM::Policy',
    'IAM::ManagedPolicy',
    'S3::BucketPolicy',
    'SNS::TopicPolicy',
    'SQS::QueuePolicy',
  ].flatMap((type) => rules(`AWS::${type}`, { 'PolicyDocument.Statement.*.Effect': effect })),
  ...rules('AWS::Lambda::Permission', { Action: oneOf('lambda:InvokeFunction', 'lambda:InvokeFunctionUrl') }),
  ...rules('AWS::Scheduler::Schedule', { ScheduleExpression: schedule }),
  ...rules('AWS::Events::Rule', { ScheduleExpression: schedule }),
  ...rules('AWS::SSM::Association', { ScheduleExpression: schedule }),
  ...rules('AWS::SSM::Document', {
    'Content.mainSteps.*.action': like(
      /^aws:(runShellScript|downloadContent|runDocument|configurePackage|softwareInventory)$/,
      'an action of SSM documents for Linux',
    ),
  }),
  ...rules('AWS::DLM::LifecyclePolicy', {
    State: oneOf('ENABLED', 'DISABLED'),
    'PolicyDetails.Schedules.*.CreateRule.Interval': oneOf(1, 2, 3, 4, 6, 8, 12, 24),
    'PolicyDetails.Schedules.*.CreateRule.Times.*': like(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 19:30'),
    'PolicyDetails.Schedules.*.RetainRule.Count': between(1, 1_000),
  }),
  ...rules('AWS::CloudWatch::Alarm', {
    Period: {
      accepts: (value) => [10, 20, 30].includes(Number(value)) || Number(value) % 60 === 0,
      words: '10, 20, 30 or a multiple of 60',
    },
  }),
  ...rules('AWS::SNS::Topic', { TopicName: like(/^[\w-]{1,251}(\.fifo)?$/, 'letters, digits, - and _') }),
  ...rules('AWS::SQS::Queue', {
    QueueName: like(/^[\w-]{1,75}(\.fifo)?$/, 'up to 80 letters, digits, - and _'),
  }),
  ...rules('AWS::ApiGatewayV2::Api', {
    ProtocolType: oneOf('HTTP', 'WEBSOCKET'),
    'CorsConfiguration.MaxAge': between(-1, 86_400),
    'CorsConfiguration.AllowMethods.*': oneOf(
      'GET',
      'HEAD',
      'OPTIONS',
      'PATCH',
      'POST',
      'PUT',
      'DELETE',
      '*',
    ),
  }),
  ...rules('AWS::ApiGatewayV2::Integration', {
    IntegrationType: oneOf('AWS_PROXY', 'HTTP_PROXY', 'AWS', 'HTTP', 'MOCK'),
    PayloadFormatVersion: oneOf('1.0', '2.0'),
  }),
  ...rules('AWS::ApiGatewayV2::Route', {
    AuthorizationType: oneOf('NONE', 'JWT', 'AWS_IAM', 'CUSTOM'),
    RouteKey: like(
      /^(\$default|(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) \/\S*)$/,
      '$default or a method and a path',
    ),
  }),
];
