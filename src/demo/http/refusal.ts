// Why a request is refused, and the three shapes of error body in which Konnect's services say so.

import type { Json } from '../world/json';

/** One entry of `invalid_parameters`; the extra keys go with the rule. */
export interface InvalidParameter {
  readonly field: string;
  readonly rule?: string;
  readonly reason: string;
  readonly source?: 'body' | 'query' | 'path';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: readonly string[];
}

/**
 * Which service answers: cloud gateways, identity and config stores send problem documents, control planes send
 * them in other words, core entities send gRPC-style errors, and plugin schemas a bare message.
 */
export type ErrorStyle = 'problem' | 'controlPlanes' | 'core' | 'legacy';

interface Details {
  readonly title?: string;
  readonly invalid?: readonly InvalidParameter[];
  /** How core entities name the kind of fault. */
  readonly type?: 'FIELD' | 'ENTITY' | 'REFERENCE';
}

export class Refusal extends Error {
  readonly status: number;
  readonly details: Details;

  constructor(status: number, detail: string, details: Details = {}) {
    super(detail);
    this.status = status;
    this.details = details;
  }
}

export function invalid(parameters: readonly InvalidParameter[]): Refusal {
  return new Refusal(400, 'Invalid Parameters', { title: 'Invalid Request', invalid: parameters });
}

/** A 400 for one field of the body that is well-formed and cannot be done. */
export function impossible(field: string, reason: string, rule = 'invalid'): Refusal {
  return invalid([{ field, rule, reason, source: 'body' }]);
}

/** A 400 for a resource that cannot be touched in its present state. */
export function notNow(reason: string): Refusal {
  return invalid([{ field: 'id', rule: 'invalid', reason, source: 'path' }]);
}

export function notFound(detail = 'Not Found'): Refusal {
  return new Refusal(404, detail);
}

export function conflict(detail: string): Refusal {
  return new Refusal(409, detail);
}

export function quotaExceeded(name: string, value: number): Refusal {
  const detail = `Maximum number of ${name} exceeded. Max allowed: ${value}.`;
  return new Refusal(403, detail, { title: 'Quota Exceeded' });
}

/** Core entities have no 409: a value that is taken is a 400 too. */
export function taken(field: string, value: string): Refusal {
  const reason = `${field} (type: unique) constraint failed for value '${value}': `;
  return new Refusal(400, 'data constraint error', {
    invalid: [{ field, reason }],
    type: 'REFERENCE',
  });
}

export function referenced(field: string, reason: string): Refusal {
  return new Refusal(400, 'validation error', { invalid: [{ field, reason }], type: 'REFERENCE' });
}

const titles: Readonly<Record<number, string>> = {
  400: 'Invalid Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

const controlPlaneTitles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthenticated',
  403: 'Permission denied',
};

const controlPlaneDetails: Readonly<Record<string, string>> = {
  unknown_property: 'Request contains unknown property',
  is_uuid: 'Request contains invalid ID format',
  required: 'Request cannot be empty',
};

const grpcCodes: Readonly<Record<number, number>> = {
  400: 3,
  403: 7,
  404: 5,
  409: 6,
  429: 8,
  500: 13,
  503: 14,
};

export interface ErrorBody {
  readonly contentType: string;
  readonly body: Json;
}

export function errorBody(style: ErrorStyle, refusal: Refusal, trace: string): ErrorBody {
  if (style === 'core') return { contentType: 'application/json', body: coreError(refusal) };
  if (style === 'legacy') {
    return { contentType: 'application/json', body: legacyError(refusal) };
  }
  const body = problem(style, refusal, trace);
  return { contentType: 'application/problem+json', body };
}

function problem(style: ErrorStyle, refusal: Refusal, trace: string): Json {
  const { status, details } = refusal;
  const parameters = (details.invalid ?? []).map((parameter) => ({ ...parameter }));
  const general = {
    title: details.title ?? titles[status] ?? 'Error',
    detail: refusal.message,
    parameters,
  };
  const {
    title,
    detail,
    parameters: worded,
  } = style === 'controlPlanes' ? inControlPlaneWords(refusal) : general;
  return {
    status,
    title,
    instance: trace,
    detail,
    ...(details.invalid && { invalid_parameters: worded }),
  };
}

/** Control planes have titles and details of their own. */
function inControlPlaneWords({ status, message, details }: Refusal) {
  const rule = details.invalid?.[0]?.rule ?? '';
  const detail =
    message === 'Invalid Parameters'
      ? (controlPlaneDetails[rule] ?? 'Invalid request format')
      : message;
  return {
    title: controlPlaneTitles[status] ?? titles[status] ?? 'Error',
    detail: status === 401 ? 'A valid token is required' : detail,
    parameters: (details.invalid ?? []).map((parameter) => ({
      ...parameter,
      ...(parameter.rule === 'required' && { reason: 'cannot be blank' }),
    })),
  };
}

function coreError({ status, message, details }: Refusal): Json {
  if (status === 401) return { message: 'Unauthorized', status };
  const fields = [...new Set((details.invalid ?? []).map(({ field }) => field))];
  return {
    code: grpcCodes[status] ?? 2,
    message: message === 'Invalid Parameters' ? 'validation error' : message,
    details: fields.map((field) => ({
      '@type': 'type.googleapis.com/kong.admin.model.v1.ErrorDetail',
      type: `ERROR_TYPE_${details.type ?? 'FIELD'}`,
      field,
      messages: (details.invalid ?? [])
        .filter((one) => one.field === field)
        .map(({ reason }) => reason),
    })),
  };
}

function legacyError({ message, details }: Refusal): Json {
  const reasons = (details.invalid ?? []).map(({ field, reason }) => `${field}: ${reason}`);
  return { message: reasons.length > 0 ? reasons.join('; ') : message };
}
