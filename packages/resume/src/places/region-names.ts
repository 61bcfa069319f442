const CODES =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
  'RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK NSW VIC QLD TAS ACT';

const NAMES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|' +
  'Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|' +
  'Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|' +
  'Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|' +
  'West Virginia|Wisconsin|Wyoming|Alberta|British Columbia|Manitoba|Ontario|Quebec|Québec|Saskatchewan|Bavaria|' +
  'Bayern|Catalonia|Lombardy|Karnataka|Maharashtra|Tamil Nadu|Victoria|New South Wales|Queensland';

const codes = new Set(CODES.split(' '));
const names = new Set(NAMES.toLowerCase().split('|'));

/** Whether a text names a state or province people write after a city. */
export function isRegion(text: string): boolean {
  return codes.has(text) || names.has(text.toLowerCase());
}
