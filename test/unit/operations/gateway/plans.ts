// Plans to try: a new gateway in Ohio, and what the older public documentation asks for, as a user would mean it.
import type { GatewayPlan } from '../../../../src/operations/gateway/gatewayPlan';

export const ohioPlan: GatewayPlan = {
  gatewayPlan: 1,
  controlPlane: { geo: 'eu', name: 'harbour-east' },
  version: '3.14',
  access: 'private',
  networks: [
    {
      name: 'harbour-net',
      provider: 'aws',
      account: '418820993155',
      region: 'us-east-2',
      zones: ['use2-az1', 'use2-az2'],
      cidr: '10.60.0.0/22',
    },
  ],
  groups: [
    {
      network: 'harbour-net',
      autoscale: { kind: 'autopilot', base_rps: 100 },
      environment: [{ name: 'KONG_LOG_LEVEL', value: 'info' }],
    },
  ],
};

/** Steps 1 and 2 of the page, with their defects mended: one proxy URL, `us`, Tokyo, a version as a text (FACTS 4). */
export const documentedPlan = `{
  "gatewayPlan": 1,
  "controlPlane": {
    "geo": "us",
    "name": "cloud-gateway-control-plane-1",
    "description": "A test control plane for Cloud Gateways.",
    "proxyUrls": [{ "host": "example.com", "port": 443, "protocol": "https" }]
  },
  "version": "3.11",
  "access": "private+public",
  "networks": [
    {
      "name": "tokyo-net",
      "provider": "aws",
      "account": "007314650218",
      "region": "ap-northeast-1",
      "zones": ["apne1-az1", "apne1-az2", "apne1-az4"],
      "cidr": "10.64.0.0/16"
    }
  ],
  "groups": [
    {
      "network": "tokyo-net",
      "autoscale": { "kind": "autopilot", "base_rps": 100 },
      "environment": [{ "name": "KONG_LOG_LEVEL", "value": "info" }]
    }
  ]
}`;
