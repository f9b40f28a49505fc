/** Figures as people read them. */

export const ms = (value: number, decimals = 1) => `${value.toFixed(decimals)} ms`;
export const times = (value: number) => `${value.toFixed(2)} ×`;
export const percent = (share: number, decimals = 2) => `${(share * 100).toFixed(decimals)} %`;
export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
export const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(2)} MB`;
export const thousands = (count: number) => count.toLocaleString('en');
