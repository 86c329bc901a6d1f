/** Why a column must not be kept, or not without a person who releases it. */
export type PersonalReason =
	| 'name'
	| 'email'
	| 'ip'
	| 'telephone'
	| 'token'
	| 'address'
	| 'coordinates'
	| 'iban'
	| 'plate'
	| 'birth'
	| 'number'
	| 'postcode'
	| 'sensitive'
	| 'url'
	| 'unique';
