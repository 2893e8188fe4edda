/** Resource types that open a path by existing. */
export const UNFOLLOWED_KINDS = [
  'AWS::EC2::NatGateway',
  'AWS::EC2::EIPAssociation',
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::InstanceConnectEndpoint',
  'AWS::EC2::VPCEndpointService',
  'AWS::EC2::NetworkInterface',
  'AWS::EC2::VPCCidrBlock',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::ApiGatewayV2::VpcLink',
  'AWS::Lambda::Url',
  'Custom::Anything',
];
