export { fitting, GROUPS } from './fields';
export { looksLikeSuccess } from './cases';
export { assignFields, fieldRoles, KINDS, requiredRoles, type Kind } from './kinds';
export { looksLikeStatus, recogniseKind, type RecognisedKind } from './recognise';
export { statusOf } from './status';
export { recordKind, type FieldType, type RecordField, type FieldKind } from './records';
